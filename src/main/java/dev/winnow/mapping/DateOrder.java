package dev.winnow.mapping;

/** Whether days are written with the month first. */
final class DateOrder {
  private DateOrder() {}

  /** The pattern with day and month in each other's place. */
  static String swap(String pattern) {
    return pattern.replace('M', '\0').replace('d', 'M').replace('\0', 'd');
  }

  static boolean isMonthFirst(String pattern) {
    return pattern.indexOf('M') < pattern.indexOf('d');
  }
}
