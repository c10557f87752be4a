package dev.winnow.lucene;

/** An immutable array of small non-negative numbers, one, two or four bytes each. */
sealed interface PackedIds {
  int get(int index);

  /** Copies {@code [from, to)} to the start of the buffer: one dispatch for a whole block. */
  void copy(int from, int to, int[] buffer);

  /**
   * Counts the numbers at some places: {@code counts[number] += by} for each.
   *
   * @param first added to every offset
   * @param length how many of the offsets hold
   */
  void tally(int first, char[] offsets, int length, int by, int[] counts);

  /**
   * Counts the numbers at places side by side, each place in a lane of its own: increments of one
   * lane do not wait for those of another, although most are of the same number.
   *
   * @param first added to every offset times {@code width}
   * @param width places of an offset, as many as there are lanes at most
   */
  void tallyPlaces(int first, int width, char[] offsets, int length, int[][] lanes);

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
    public void tally(int first, char[] offsets, int length, int by, int[] counts) {
      for (int i = 0; i < length; i++) {
        counts[packed[first + offsets[i]] & 0xff] += by;
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
    public void tallyPlaces(int first, int width, char[] offsets, int length, int[][] lanes) {
      int[] lane0 = lanes[0];
      int[] lane1 = lanes[1];
      int[] lane2 = lanes[2];
      int[] lane3 = lanes[3];
      for (int i = 0; i < length; i++) {
        int at = first + offsets[i] * width;
        lane0[packed[at] & 0xff]++;
        if (width > 1) {
          lane1[packed[at + 1] & 0xff]++;
        }
        if (width > 2) {
          lane2[packed[at + 2] & 0xff]++;
        }
        if (width > 3) {
          lane3[packed[at + 3] & 0xff]++;
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
    public void tally(int first, char[] offsets, int length, int by, int[] counts) {
      for (int i = 0; i < length; i++) {
        counts[packed[first + offsets[i]]] += by;
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
    public void tallyPlaces(int first, int width, char[] offsets, int length, int[][] lanes) {
      int[] lane0 = lanes[0];
      int[] lane1 = lanes[1];
      int[] lane2 = lanes[2];
      int[] lane3 = lanes[3];
      for (int i = 0; i < length; i++) {
        int at = first + offsets[i] * width;
        lane0[packed[at]]++;
        if (width > 1) {
          lane1[packed[at + 1]]++;
        }
        if (width > 2) {
          lane2[packed[at + 2]]++;
        }
        if (width > 3) {
          lane3[packed[at + 3]]++;
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
    public void tally(int first, char[] offsets, int length, int by, int[] counts) {
      for (int i = 0; i < length; i++) {
        counts[packed[first + offsets[i]]] += by;
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
    public void tallyPlaces(int first, int width, char[] offsets, int length, int[][] lanes) {
      int[] lane0 = lanes[0];
      int[] lane1 = lanes[1];
      int[] lane2 = lanes[2];
      int[] lane3 = lanes[3];
      for (int i = 0; i < length; i++) {
        int at = first + offsets[i] * width;
        lane0[packed[at]]++;
        if (width > 1) {
          lane1[packed[at + 1]]++;
        }
        if (width > 2) {
          lane2[packed[at + 2]]++;
        }
        if (width > 3) {
          lane3[packed[at + 3]]++;
        }
      }
    }

    @Override
    public long bytes() {
      return 4L * packed.length;
    }
  }

  /**
   * One of several numbers packed into a code.
   *
   * @param digits the number for each code
   */
  record Digit(PackedIds codes, byte[] digits) implements PackedIds {
    @Override
    public int get(int index) {
      return digits[codes.get(index)];
    }

    @Override
    public void copy(int from, int to, int[] buffer) {
      codes.copy(from, to, buffer);
      for (int i = 0; i < to - from; i++) {
        buffer[i] = digits[buffer[i]];
      }
    }

    @Override
    public void tally(int first, char[] offsets, int length, int by, int[] counts) {
      if (codes instanceof Chars(char[] packed)) {
        for (int i = 0; i < length; i++) {
          counts[digits[packed[first + offsets[i]]]] += by;
        }
      } else {
        for (int i = 0; i < length; i++) {
          counts[digits[codes.get(first + offsets[i])]] += by;
        }
      }
    }

    @Override
    public void tallyPlaces(int first, int width, char[] offsets, int length, int[][] lanes) {
      throw new UnsupportedOperationException("codes are of documents with one value");
    }

    @Override
    public void tallyRuns(
        char[] distances, int first, int base, char[] offsets, int length, int by, int[] counts) {
      throw new UnsupportedOperationException("codes are of documents with one value");
    }

    /** Nothing: whoever made the codes counts them. */
    @Override
    public long bytes() {
      return 0;
    }
  }
}
