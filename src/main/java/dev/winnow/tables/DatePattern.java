package dev.winnow.tables;

import dev.winnow.tables.DateScanner.Order;
import java.util.List;

/** The pattern, as in {@link java.time.format.DateTimeFormatter}, of a shape that was scanned. */
final class DatePattern {
  private static final String SEPARATORS = "-/. ";

  /** The place of an order in this list is what a shape holds of it. */
  static final List<Order> ORDERS = List.of(Order.values());

  private DatePattern() {}

  static Order order(int shape) {
    return ORDERS.get(shape & 0xF);
  }

  /**
   * @param dayFirst the order of day and month where the shape leaves it open
   */
  static String of(int shape, boolean dayFirst) {
    String day = day(shape, dayFirst);
    return OtherDates.of(day).isPresent() ? day : day + time(shape);
  }

  private static String day(int shape, boolean dayFirst) {
    int separator = shape >> 4 & 3;
    boolean flag = (shape & 1 << 6) != 0;
    String year = (shape & 1 << 7) != 0 ? "yy" : "yyyy";
    char between = SEPARATORS.charAt(separator);
    return switch (order(shape)) {
      case YEAR_FIRST ->
          flag ? "yyyy" + between + "MM" + between + "dd" : "yyyy" + between + "M" + between + "d";
      case COMPACT -> "yyyyMMdd";
      case CHINESE -> "yyyy年M月d" + (separator == 0 ? "日" : separator == 1 ? "号" : "");
      case NUMERIC -> (dayFirst ? "d" + between + "M" : "M" + between + "d") + between + year;
      case DAY_NAME_YEAR -> "d" + between + (flag ? "MMMM" : "MMM") + between + year;
      case NAME_DAY_YEAR -> (flag ? "MMMM" : "MMM") + (separator == 1 ? " d, yyyy" : " d yyyy");
      case MINGUO -> OtherDates.MINGUO.word();
      case ERA -> OtherDates.ERA.word();
      case NUMERALS -> OtherDates.NUMERALS.word();
      case EPOCH -> OtherDates.EPOCH.word();
    };
  }

  private static String time(int shape) {
    if ((shape & TimeScanner.TIME) == 0) {
      return "";
    }
    if ((shape >> 17 & 3) == 1) {
      return "HHmmss";
    }
    boolean seconds = (shape >> 17 & 3) == 3;
    boolean half = (shape & 1 << 25) != 0;
    StringBuilder pattern = new StringBuilder((shape & 1 << 19) != 0 ? "'T'" : " ");
    pattern.append(half ? "h" : (shape & 1 << 20) != 0 ? "HH" : "H").append(":mm");
    if (seconds) {
      pattern.append(":ss");
    }
    int fraction = shape >> 21 & 0xF;
    if (fraction > 0) {
      pattern.append('.').append("S".repeat(fraction));
    }
    if (half) {
      pattern.append((shape & 1 << 26) != 0 ? " a" : "a");
    }
    int zone = shape >>> 27 & 3;
    return pattern.append(zone == 1 ? "XXX" : zone == 2 ? "xx" : "").toString();
  }
}
