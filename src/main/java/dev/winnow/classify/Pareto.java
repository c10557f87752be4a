package dev.winnow.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The cut points of ABC. Customers are taken from the largest amount down, those with the same
 * amount together, and a class takes them as long as the amounts so far, these included, are at
 * most its share of the sum of all amounts above zero; with {@code crossing}, as long as the
 * amounts before these are less than it. Amounts of zero and less are in the last class always.
 */
final class Pareto {
  private final long[] sorted;
  private final int decimals;

  /**
   * @param sorted the amounts, ascending
   */
  Pareto(long[] sorted, int decimals) {
    this.sorted = sorted;
    this.decimals = decimals;
  }

  /**
   * For every class but the last, the least amount in it or in a class before it: descending. A
   * class that nobody is in begins just above the greatest amount.
   */
  List<BigDecimal> cuts(Rule.Abc rule) {
    Wide total = new Wide();
    for (long amount : sorted) {
      total.add(Math.max(0, amount));
    }
    BigDecimal sum = new BigDecimal(total.total());
    List<BigDecimal> cuts = new ArrayList<>();
    for (Rule.Share share : rule.classes().subList(0, rule.classes().size() - 1)) {
      BigDecimal upTo = share.upTo().orElse(BigDecimal.ONE).multiply(sum);
      RoundingMode mode = rule.crossing() ? RoundingMode.CEILING : RoundingMode.FLOOR;
      Wide limit = Wide.of(upTo.setScale(0, mode).toBigInteger());
      cuts.add(BigDecimal.valueOf(cut(limit, rule.crossing()), decimals));
    }
    return cuts;
  }

  private long cut(Wide limit, boolean crossing) {
    Wide sum = new Wide();
    long least = leastOfNobody();
    int i = sorted.length - 1;
    while (i >= 0 && sorted[i] > 0) {
      long amount = sorted[i];
      if (crossing && limit.atMost(sum)) {
        break;
      }
      while (i >= 0 && sorted[i] == amount) {
        sum.add(amount);
        i--;
      }
      if (!crossing && !sum.atMost(limit)) {
        break;
      }
      least = amount;
    }
    return least;
  }

  private long leastOfNobody() {
    long greatest = sorted.length == 0 ? 0 : Math.max(0, sorted[sorted.length - 1]);
    return greatest == Long.MAX_VALUE ? greatest : greatest + 1;
  }
}
