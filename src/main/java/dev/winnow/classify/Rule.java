// Longer than 300 lines because the kinds of rules are best read side by side.
package dev.winnow.classify;

import dev.winnow.classify.QuantileMethod.Ties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * How customers get a value of a facet from their other fields, as data. A customer that lacks what
 * the rule needs gets the grade {@code missing}, or none where the rule gives none. Amounts are
 * points on their field's {@link dev.winnow.schema.Scale}.
 */
public sealed interface Rule {
  /** The field that is graded: a keyword or tree that is a facet and has one value. */
  String facet();

  /** The fields read, without repetition. */
  List<String> inputs();

  /** The values that can be given, without repetition, in the rule's order. */
  List<String> grades();

  /**
   * Thresholds on one ordered field.
   *
   * @param bands from the lowest up; at least one
   */
  record Bands(String facet, String field, List<Band> bands, Optional<String> missing)
      implements Rule {
    public Bands {
      bands = List.copyOf(bands);
    }

    @Override
    public List<String> inputs() {
      return List.of(field);
    }

    @Override
    public List<String> grades() {
      return distinct(bands.stream().map(Band::grade), missing);
    }
  }

  /**
   * A grade and where it begins.
   *
   * @param from the least amount; empty for the lowest band alone
   */
  record Band(String grade, Optional<Long> from) {}

  /**
   * Grades of equal size by one ordered field.
   *
   * @param levels the grades from the lowest up; at least two
   * @param ties matters to {@link QuantileMethod#RANK} alone
   */
  record Quantiles(
      String facet,
      String field,
      List<String> levels,
      QuantileMethod method,
      Ties ties,
      Optional<String> missing)
      implements Rule {
    public Quantiles {
      levels = List.copyOf(levels);
    }

    @Override
    public List<String> inputs() {
      return List.of(field);
    }

    @Override
    public List<String> grades() {
      return distinct(levels.stream(), missing);
    }
  }

  /**
   * By the share of the whole that the largest customers make up together (Pareto).
   *
   * @param classes from the largest customers down; at least two
   * @param crossing whether the customer with whom a share is passed still belongs to it
   */
  record Abc(
      String facet, String field, List<Share> classes, boolean crossing, Optional<String> missing)
      implements Rule {
    public Abc {
      classes = List.copyOf(classes);
    }

    @Override
    public List<String> inputs() {
      return List.of(field);
    }

    @Override
    public List<String> grades() {
      return distinct(classes.stream().map(Share::grade), missing);
    }
  }

  /**
   * A grade and the cumulative share up to which it reaches.
   *
   * @param upTo over 0 and at most 1; empty for the last alone
   */
  record Share(String grade, Optional<BigDecimal> upTo) {}

  /**
   * Recency, frequency and monetary value, each scored from 1 (worst) to {@code scores} (best), and
   * a segment by the scores.
   *
   * @param recency a date; scored by the whole days from it to {@code asOf}, fewer being better
   * @param asOf the day of the analysis; empty for today
   * @param scores 2 to 10
   * @param segments the first whose ranges all hold is given
   * @param otherwise for scores that fit no segment; none without it
   */
  record Rfm(
      String facet,
      Dimension recency,
      Dimension frequency,
      Dimension monetary,
      Optional<LocalDate> asOf,
      int scores,
      List<RfmSegment> segments,
      Optional<String> otherwise,
      Optional<String> missing)
      implements Rule {
    public Rfm {
      segments = List.copyOf(segments);
    }

    /** By the keys of {@link CutPoints}: recency, frequency, monetary. */
    public SequencedMap<String, Dimension> dimensions() {
      SequencedMap<String, Dimension> dimensions = new LinkedHashMap<>();
      dimensions.put(CutPointFinder.RECENCY, recency);
      dimensions.put(CutPointFinder.FREQUENCY, frequency);
      dimensions.put(CutPointFinder.MONETARY, monetary);
      return dimensions;
    }

    @Override
    public List<String> inputs() {
      return dimensions().values().stream().map(Dimension::field).distinct().toList();
    }

    @Override
    public List<String> grades() {
      Stream<String> named = segments.stream().map(RfmSegment::grade);
      return distinct(Stream.concat(named, otherwise.stream()), missing);
    }
  }

  /**
   * One of the three things RFM scores.
   *
   * @param cuts of {@link QuantileMethod#FIXED}, in the field's unit or in days; empty otherwise
   */
  record Dimension(String field, QuantileMethod method, Ties ties, List<BigDecimal> cuts) {
    public Dimension {
      cuts = List.copyOf(cuts);
    }
  }

  /**
   * A segment and the scores of its customers.
   *
   * @param sum of the three scores
   */
  record RfmSegment(String grade, Span r, Span f, Span m, Span sum) {}

