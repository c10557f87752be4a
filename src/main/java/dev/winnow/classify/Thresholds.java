package dev.winnow.classify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Cut points as whole numbers on a field's scale, so that passing them is comparing two longs. What
 * lies between two points of the scale is rounded to the one that divides the values the same way.
 */
final class Thresholds {
  private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

  /** The least value that passes each, ascending. */
  private final long[] at;

  /** Of a customer with exactly that value, the least number that passes; empty when all do. */
  private final long[] numbers;

  private Thresholds(long[] at, long[] numbers) {
    this.at = at;
    this.numbers = numbers;
  }

  /** Of thresholds that are on the scale already. */
  static Thresholds of(long... at) {
    return new Thresholds(at, new long[0]);
  }

  /**
   * @param cuts in the field's unit, ascending
   * @param decimals of the field
   * @param rightClosed a value equal to a cut point does not pass it
   */
  static Thresholds of(List<BigDecimal> cuts, int decimals, boolean rightClosed) {
    long[] at =
        cuts.stream()
            .map(cut -> cut.scaleByPowerOfTen(decimals))
            .mapToLong(cut -> rightClosed ? above(cut) : from(cut))
            .toArray();
    return of(at);
  }

  /** The least value that passes a threshold. */
  long at(int threshold) {
    return at[threshold];
  }

  /** Whether customers with the same value can be on both sides of one. */
  boolean byNumber() {
    return numbers.length > 0;
  }

  int count() {
    return at.length;
  }

  /** The same cut points, each passed only from a customer's number on. */
  Thresholds withNumbers(List<BigDecimal> least) {
    long[] numbers = least.stream().mapToLong(BigDecimal::longValueExact).toArray();
    return new Thresholds(at, numbers);
  }

  /** How many are passed by a customer with this value and number. */
  int passed(long value, long number) {
    int passed = 0;
    for (int i = 0; i < at.length && value >= at[i]; i++) {
      if (value == at[i] && i < numbers.length && number < numbers[i]) {
        break;
      }
      passed++;
    }
    return passed;
  }

  private static long from(BigDecimal cut) {
    return bounded(cut.setScale(0, RoundingMode.CEILING).toBigInteger());
  }

  private static long above(BigDecimal cut) {
    return bounded(cut.setScale(0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE));
  }

  /** Beyond what a field holds everything, or nothing, passes. */
  private static long bounded(BigInteger value) {
    return value.min(GREATEST).max(LEAST).longValue();
  }
}
