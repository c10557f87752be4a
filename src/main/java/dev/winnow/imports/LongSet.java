package dev.winnow.imports;

/** A growing set of numbers, eight bytes each and half as much again for room. */
final class LongSet {
  private static final int SMALLEST = 1 << 10;

  private long[] slots = new long[SMALLEST];
  private int size;
  private boolean hasZero;

  /** Adds a number; false when it is there already. */
  boolean add(long value) {
    if (value == 0) {
      boolean fresh = !hasZero;
      hasZero = true;
      return fresh;
    }
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    if (size > slots.length / 3 * 2) {
      grow();
    }
    return true;
  }

  boolean contains(long value) {
    return value == 0 ? hasZero : slots[slot(slots, value)] == value;
  }

  private static int slot(long[] in, long value) {
    int mask = in.length - 1;
    int slot = (int) (value ^ value >>> 32) & mask;
    while (in[slot] != 0 && in[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long value : slots) {
      if (value != 0) {
        larger[slot(larger, value)] = value;
      }
    }
    slots = larger;
  }
}
