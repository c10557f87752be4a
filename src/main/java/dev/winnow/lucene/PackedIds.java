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
    public long bytes() {
      return 4L * packed.length;
    }
  }
}
