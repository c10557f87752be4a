package dev.winnow.condition;

import java.util.List;
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

  /** An end of a range. */
  sealed interface Bound {
    boolean inclusive();

    /** A point on the field's {@link dev.winnow.schema.Scale}. */
    record Fixed(long value, boolean inclusive) implements Bound {}

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
