package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Bound.Fixed;
import dev.winnow.condition.Condition.Bound.Relative;
import dev.winnow.condition.Condition.DateUnit;

/** Whether anything can lie between two ends, as far as that is known before today's date is. */
final class Ranges {
  private static final double DAYS_PER_MONTH = 365.2425 / 12;

  /** More than the days by which a number of months can differ from its average. */
  private static final int MONTH_SLACK = 4;

  private Ranges() {}

  /** True when no value lies between the ends, whatever the date. */
  static boolean surelyEmpty(Bound from, Bound to) {
    return switch (from) {
      case Fixed start -> to instanceof Fixed end && empty(start, end);
      case Relative start -> to instanceof Relative end && empty(start, end);
    };
  }

  private static boolean empty(Fixed from, Fixed to) {
    if (from.value() >= to.value()) {
      return from.value() > to.value() || !(from.inclusive() && to.inclusive());
    }
    return !from.inclusive() && !to.inclusive() && from.value() + 1 == to.value();
  }

  private static boolean empty(Relative from, Relative to) {
    if (inMonths(from) != inMonths(to)) {
      return averageDays(from) - averageDays(to) > 2 * MONTH_SLACK;
    }
    Fixed start = new Fixed(steps(from), from.inclusive());
    Fixed end = new Fixed(steps(to), to.inclusive());
    boolean neighbours = start.value() + 1 == end.value();
    return !(inMonths(from) && neighbours) && empty(start, end);
  }

  private static boolean inMonths(Relative date) {
    return date.unit() == DateUnit.MONTH || date.unit() == DateUnit.YEAR;
  }

  private static long steps(Relative date) {
    return switch (date.unit()) {
      case DAY, MONTH -> date.amount();
      case WEEK -> date.amount() * 7L;
      case YEAR -> date.amount() * 12L;
    };
  }

  private static double averageDays(Relative date) {
    return inMonths(date) ? steps(date) * DAYS_PER_MONTH : steps(date);
  }
}
