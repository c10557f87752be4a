package dev.winnow.customer;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How numbers and dates are written in a table whose author did not follow the defaults.
 *
 * @param dates the formats to try, in order, by field name; fields without any take the usual
 *     unambiguous ones
 * @param decimalCommas names of the fields written as {@code 1.234,56}
 */
public record TextFormats(Map<String, List<DateTimeFormatter>> dates, Set<String> decimalCommas) {
  /** Everything as usual. */
  public static final TextFormats DEFAULT = new TextFormats(Map.of(), Set.of());

  public TextFormats {
    dates = Map.copyOf(dates);
    decimalCommas = Set.copyOf(decimalCommas);
  }

  /**
   * A strict format of a pattern as in {@link DateTimeFormatter}, such as {@code M/d/yyyy}, in
   * English.
   *
   * @throws IllegalArgumentException when the pattern is not valid
   */
  public static DateTimeFormatter dateFormat(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        .withChronology(IsoChronology.INSTANCE)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
