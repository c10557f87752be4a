package dev.winnow.classify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cut points between equal-sized groups, by the methods of {@link QuantileMethod}. */
final class Quantiles {
  /** Digits kept below a point of the scale of a quantile that no decimal is equal to. */
  private static final int DIGITS_BELOW = 9;

  private final long[] sorted;
  private final int decimals;
  private final int groups;

  /**
   * @param sorted the values, ascending
   * @param decimals of their scale
   * @param groups 2 to 100
   */
  Quantiles(long[] sorted, int decimals, int groups) {
    this.sorted = sorted;
    this.decimals = decimals;
    this.groups = groups;
  }

  /** The cut points, ascending, at most one less than there are groups; none without values. */
  List<BigDecimal> cuts(QuantileMethod method) {
    if (sorted.length == 0) {
      return List.of();
    }
    return switch (method) {
      case TYPE7, TYPE7_RIGHT -> type7();
      case TYPE7_PLUS_ONE -> type7().stream().map(BigDecimal.ONE::add).toList();
      case QCUT -> withoutRepeats(type7());
      case RANK -> ranks();
      case FIXED -> throw new IllegalArgumentException("stated by the rule");
    };
  }

  private List<BigDecimal> type7() {
    List<BigDecimal> cuts = new ArrayList<>();
    for (int k = 1; k < groups; k++) {
      cuts.add(quantile(k));
    }
    return cuts;
  }

  /** The type-7 quantile at k/groups; {@code k} from 0 to {@code groups}. */
  BigDecimal quantile(int k) {
    long h = (sorted.length - 1L) * k;
    int below = (int) (h / groups);
    BigInteger low = BigInteger.valueOf(sorted[below]);
    BigInteger high = BigInteger.valueOf(sorted[Math.min(below + 1, sorted.length - 1)]);
    BigInteger numerator =
        low.multiply(BigInteger.valueOf(groups))
            .add(high.subtract(low).multiply(BigInteger.valueOf(h % groups)));
    return divided(numerator).scaleByPowerOfTen(-decimals);
  }

  /**
   * A fraction that is not a whole number is at least 1/groups away from the nearest, so what is
   * rounded off never moves a cut point across a value.
   */
  private BigDecimal divided(BigInteger numerator) {
    BigDecimal value = new BigDecimal(numerator);
    try {
      return value.divide(BigDecimal.valueOf(groups), MathContext.UNLIMITED);
    } catch (ArithmeticException e) {
      return value.divide(BigDecimal.valueOf(groups), DIGITS_BELOW, RoundingMode.HALF_EVEN);
    }
  }

  private List<BigDecimal> withoutRepeats(List<BigDecimal> cuts) {
    TreeSet<BigDecimal> distinct = new TreeSet<>(cuts);
    distinct.remove(quantile(0));
    distinct.remove(quantile(groups));
    return List.copyOf(distinct);
  }

  /** The least values whose first place lies beyond each cut; fewer where ties take up the top. */
  private List<BigDecimal> ranks() {
    List<BigDecimal> cuts = new ArrayList<>();
    for (int k = 1; k < groups; k++) {
      int place = place(k);
      while (place < sorted.length && place > 0 && sorted[place] == sorted[place - 1]) {
        place++;
      }
      if (place < sorted.length) {
        cuts.add(BigDecimal.valueOf(sorted[place], decimals));
      }
    }
    return cuts;
  }

  /** The first place, from 0, beyond the cut k. */
  int place(int k) {
    return (int) ((sorted.length - 1L) * k / groups) + 1;
  }
}
