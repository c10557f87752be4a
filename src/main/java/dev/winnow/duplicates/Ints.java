package dev.winnow.duplicates;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A list of ints that grows. */
final class Ints {
  private int[] values = new int[1024];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int get(int i) {
    return values[i];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Drops what is not to be kept. */
  void keep(IntPredicate kept) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (kept.test(values[i])) {
        values[count++] = values[i];
      }
    }
    size = count;
  }

  void sortAndDropRepeated() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }
}
