package dev.winnow.classify;

import java.util.List;
import java.util.stream.LongStream;

/** The average intervals between each customer's own purchases. */
final class OwnIntervals {
  /** Decimals of the days. */
  static final int DECIMALS = 3;

  private static final long THOUSAND = 1000;

  /** More purchases than anybody makes, so that products do not overflow. */
  private static final long MOST = 1_000_000_000;

  private OwnIntervals() {}

  /** In thousandths of a day, rounded down, of all customers that have one. */
  static long[] of(Rule.Lifecycle rule, Population population) {
    List<String> inputs = rule.inputs();
    int first = inputs.indexOf(rule.first());
    int last = inputs.indexOf(rule.last());
    int count = rule.count().map(inputs::indexOf).orElse(-1);
    LongStream.Builder intervals = LongStream.builder();
    population.each(
        inputs,
        customer -> {
          long gaps = gaps(customer, first, last, count);
          if (gaps > 0) {
            long days = customer.amount(last) - customer.amount(first);
            intervals.add(THOUSAND * days / gaps);
          }
        });
    return intervals.build().toArray();
  }

  /**
   * The number of intervals between the first and the last purchase; 0 when there is no interval.
   */
  static long gaps(Inputs customer, int first, int last, int count) {
    if (count < 0 || customer.amount(count) == Inputs.MISSING) {
      return 0;
    }
    boolean dated =
        customer.amount(first) != Inputs.MISSING
            && customer.amount(last) != Inputs.MISSING
            && customer.amount(last) > customer.amount(first);
    return dated ? Math.clamp(customer.amount(count) - 1, 0, MOST) : 0;
  }
}
