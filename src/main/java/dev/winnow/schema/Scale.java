package dev.winnow.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The one number line of an ordered field: numbers and money as a count of their smallest unit,
 * dates as days since 1970-01-01. Comparing and adding these is exact.
 */
public final class Scale {
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  /** Also keeps numbers such as 1E999999999 from being written out. */
  private static final int MAX_DIGITS_BEFORE_POINT = 18;

  private Scale() {}

  /** Decimals of the field; 0 for dates. */
  public static int decimals(Field.Ordered field) {
    return switch (field) {
      case Field.Number number -> number.decimals();
      case Field.Money money -> money.decimals();
      case Field.Date _ -> 0;
    };
  }

  /** A decimal on the field's scale, or empty when it is beyond what the scale holds. */
  public static Optional<Long> ofDecimal(BigDecimal value, int decimals) {
    long digitsBeforePoint = (long) value.precision() - value.scale();
    if (value.signum() == 0 || digitsBeforePoint < -decimals) {
      return Optional.of(0L);
    }
    if (digitsBeforePoint > MAX_DIGITS_BEFORE_POINT) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          value.setScale(decimals, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** A day written as {@code 2026-03-31}, optionally with a time behind it that is dropped. */
  public static Optional<Long> ofDate(String text) {
    String day = text.length() > 10 && isTimeMark(text.charAt(10)) ? text.substring(0, 10) : text;
    try {
      long value = LocalDate.parse(day, DateTimeFormatter.ISO_LOCAL_DATE).toEpochDay();
      return value < FIRST_DAY || value > LAST_DAY ? Optional.empty() : Optional.of(value);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The value as it is written in JSON: a {@link BigDecimal}, or a string for a date. */
  public static Object toJson(Field.Ordered field, long value) {
    return switch (field) {
      case Field.Number _, Field.Money _ -> toDecimal(field, value);
      case Field.Date _ -> LocalDate.ofEpochDay(value).toString();
    };
  }

  /** The value as a decimal without trailing zeros in its fraction. */
  public static BigDecimal toDecimal(Field.Ordered field, long value) {
    BigDecimal decimal = BigDecimal.valueOf(value, decimals(field)).stripTrailingZeros();
    return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
  }

  private static boolean isTimeMark(char c) {
    return c == 'T' || c == ' ';
  }
}
