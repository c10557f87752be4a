package dev.winnow.tables;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far a table that grows has been read: the greatest value of a column whose values only ever
 * grow, such as the time of the last change. Its text form tells which kind it is, so it can be
 * stored and typed in.
 */
public sealed interface Watermark {
  /** A number, such as a serial id. */
  record Number(BigDecimal value) implements Watermark {}

  /** A day. */
  record Day(LocalDate value) implements Watermark {}

  /** A date and time without a zone, as the database has it. */
  record Local(LocalDateTime value) implements Watermark {}

  /** A point in time. */
  record Moment(Instant value) implements Watermark {}

  /** Any other text; greater is what comes later by code units. */
  record Text(String value) implements Watermark {}

  /** Longest text form. */
  int MAX_LENGTH = 200;

  Pattern NUMBER = Pattern.compile("-?\\d{1,38}(\\.\\d{1,38})?");
  Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  Pattern LOCAL = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?");
  Pattern MOMENT = Pattern.compile(LOCAL.pattern() + "(Z|[+-]\\d\\d:\\d\\d)");

  /**
   * Reads a text form: a number, {@code 2026-03-31}, {@code 2026-03-31T10:00:00} with or without
   * {@code Z} or an offset, or any other text. In single quotes everything is a text.
   *
   * @throws WinnowException INVALID_CONNECTION when it looks like a date that does not exist, or is
   *     too long
   */
  static Watermark parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw wrong(text);
    }
    try {
      if (NUMBER.matcher(text).matches()) {
        return new Number(new BigDecimal(text));
      }
      if (DAY.matcher(text).matches()) {
        return new Day(LocalDate.parse(text));
      }
      if (LOCAL.matcher(text).matches()) {
        return new Local(LocalDateTime.parse(text.replace(' ', 'T')));
      }
      if (MOMENT.matcher(text).matches()) {
        return new Moment(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
      }
    } catch (DateTimeException e) {
      throw wrong(text);
    }
    boolean quoted = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    return new Text(quoted ? text.substring(1, text.length() - 1) : text);
  }

  private static WinnowException wrong(String text) {
    return new WinnowException(
        ProblemCode.INVALID_CONNECTION,
        List.of(
            new Fault(
                "/watermark/first",
                Excerpt.quoted(text) + " is no value to begin at.",
                "It must be a number, a date such as 2026-03-31, a time such as"
                    + " 2026-03-31T10:00:00 or 2026-03-31T10:00:00Z, or a short text.")));
  }

  /** The form that {@link #parse} reads. */
  default String text() {
    return switch (this) {
      case Number(BigDecimal value) -> value.toPlainString();
      case Day(LocalDate value) -> value.toString();
      case Local(LocalDateTime value) -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
      case Moment(Instant value) -> value.toString();
      case Text(String value) -> "'" + value + "'";
    };
  }

  /** The greater of the two; the other when they are not of the same kind. */
  default Watermark max(Watermark other) {
    boolean mine =
        switch (this) {
          case Number(BigDecimal value) ->
              other instanceof Number o && value.compareTo(o.value) > 0;
          case Day(LocalDate value) -> other instanceof Day o && value.isAfter(o.value);
          case Local(LocalDateTime value) -> other instanceof Local o && value.isAfter(o.value);
          case Moment(Instant value) -> other instanceof Moment o && value.isAfter(o.value);
          case Text(String value) -> other instanceof Text o && value.compareTo(o.value) > 0;
        };
    return mine ? this : other;
  }

  /**
   * This, or the present when it lies behind it: a row dated in the future must not hide what is
   * changed until then.
   */
  default Watermark notAfter(Instant now, ZoneId zone) {
    return switch (this) {
      case Day(LocalDate value) when value.isAfter(LocalDate.ofInstant(now, zone)) ->
          new Day(LocalDate.ofInstant(now, zone));
      case Local(LocalDateTime value) when value.isAfter(LocalDateTime.ofInstant(now, zone)) ->
          new Local(LocalDateTime.ofInstant(now, zone));
      case Moment(Instant value) when value.isAfter(now) -> new Moment(now);
      case Number _, Day _, Local _, Moment _, Text _ -> this;
    };
  }

  /**
   * A little before this, so that rows which became visible late are read, too.
   *
   * @param overlap seconds before a time, the days they begin before a day, or that much less than
   *     a number; a text stays as it is
   */
  default Watermark before(long overlap) {
    return switch (this) {
      case Number(BigDecimal value) -> new Number(value.subtract(BigDecimal.valueOf(overlap)));
      case Day(LocalDate value) -> new Day(value.minusDays(Math.ceilDiv(overlap, 86_400L)));
      case Local(LocalDateTime value) -> new Local(value.minusSeconds(overlap));
      case Moment(Instant value) -> new Moment(value.minusSeconds(overlap));
      case Text text -> text;
    };
  }

  /** What a statement takes as its parameter; whole numbers as such, so that an index serves. */
  default Object parameter() {
    return switch (this) {
      case Number(BigDecimal value) -> {
        boolean whole = value.stripTrailingZeros().scale() <= 0 && value.precision() <= 18;
        yield whole ? (Object) value.longValueExact() : value;
      }
      case Day(LocalDate value) -> value;
      case Local(LocalDateTime value) -> value;
      case Moment(Instant value) -> value.atOffset(ZoneOffset.UTC);
      case Text(String value) -> value;
    };
  }
}
