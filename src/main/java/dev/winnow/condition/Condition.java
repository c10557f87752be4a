package dev.winnow.condition;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question about customers, as data. It has one meaning, whoever evaluates it: a customer either
 * satisfies a condition or does not, order never matters, and {@code not} is the complement over
 * all customers.
 *
 * <p>As written it may hold relative dates and references to segments; {@code ConditionResolver}
 * replaces both, and evaluators see only resolved conditions.
 */
public sealed interface Condition {
  /** Satisfied by every customer. */
  Condition EVERYONE = new All(List.of());

  /** Satisfied by no customer. */
  Condition NOBODY = new Any(List.of());

  /** Satisfied when every part is; the empty one by everyone. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Satisfied when at least one part is; the empty one by nobody. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** Satisfied by the customers that do not satisfy the part. */
  record Not(Condition part) implements Condition {}

  /** The worded field has at least one of the values; in a tree, the value or any node below it. */
  record In(String field, List<String> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  /** The ordered field lies in the range; both ends are optional, at least one is given. */
  record Range(String field, Optional<Bound> from, Optional<Bound> to) implements Condition {}

  /**
   * The date's day and month come round again within the given days, today included. 29 February
   * counts as 1 March in common years.
   *
   * @param from as written: relative to the resolver's today; resolved: the first day, since
   *     1970-01-01
   * @param days 0 to 366 days after {@code from}, inclusive
   */
  record Anniversary(String field, Optional<Long> from, int days) implements Condition {}

  /** The field has a value; with {@code present} false, it has none. */
  record Exists(String field, boolean present) implements Condition {}

  /**
   * A keyword query matches.
   *
   * @param fields the text fields to look into; empty for all that are searched
   */
  record Text(String query, List<String> fields) implements Condition {
    public Text {
      fields = List.copyOf(fields);
    }
  }

  /** The customer satisfies a saved segment's condition, by the segment's id. */
  record InSegment(String segment) implements Condition {}

  /**
   * A deterministic sample: the customer's {@link Buckets} number for the salt is in {@code [from,
   * to)}, in percent.
   */
  record Bucket(String salt, int from, int to) implements Condition {}

  /**
   * The customer's activities of a kind add up to something: all measures hold of those that
   * satisfy {@code where} and lie in the window. Returns are activities like others; their amounts
   * and quantities are negative.
   *
   * @param where about the kind's {@link ActivityKind#attributes}; {@link #EVERYONE} for all
   * @param measures none: there is at least one such activity
   * @param window when it happened; empty for ever
   */
  record Did(ActivityKind kind, Condition where, List<Measure> measures, Optional<Window> window)
      implements Condition {
    public Did {
      measures = List.copyOf(measures);
    }

    /** Whether a customer satisfies it with whom nothing of the kind has happened. */
    public boolean satisfiedByNone() {
      return !measures.isEmpty() && measures.stream().allMatch(Measure::holdsOfNone);
    }
  }

  /**
   * A range for a figure of activities.
   *
   * @param of the attribute that is added or averaged; of a count, the keyword whose different
   *     values are counted, or empty to count the activities; else empty
   * @param from on the figure's scale, see {@link MeasureScales}
   */
  record Measure(Figure figure, String of, Optional<Bound> from, Optional<Bound> to) {
    private boolean holdsOfNone() {
      return switch (figure) {
        case COUNT, SUM ->
            from.stream().allMatch(bound -> bound instanceof Bound.Fixed end && end.lets(0, 1))
                && to.stream()
                    .allMatch(bound -> bound instanceof Bound.Fixed end && end.lets(0, -1));
        case AVERAGE, FIRST, LAST -> false;
      };
    }
  }

  /** What activities add up to. */
  enum Figure {
    /** How many there are; 0 when there are none. */
    COUNT,
    /** Of an attribute; 0 when there are none. */
    SUM,
    /** Of an attribute, exact, over the activities that have it; none when none has. */
    AVERAGE,
    /** The day of the first; none when there are none. */
    FIRST,
    /** The day of the last; none when there are none. */
    LAST;

    /** As it is written in JSON. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A span of time. */
  sealed interface Window {
    /**
     * The last days, weeks, months or years, today included: {@code 90d} is today and the 89 days
     * before it, and {@code 1m} begins on the day behind the same day of the last month.
     */
    record Lookback(int amount, DateUnit unit) implements Window {
      /** As it is written, such as {@code 90d}; empty when it is no span of at least a day. */
      public static Optional<Lookback> parse(String text) {
        return RelativeDates.lookback(text);
      }

      /** The days as of a day. */
      public Days asOf(LocalDate today) {
        return RelativeDates.resolve(this, today);
      }
    }

    /**
     * Resolved: calendar days in the configured time zone, since 1970-01-01.
     *
     * @param from the first day
     * @param to the day behind the last
     */
    record Days(long from, long to) implements Window {
      /** Milliseconds since 1970 UTC at which the first day begins in a time zone. */
      public long begins(ZoneId zone) {
        return start(from, zone);
      }

      /** Milliseconds since 1970 UTC at which the last day has ended in a time zone. */
      public long ends(ZoneId zone) {
        return start(to, zone);
      }

      private static long start(long day, ZoneId zone) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
      }
    }
  }

  /** An end of a range. */
  sealed interface Bound {
    boolean inclusive();

    /** A point on the field's {@link dev.winnow.schema.Scale}. */
    record Fixed(long value, boolean inclusive) implements Bound {
      /**
       * Whether it leaves a value in.
       *
       * @param inwards 1 for a lower end, -1 for an upper one
       */
      public boolean lets(long other, int inwards) {
        return other == value ? inclusive : Long.compare(other, value) == inwards;
      }
    }

    /**
     * {@code today}, moved by an amount of a calendar unit: {@code today-90d}, {@code today+1y}.
     */
    record Relative(int amount, DateUnit unit, boolean inclusive) implements Bound {}
  }

  /** Calendar units of relative dates. */
  enum DateUnit {
    DAY('d'),
    WEEK('w'),
    MONTH('m'),
    YEAR('y');

    private final char symbol;

    DateUnit(char symbol) {
      this.symbol = symbol;
    }

    public char symbol() {
      return symbol;
    }
  }
}
