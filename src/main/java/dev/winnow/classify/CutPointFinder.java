package dev.winnow.classify;

import dev.winnow.classify.QuantileMethod.Ties;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds what rules ask of the population. The keys of the {@link CutPoints}:
 *
 * <ul>
 *   <li>quantiles, ABC: {@value #CUTS}, in the order of the grades
 *   <li>RFM: {@value #RECENCY} in days, {@value #FREQUENCY}, {@value #MONETARY}, unless fixed;
 *       found among the customers that have all three
 *   <li>ranks with ties by number: beside each the key with {@value #NUMBERS} appended
 *   <li>lifecycle by own interval without a stated one: {@value #INTERVAL}, the median in days,
 *       rounded down to three decimals
 *   <li>score: the field's name, with the least and the greatest value, or with all 101 percentiles
 *       of the type 7
 * </ul>
 */
public final class CutPointFinder {
  static final String CUTS = "cuts";
  static final String RECENCY = "recency";
  static final String FREQUENCY = "frequency";
  static final String MONETARY = "monetary";
  static final String INTERVAL = "interval";
  static final String NUMBERS = ".numbers";
  private static final int PERCENT = 100;

  private final Population population;
  private final Schema schema;
  private final LocalDate asOf;
  private final Map<String, List<BigDecimal>> found = new TreeMap<>();

  private CutPointFinder(Population population, Schema schema, LocalDate asOf) {
    this.population = population;
    this.schema = schema;
    this.asOf = asOf;
  }

  /**
   * The cut points that hold for this population on a day.
   *
   * @param asOf today, for rules that follow it
   */
  public static CutPoints of(Rule rule, Population population, Schema schema, LocalDate asOf) {
    CutPointFinder finder = new CutPointFinder(population, schema, asOf);
    finder.find(rule);
    return new CutPoints(finder.found);
  }

  /** Whether the rule asks anything of the population. */
  public static boolean needed(Rule rule) {
    return switch (rule) {
      case Rule.Bands _, Rule.Mapping _ -> false;
      case Rule.Quantiles _, Rule.Abc _ -> true;
      case Rule.Rfm rfm ->
          !rfm.dimensions().values().stream()
              .allMatch(dimension -> dimension.method() == QuantileMethod.FIXED);
      case Rule.Lifecycle lifecycle ->
          lifecycle.rhythm() instanceof Rule.Rhythm.OwnInterval own && own.interval().isEmpty();
      case Rule.Score score ->
          !score.parts().stream()
              .allMatch(part -> part.normalise() instanceof Rule.Normalise.Fixed);
    };
  }

  private void find(Rule rule) {
    switch (rule) {
      case Rule.Bands _, Rule.Mapping _ -> {}
      case Rule.Quantiles quantiles -> quantiles(quantiles);
      case Rule.Abc abc -> {
        long[] sorted = sorted(abc.field());
        found.put(CUTS, new Pareto(sorted, decimals(abc.field())).cuts(abc));
      }
      case Rule.Rfm rfm -> rfm(rfm);
      case Rule.Lifecycle lifecycle -> {
        if (needed(rule)) {
          long[] intervals = OwnIntervals.of(lifecycle, population);
          found.put(INTERVAL, median(intervals));
        }
      }
      case Rule.Score score -> score.parts().forEach(this::part);
    }
  }

  private void quantiles(Rule.Quantiles rule) {
    Sample sample = new Sample(rule.method(), rule.ties(), rule.levels().size());
    if (sample.byNumber()) {
      Columns columns = Columns.of(population, List.of(rule.field()));
      cuts(CUTS, sample, columns.values(0), columns.numbers(), decimals(rule.field()));
    } else {
      cuts(CUTS, sample, population.amounts(rule.field()), new long[0], decimals(rule.field()));
    }
  }

  private void rfm(Rule.Rfm rule) {
    if (!needed(rule)) {
      return;
    }
    List<String> inputs = rule.inputs();
    Columns columns = Columns.of(population, inputs);
    long day = rule.asOf().orElse(asOf).toEpochDay();
    long[] days = columns.values(inputs.indexOf(rule.recency().field()));
    Arrays.setAll(days, i -> Math.max(0, day - days[i]));
    rule.dimensions()
        .forEach(
            (key, dimension) -> {
              boolean recency = key.equals(RECENCY);
              long[] values = recency ? days : columns.values(inputs.indexOf(dimension.field()));
              dimension(key, rule.scores(), dimension, values, columns.numbers());
            });
  }

  private void dimension(
      String key, int scores, Rule.Dimension dimension, long[] values, long[] numbers) {
    if (dimension.method() != QuantileMethod.FIXED) {
      Sample sample = new Sample(dimension.method(), dimension.ties(), scores);
      cuts(key, sample, values, numbers, decimals(dimension.field()));
    }
  }

  /** How a sample is cut. */
  private record Sample(QuantileMethod method, Ties ties, int groups) {
    boolean byNumber() {
      return method == QuantileMethod.RANK && ties == Ties.BY_NUMBER;
    }
  }

  private void cuts(String key, Sample sample, long[] values, long[] numbers, int decimals) {
    long[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    if (!sample.byNumber()) {
      found.put(key, new Quantiles(sorted, decimals, sample.groups()).cuts(sample.method()));
      return;
    }
    RankedByNumber ranked = new RankedByNumber(sorted, values, numbers, sample.groups());
    found.put(key, ranked.cuts(decimals));
    found.put(key + NUMBERS, ranked.numbers());
  }

  private void part(Rule.Part part) {
    String field = part.field();
    switch (part.normalise()) {
      case Rule.Normalise.Fixed _ -> {}
      case Rule.Normalise.MinMax _, Rule.Normalise.Log _ -> found.put(field, ends(field));
      case Rule.Normalise.Percentile _ -> found.put(field, percentiles(field));
    }
  }

  private List<BigDecimal> ends(String field) {
    LongSummaryStatistics values = Arrays.stream(population.amounts(field)).summaryStatistics();
    return values.getCount() == 0
        ? List.of()
        : List.of(
            BigDecimal.valueOf(values.getMin(), decimals(field)),
            BigDecimal.valueOf(values.getMax(), decimals(field)));
  }

  private List<BigDecimal> percentiles(String field) {
    long[] sorted = sorted(field);
    Quantiles quantiles = new Quantiles(sorted, decimals(field), PERCENT);
    return sorted.length == 0
        ? List.of()
        : IntStream.rangeClosed(0, PERCENT).mapToObj(quantiles::quantile).toList();
  }

  private static List<BigDecimal> median(long[] intervals) {
    Arrays.parallelSort(intervals);
    return new Quantiles(intervals, OwnIntervals.DECIMALS, 2)
        .cuts(QuantileMethod.TYPE7).stream()
            .map(median -> median.setScale(OwnIntervals.DECIMALS, RoundingMode.DOWN))
            .toList();
  }

  private long[] sorted(String field) {
    long[] sorted = population.amounts(field);
    Arrays.parallelSort(sorted);
    return sorted;
  }

  private int decimals(String field) {
    return Decimals.of(schema, field);
  }
}
