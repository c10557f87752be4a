package dev.winnow.customer;

import dev.winnow.tables.OtherDates;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How days are written in a table: a pattern as in {@link DateTimeFormatter}, such as {@code
 * M/d/yyyy}, read strictly and in English, {@value #EXCEL} for the serial numbers of spreadsheets,
 * or a word for {@link OtherDates}. Patterns are equal when their texts are.
 */
public final class DatePattern {
  /** Days since 1899-12-31, as spreadsheets count them, with or without a fraction of a day. */
  public static final String EXCEL = "excel";

  private static final LocalDate EXCEL_ORIGIN = LocalDate.of(1899, 12, 30);

  /** Spreadsheets take 1900 for a leap year; serials before its 29 February are a day off. */
  private static final int EXCEL_LEAP_DAY = 60;

  private static final int EXCEL_LAST = 2_958_465;
  private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(?:\\.\\d{1,15})?");

  private final String text;
  private final @Nullable DateTimeFormatter format;

  private final @Nullable OtherDates other;

  private DatePattern(String text, @Nullable DateTimeFormatter format, @Nullable OtherDates other) {
    this.text = text;
    this.format = format;
    this.other = other;
  }

  /**
   * The pattern, once it has shown that it can read a day back that it has written.
   *
   * @throws IllegalArgumentException when it is none, or leaves the day open
   */
  public static DatePattern of(String text) {
    if (text.equals(EXCEL)) {
      return new DatePattern(text, null, null);
    }
    Optional<OtherDates> other = OtherDates.of(text);
    if (other.isPresent()) {
      return new DatePattern(text, null, other.get());
    }
    DateTimeFormatter format =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(text)
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(Locale.ENGLISH)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);
    try {
      ZonedDateTime sample = LocalDateTime.of(2026, 11, 21, 13, 14).atZone(ZoneOffset.UTC);
      LocalDate.from(format.parse(format.format(sample)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no pattern of a day: " + text, e);
    }
    return new DatePattern(text, format, null);
  }

  /** As it was given. */
  public String text() {
    return text;
  }

  /** The day in a cell, whatever time stands behind it; empty when it is written otherwise. */
  public Optional<LocalDate> day(String cell) {
    return TextDates.read(cell, List.of(this)).map(LocalDate::ofEpochDay);
  }

  /** The day that is written so; empty when it is written otherwise. */
  Optional<LocalDate> read(String day) {
    if (other != null) {
      return other.read(day);
    }
    if (format == null) {
      return serial(day);
    }
    try {
      return Optional.of(LocalDate.parse(day, format));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> serial(String text) {
    if (!SERIAL.matcher(text).matches()) {
      return Optional.empty();
    }
    int serial = new BigDecimal(text).intValue();
    return serial < 1 || serial > EXCEL_LAST || serial == EXCEL_LEAP_DAY
        ? Optional.empty()
        : Optional.of(EXCEL_ORIGIN.plusDays(serial < EXCEL_LEAP_DAY ? serial + 1L : serial));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DatePattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
