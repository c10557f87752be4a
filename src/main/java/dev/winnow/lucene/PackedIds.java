package dev.winnow.lucene;

/** An immutable array of small non-negative numbers, one, two or four bytes each. */
sealed interface PackedIds {
  int get(int index);

  /** Copies {@code [from, to)} to the start of the buffer: one dispatch for a whole block. */
  void copy(int from, int to, int[] buffer);

  /**
   * Reads the numbers at some places.
   *
   * @param first added to every offset
   * @param from the first offset that holds
   * @param to one more than the last
   * @param numbers filled from its start
   */
  void gather(int first, char[] offsets, int from, int to, int[] numbers);

  /**
   * Counts the numbers of a block's documents in the set: {@code counts[number] += by} for each.
   * They are gathered a batch at a time, and counted when they are near: a processor reads ahead
   * over many loads that miss its caches, but not past a counter whose place depends on one of
   * them. Where hits are rare this takes a quarter of the time.
   */
  default void tally(int block, BlockSet set, int by, int[] counts) {
    int first = Blocks.firstDoc(block);
    char[] offsets = set.offsets();
    int[] numbers = set.batch();
    for (int from = 0; from < set.count(); from += numbers.length) {
      int to = Math.min(set.count(), from + numbers.length);
      gather(first, offsets, from, to, numbers);
      for (int i = 0; i < to - from; i++) {
        counts[numbers[i]] += by;
      }
    }
  }

  /** The same for some documents of a leaf. */
  void gather(int[] docs, int from, int to, int[] numbers);

  /** Counts the numbers of a few documents. */
  default void tally(FewDocuments few, int[] counts) {
    int[] numbers = few.batch();
    for (int from = 0; from < few.count(); from += numbers.length) {
      int to = Math.min(few.count(), from + numbers.length);
      gather(few.docs(), from, to, numbers);
      for (int i = 0; i < to - from; i++) {
        counts[numbers[i]]++;
      }
    }
  }

  /**
   * Counts runs of numbers: for each offset those from its distance to the next one's, and {@link
   * ValueDictionary#NONE} where there are none.
   *
   * @param first where the block's distances begin
   * @param base added to every distance
   */
  void tallyRuns(
      char[] distances, int first, int base, char[] offsets, int length, int by, int[] counts);

  /** Heap taken. */
  long bytes();

  /** Packs as tightly as the largest number allows. */
  static PackedIds of(int[] ids, int length) {
    int max = 0;
    for (int i = 0; i < length; i++) {
      max = Math.max(max, ids[i]);
    }
    if (max <= 0xff) {
      byte[] packed = new byte[length];
      for (int i = 0; i < length; i++) {
        packed[i] = (byte) ids[i];
      }
      return new Bytes(packed);
    }
    if (max <= Character.MAX_VALUE) {
      char[] packed = new char[length];
      for (int i = 0; i < length; i++) {
        packed[i] = (char) ids[i];
      }
      return new Chars(packed);
    }
    return new Ints(java.util.Arrays.copyOf(ids, length));
  }

  /** Numbers to 255. */
  record Bytes(byte[] packed) implements PackedIds {
    @Override
    public int get(int index) {
      return packed[index] & 0xff;
    }

    @Override
    public void copy(int from, int to, int[] buffer) {
      for (int i = from; i < to; i++) {
        buffer[i - from] = packed[i] & 0xff;
      }
    }

    @Override
    public void gather(int first, char[] offsets, int from, int to, int[] numbers) {
      for (int i = from; i < to; i++) {
        numbers[i - from] = packed[first + offsets[i]] & 0xff;
      }
    }

    @Override
    public void gather(int[] docs, int from, int to, int[] numbers) {
      for (int i = from; i < to; i++) {
        numbers[i - from] = packed[docs[i]] & 0xff;
      }
    }

