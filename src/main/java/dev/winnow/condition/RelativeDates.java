package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound.Relative;
import dev.winnow.condition.Condition.DateUnit;
import dev.winnow.condition.Condition.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates relative to today, as they are written ({@code today-90d}) and as days. */
final class RelativeDates {
  private static final Pattern FORM = Pattern.compile("today(?:([+-])(\\d{1,5})([dwmy]))?");

  private static final Pattern LOOKBACK = Pattern.compile("([1-9]\\d{0,4})([dwmy])");

  private RelativeDates() {}

  static Optional<Relative> parse(String text, boolean inclusive) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    if (form.group(1) == null) {
      return Optional.of(new Relative(0, DateUnit.DAY, inclusive));
    }
    int amount = Integer.parseInt(form.group(1) + form.group(2));
    DateUnit unit = amount == 0 ? DateUnit.DAY : unit(form.group(3).charAt(0));
    return Optional.of(new Relative(amount, unit, inclusive));
  }

  static String format(Relative date) {
    return date.amount() == 0
        ? "today"
        : "today" + (date.amount() > 0 ? "+" : "") + date.amount() + date.unit().symbol();
  }

  /** Days since 1970-01-01; a day the target month does not have becomes its last day. */
  static long resolve(Relative date, LocalDate today) {
    int amount = date.amount();
    LocalDate day =
        switch (date.unit()) {
          case DAY -> today.plusDays(amount);
          case WEEK -> today.plusWeeks(amount);
          case MONTH -> today.plusMonths(amount);
          case YEAR -> today.plusYears(amount);
        };
    return day.toEpochDay();
  }

  /** A lookback, such as {@code 90d}; empty when it is none, or none of at least one day. */
  static Optional<Window.Lookback> lookback(String text) {
    Matcher form = LOOKBACK.matcher(text);
    return form.matches()
        ? Optional.of(
            new Window.Lookback(Integer.parseInt(form.group(1)), unit(form.group(2).charAt(0))))
        : Optional.empty();
  }

  static String format(Window.Lookback lookback) {
    return lookback.amount() + "" + lookback.unit().symbol();
  }

  /** The day before a lookback begins. */
  static Relative before(Window.Lookback lookback) {
    return new Relative(-lookback.amount(), lookback.unit(), false);
  }

  /** The days of a window. */
  static Window.Days resolve(Window window, LocalDate today) {
    return switch (window) {
      case Window.Lookback lookback ->
          new Window.Days(resolve(before(lookback), today) + 1, today.toEpochDay() + 1);
      case Window.Days days -> days;
    };
  }

  private static DateUnit unit(char symbol) {
    return switch (symbol) {
      case 'd' -> DateUnit.DAY;
      case 'w' -> DateUnit.WEEK;
      case 'm' -> DateUnit.MONTH;
      case 'y' -> DateUnit.YEAR;
      default -> throw new IllegalArgumentException("no unit of dates: " + symbol);
    };
  }
}
