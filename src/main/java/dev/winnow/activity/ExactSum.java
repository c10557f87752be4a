package dev.winnow.activity;

import java.math.BigInteger;

/** A sum of {@code long}s in 128 bits: exact whatever their order, for more than can be stored. */
public final class ExactSum {
  private long low;
  private long high;

  public void add(long value) {
    long sum = low + value;
    long carry = ((low & value) | ((low | value) & ~sum)) >>> 63;
    high += (value >> 63) + carry;
    low = sum;
  }

  public void clear() {
    low = 0;
    high = 0;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return high == 0 && low == 0 ? 0 : high < 0 ? -1 : 1;
  }

  public BigInteger value() {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(low));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
  }

  /** As {@link Long#compare}. */
  public int compareTo(long value) {
    long sign = value >> (Long.SIZE - 1);
    return high == sign ? Long.compareUnsigned(low, value) : Long.compare(high, sign);
  }
}
