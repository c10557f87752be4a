package dev.winnow.classify;

import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Scores recency, frequency and monetary value from 1 to the best. */
final class RfmScores {
  /** More than between any two dates. */
  private static final long MOST_DAYS = 4_000_000;

  private final int recencyInput;
  private final int frequencyInput;
  private final int monetaryInput;
  private final Thresholds recency;
  private final Thresholds frequency;
  private final Thresholds monetary;
  private final int best;
  private final long day;

  RfmScores(Rule.Rfm rule, CutPoints points, Schema schema, LocalDate asOf) {
    List<String> inputs = rule.inputs();
    recencyInput = inputs.indexOf(rule.recency().field());
    frequencyInput = inputs.indexOf(rule.frequency().field());
    monetaryInput = inputs.indexOf(rule.monetary().field());
    recency = thresholds(rule.recency(), CutPointFinder.RECENCY, points, schema);
    frequency = thresholds(rule.frequency(), CutPointFinder.FREQUENCY, points, schema);
    monetary = thresholds(rule.monetary(), CutPointFinder.MONETARY, points, schema);
    best = rule.scores();
    day = rule.asOf().orElse(asOf).toEpochDay();
  }

  private static Thresholds thresholds(
      Rule.Dimension dimension, String key, CutPoints points, Schema schema) {
    return Thresholds.of(
            cuts(dimension, key, points),
            Decimals.of(schema, dimension.field()),
            dimension.method().rightClosed())
        .withNumbers(points.of(key + CutPointFinder.NUMBERS));
  }

  /** The cut points of a dimension, stated by the rule or found. */
  static List<BigDecimal> cuts(Rule.Dimension dimension, String key, CutPoints points) {
    return dimension.method() == QuantileMethod.FIXED ? dimension.cuts() : points.of(key);
  }

  Thresholds recency() {
    return recency;
  }

  Thresholds frequency() {
    return frequency;
  }

  /** The day of the analysis, since 1970-01-01. */
  long day() {
    return day;
  }

  /** Whether the customer has all that is scored. */
  boolean complete(Inputs customer) {
    return customer.amount(recencyInput) != Inputs.MISSING
        && customer.amount(frequencyInput) != Inputs.MISSING
        && customer.amount(monetaryInput) != Inputs.MISSING;
  }

  int r(Inputs customer) {
    return best - recency.passed(days(customer.amount(recencyInput)), customer.number());
  }

  int f(Inputs customer) {
    return 1 + frequency.passed(customer.amount(frequencyInput), customer.number());
  }

  int m(Inputs customer) {
    return 1 + monetary.passed(customer.amount(monetaryInput), customer.number());
  }

  /** The days on which the score of recency may fall, if the customer does nothing. */
  LongStream turningDays(Inputs customer) {
    long date = customer.amount(recencyInput);
    return date == Inputs.MISSING
        ? LongStream.empty()
        : IntStream.range(0, recency.count())
            .mapToLong(recency::at)
            .filter(days -> days >= 0 && days < MOST_DAYS)
            .flatMap(days -> LongStream.of(date + days, date + days + 1));
  }

  /** The whole days from a date to the day of the analysis; none to a date in the future. */
  private long days(long date) {
    return Math.max(0, day - date);
  }
}
