package dev.winnow.classify;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Customers in the order of value and, among equals, of number, cut into groups of equal size. A
 * cut point is a value and, since equals may be cut apart, the number of the first one above it.
 */
final class RankedByNumber {
  private final long[] sorted;
  private final long[] values;
  private final long[] numbers;
  private final int groups;

  /**
   * @param sorted the values, ascending
   * @param values the same in the order of {@code numbers}
   */
  RankedByNumber(long[] sorted, long[] values, long[] numbers, int groups) {
    this.sorted = sorted;
    this.values = values;
    this.numbers = numbers;
    this.groups = groups;
  }

  List<BigDecimal> cuts(int decimals) {
    return places().mapToObj(place -> BigDecimal.valueOf(sorted[place], decimals)).toList();
  }

  List<BigDecimal> numbers() {
    return places().mapToObj(this::number).toList();
  }

  /** Where groups begin; fewer than groups when there are too few customers. */
  private IntStream places() {
    Quantiles quantiles = new Quantiles(sorted, 0, groups);
    return IntStream.range(1, groups).map(quantiles::place).filter(p -> p < sorted.length);
  }

  private BigDecimal number(int place) {
    long value = sorted[place];
    int first = place;
    while (first > 0 && sorted[first - 1] == value) {
      first--;
    }
    long[] equals =
        IntStream.range(0, values.length)
            .filter(i -> values[i] == value)
            .mapToLong(i -> numbers[i])
            .toArray();
    Arrays.sort(equals);
    return BigDecimal.valueOf(equals[place - first]);
  }
}