    @Override
    public void tallyRuns(
        char[] distances, int first, int base, char[] offsets, int length, int by, int[] counts) {
      for (int i = 0; i < length; i++) {
        int at = distances[first + offsets[i]];
        int end = distances[first + offsets[i] + 1];
        if (at == end) {
          counts[ValueDictionary.NONE] += by;
        }
        for (; at < end; at++) {
          counts[packed[base + at] & 0xff] += by;
        }
      }
    }

    @Override
    public long bytes() {
      return packed.length;
    }
  }

  /** Numbers to 65,535. */
  record Chars(char[] packed) implements PackedIds {
    @Override
    public int get(int index) {
      return packed[index];
    }

    @Override
    public void copy(int from, int to, int[] buffer) {
      for (int i = from; i < to; i++) {
        buffer[i - from] = packed[i];
      }
    }

    @Override
    public void gather(int first, char[] offsets, int from, int to, int[] numbers) {
      for (int i = from; i < to; i++) {
        numbers[i - from] = packed[first + offsets[i]];
      }
    }

    @Override
    public void gather(int[] docs, int from, int to, int[] numbers) {
      for (int i = from; i < to; i++) {
        numbers[i - from] = packed[docs[i]];
      }
    }

    @Override
    public void tallyRuns(
        char[] distances, int first, int base, char[] offsets, int length, int by, int[] counts) {
      for (int i = 0; i < length; i++) {
        int at = distances[first + offsets[i]];
        int end = distances[first + offsets[i] + 1];
        if (at == end) {
          counts[ValueDictionary.NONE] += by;
        }
        for (; at < end; at++) {
          counts[packed[base + at]] += by;
        }
      }
    }

    @Override
    public long bytes() {
      return 2L * packed.length;
    }
  }

  /** Any number. */
  record Ints(int[] packed) implements PackedIds {
    @Override
    public int get(int index) {
      return packed[index];
    }

    @Override
    public void copy(int from, int to, int[] buffer) {
      System.arraycopy(packed, from, buffer, 0, to - from);
    }

    @Override
    public void gather(int first, char[] offsets, int from, int to, int[] numbers) {
      for (int i = from; i < to; i++) {
        numbers[i - from] = packed[first + offsets[i]];
      }
    }

    @Override
    public void gather(int[] docs, int from, int to, int[] numbers) {
      for (int i = from; i < to; i++) {
        numbers[i - from] = packed[docs[i]];
      }
    }

    @Override
    public void tallyRuns(
        char[] distances, int first, int base, char[] offsets, int length, int by, int[] counts) {
      for (int i = 0; i < length; i++) {
        int at = distances[first + offsets[i]];
        int end = distances[first + offsets[i] + 1];
        if (at == end) {
          counts[ValueDictionary.NONE] += by;
        }
        for (; at < end; at++) {
          counts[packed[base + at]] += by;
        }
      }
    }

    @Override
    public long bytes() {
      return 4L * packed.length;
    }
  }

  /**
   * The numbers of one column in the rows of many.
   *
   * @param at the word of a row, its lowest bit there, and how many bits
   */
  record InRows(PackedRows rows, PackedRows.Place at) implements PackedIds {
    @Override
    public int get(int index) {
      return rows.get(index, at);
    }

    @Override
    public void copy(int from, int to, int[] buffer) {
      for (int i = from; i < to; i++) {
        buffer[i - from] = rows.get(i, at);
      }
    }

    @Override
    public void gather(int first, char[] offsets, int from, int to, int[] numbers) {
      rows.gather(at, first, offsets, from, to, numbers);
    }

    @Override
    public void gather(int[] docs, int from, int to, int[] numbers) {
      rows.gather(at, docs, from, to, numbers);
    }

    @Override
    public void tallyRuns(
        char[] distances, int first, int base, char[] offsets, int length, int by, int[] counts) {
      throw new UnsupportedOperationException("rows have a fixed number of places");
    }

    /** Nothing: the rows are counted once. */
    @Override
    public long bytes() {
      return 0;
    }
  }
}