  /** Scores from one to another, both included. */
  record Span(int from, int to) {
    boolean contains(int score) {
      return from <= score && score <= to;
    }
  }

  /**
   * Where customers are in their life with the company. Without a last purchase a customer is a
   * prospect; within {@code newDays} days of the first purchase, new; then, by the days since the
   * last purchase, churned after the later limit, at risk after the earlier one, else active.
   *
   * @param first date of the first purchase; without it nobody is new
   * @param last date of the last purchase
   * @param count number of purchases; needed for {@link Rhythm.OwnInterval} alone
   * @param newDays 0 or more
   */
  record Lifecycle(
      String facet,
      String first,
      String last,
      Optional<String> count,
      int newDays,
      Rhythm rhythm,
      Stages stages)
      implements Rule {
    @Override
    public List<String> inputs() {
      return Stream.concat(Stream.of(first, last), count.stream()).distinct().toList();
    }

    @Override
    public List<String> grades() {
      Stream<String> stage = Stream.of(stages.prospect, stages.newcomer, stages.active);
      return Stream.concat(stage, Stream.of(stages.atRisk, stages.churned)).distinct().toList();
    }
  }

  /** The grades of a lifecycle. */
  record Stages(String prospect, String newcomer, String active, String atRisk, String churned) {
    /** The usual names. */
    public static final Stages USUAL =
        new Stages("prospect", "new", "active", "at_risk", "churned");
  }

  /** After how long a silence a customer is at risk, and churned. */
  sealed interface Rhythm {
    /** After more than so many days, the same for everyone; the first number is the smaller. */
    record Fixed(int atRiskAfter, int churnedAfter) implements Rhythm {}

    /**
     * After more than so many times the customer's own average interval between purchases: (last −
     * first) / (count − 1).
     *
     * @param atRiskAfter smaller than {@code churnedAfter}; at most three decimals
     * @param interval days, for customers without an interval of their own; empty for the median of
     *     the population's intervals
     * @param leastInterval days; shorter intervals are taken for this
     */
    record OwnInterval(
        BigDecimal atRiskAfter,
        BigDecimal churnedAfter,
        Optional<Integer> interval,
        int leastInterval)
        implements Rhythm {}
  }

  /**
   * A weighted sum of fields made comparable, and bands on it.
   *
   * @param parts at least one with a weight other than 0
   * @param bands from the lowest up
   */
  record Score(String facet, List<Part> parts, List<ScoreBand> bands) implements Rule {
    public Score {
      parts = List.copyOf(parts);
      bands = List.copyOf(bands);
    }

    @Override
    public List<String> inputs() {
      return parts.stream().map(Part::field).toList();
    }

    @Override
    public List<String> grades() {
      return bands.stream().map(ScoreBand::grade).distinct().toList();
    }
  }

  /**
   * A field's share in a score.
   *
   * @param weight may be negative
   * @param missing what stands, from 0 to 1, for customers without the field; empty: they get no
   *     grade
   */
  record Part(String field, BigDecimal weight, Normalise normalise, Optional<BigDecimal> missing) {}

  /** How a field becomes a number from 0 to 1. */
  sealed interface Normalise {
    /** Linear from the least to the greatest value of the population. */
    record MinMax() implements Normalise {}

    /** The share of the population below, interpolated between whole percentiles. */
    record Percentile() implements Normalise {}

    /** As {@link MinMax}, of the logarithm of 1 + what is above the least value. */
    record Log() implements Normalise {}

    /** Linear from one amount to a greater one, on the field's scale. */
    record Fixed(long from, long to) implements Normalise {}
  }

  /**
   * A grade and the score from which it is given.
   *
   * @param from empty for the lowest band alone
   */
  record ScoreBand(String grade, Optional<BigDecimal> from) {}

  /**
   * Values put into groups. In a tree a value stands for all below it, and the nearest node counts;
   * of several values the one in the earliest group does.
   *
   * @param otherwise for values in no group; none without it
   */
  record Mapping(
      String facet,
      String field,
      List<Group> groups,
      Optional<String> otherwise,
      Optional<String> missing)
      implements Rule {
    public Mapping {
      groups = List.copyOf(groups);
    }

    @Override
    public List<String> inputs() {
      return List.of(field);
    }

    @Override
    public List<String> grades() {
      Stream<String> named = groups.stream().map(Group::grade);
      return distinct(Stream.concat(named, otherwise.stream()), missing);
    }
  }

  /** A grade and the values that get it. */
  record Group(String grade, List<String> values) {
    public Group {
      values = List.copyOf(values);
    }
  }

  private static List<String> distinct(Stream<String> grades, Optional<String> missing) {
    return Stream.concat(grades, missing.stream()).distinct().toList();
  }
}
