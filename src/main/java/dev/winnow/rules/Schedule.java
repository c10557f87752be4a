package dev.winnow.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How often cut points are found anew, at the beginning of the day. */
public enum Schedule {
  NEVER,
  DAILY,
  /** On Mondays. */
  WEEKLY,
  /** On the first of the month. */
  MONTHLY;

  /** Such as {@code weekly}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is time today, when it was last looked at on an earlier day. */
  boolean isDue(LocalDate last, LocalDate today) {
    LocalDate begun =
        switch (this) {
          case NEVER -> LocalDate.MIN;
          case DAILY -> today;
          case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTHLY -> today.withDayOfMonth(1);
        };
    return begun.isAfter(last);
  }
}
