package dev.winnow.duplicates;

import java.util.Arrays;

/** A list of longs that grows. */
final class Longs {
  private long[] values = new long[1024];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  long get(int i) {
    return values[i];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }

  /** The place of a value in an ascending list; negative when it is not in it. */
  int find(long value) {
    return Arrays.binarySearch(values, 0, size, value);
  }
}
