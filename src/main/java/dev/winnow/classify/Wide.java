package dev.winnow.classify;

import java.math.BigInteger;

/** A sum of longs that cannot overflow. Not safe for use by several threads. */
final class Wide {
  private static final int HALF = 32;
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  private long high;
  private long low;

  /** Adds; exact for up to 2³¹ calls. */
  void add(long value) {
    high += value >> HALF;
    low += value & LOW_HALF;
  }

  void add(Wide other) {
    high += other.high;
    low += other.low;
  }

  BigInteger total() {
    return BigInteger.valueOf(high).shiftLeft(HALF).add(BigInteger.valueOf(low));
  }

  /** Whether the sum is at most a limit. */
  boolean atMost(Wide limit) {
    long carried = high + (low >> HALF);
    long carriedLimit = limit.high + (limit.low >> HALF);
    return carried == carriedLimit
        ? (low & LOW_HALF) <= (limit.low & LOW_HALF)
        : carried < carriedLimit;
  }

  static Wide of(BigInteger total) {
    Wide wide = new Wide();
    wide.high = total.shiftRight(HALF).longValueExact();
    wide.low = total.longValue() & LOW_HALF;
    return wide;
  }
}
