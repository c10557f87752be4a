package dev.winnow.activity;

import dev.winnow.schema.Scale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Points in time as they are written: ISO 8601, with or without a time of day and an offset. */
final class Times {
  private static final int DAY_LENGTH = 10;
  private static final int MAX_LENGTH = 40;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private Times() {}

  /**
   * The instant, cut to milliseconds; a day alone begins at midnight, and what has no offset is in
   * the zone.
   */
  static Optional<Instant> parse(String text, ZoneId zone) {
    try {
      if (text.length() == DAY_LENGTH) {
        return Scale.ofDate(text)
            .map(day -> LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant());
      }
      if (text.length() > MAX_LENGTH) {
        return Optional.empty();
      }
      String iso = text.charAt(Math.min(DAY_LENGTH, text.length() - 1)) == ' ' ? isoOf(text) : text;
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          switch (parsed) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> throw new DateTimeException(text);
          };
      int year = LocalDate.ofInstant(instant, zone).getYear();
      return year < FIRST_YEAR || year > LAST_YEAR
          ? Optional.empty()
          : Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** With the offset that the zone has then, such as {@code 2026-03-01T10:00+08:00}. */
  static String format(long time, ZoneId zone) {
    return OffsetDateTime.ofInstant(Instant.ofEpochMilli(time), zone).toString();
  }

  private static String isoOf(String text) {
    return text.substring(0, DAY_LENGTH) + 'T' + text.substring(DAY_LENGTH + 1);
  }
}
