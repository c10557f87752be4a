package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.MeasureScales;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One measure of a {@code did} clause while one customer's activities go by, in any order: the one
 * place that says when it holds. Whoever has the attributes at hand may feed it without making
 * {@link Activity} records.
 */
public final class RunningMeasure {
  private final Measure measure;
  private final long scale;
  private final ExactSum sum = new ExactSum();
  private final Set<Object> different = new HashSet<>();
  private long count;
  private long day;

  public RunningMeasure(ActivityKind kind, Measure measure) {
    this.measure = measure;
    this.scale =
        measure.figure() == Figure.AVERAGE ? MeasureScales.toAverage(kind, measure.of()) : 1;
  }

  public Measure measure() {
    return measure;
  }

  /** Begins anew, with another customer. */
  public void clear() {
    sum.clear();
    different.clear();
    count = 0;
  }

  /** An activity, for a count of activities. */
  public void count() {
    count++;
  }

  /** The word an activity has, for a count of different ones; equal words are equal objects. */
  public void word(Object word) {
    different.add(word);
  }

  /** The number an activity has in the attribute, for a sum or an average. */
  public void number(long number) {
    sum.add(number);
    count++;
  }

  /** The day of an activity since 1970-01-01, for the first and the last. */
  public void day(long next) {
    day =
        switch (measure.figure()) {
          case FIRST -> count == 0 ? next : Math.min(day, next);
          case LAST -> count == 0 ? next : Math.max(day, next);
          case COUNT, SUM, AVERAGE -> day;
        };
    count++;
  }

  /** Whether the measure holds of what went by. */
  public boolean holds() {
    return holds(measure.from(), 1) && holds(measure.to(), -1);
  }

  private boolean holds(Optional<Bound> bound, int inwards) {
    return bound.isEmpty()
        || switch (bound.get()) {
          case Bound.Fixed fixed -> holds(fixed, inwards);
          case Bound.Relative relative ->
              throw new IllegalArgumentException("not resolved: " + relative);
        };
  }

  private boolean holds(Bound.Fixed bound, int inwards) {
    return switch (measure.figure()) {
      case COUNT -> bound.lets(measure.of().isEmpty() ? count : different.size(), inwards);
      case SUM -> lets(bound, sum.compareTo(bound.value()), inwards);
      case AVERAGE -> count > 0 && lets(bound, compareAverage(bound.value()), inwards);
      case FIRST, LAST -> count > 0 && bound.lets(day, inwards);
    };
  }

  private int compareAverage(long bound) {
    BigInteger scaled = sum.value().multiply(BigInteger.valueOf(scale));
    return scaled.compareTo(BigInteger.valueOf(bound).multiply(BigInteger.valueOf(count)));
  }

  private static boolean lets(Bound.Fixed bound, int comparison, int inwards) {
    return comparison == 0 ? bound.inclusive() : Integer.signum(comparison) == inwards;
  }
}
