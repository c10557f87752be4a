package dev.winnow.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The one number line of an ordered field: numbers and money as a count of their smallest unit,
 * dates as days since 1970-01-01. Comparing and adding these is exact.
 */
public final class Scale {
  private static final int DAY_LENGTH = 10;

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
    boolean shaped =
        text.length() >= DAY_LENGTH
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && (text.length() == DAY_LENGTH || isTimeMark(text.charAt(DAY_LENGTH)));
    if (!shaped) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
      return day.getYear() < 1 ? Optional.empty() : Optional.of(day.toEpochDay());
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

  /** The number that ASCII digits write; negative when they are something else. */
  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private static boolean isTimeMark(char c) {
    return c == 'T' || c == ' ';
  }
}
