package dev.winnow.customer;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How numbers and dates are written in a table whose author did not follow the defaults.
 *
 * @param dates the patterns to try, in order, by field name; fields without any take the usual
 *     unambiguous ones
 * @param decimalCommas names of the fields written as {@code 1.234,56}
 */
public record TextFormats(Map<String, List<DatePattern>> dates, Set<String> decimalCommas) {
  /** Everything as usual. */
  public static final TextFormats DEFAULT = new TextFormats(Map.of(), Set.of());

  public TextFormats {
    dates = Map.copyOf(dates);
    decimalCommas = Set.copyOf(decimalCommas);
  }
}
