package dev.winnow.tables;

import java.util.Locale;

/**
 * Recognises a text as a day, with or without a time, without asking what order day and month are in
 * where the text does not say. Not a parser of values: it tells how they are written.
 */
final class DateScanner {
  /** What stands where. */
  enum Order {
    YEAR_FIRST,
    COMPACT,
    CHINESE,
    /** Day and month in either order, then the year. */
    NUMERIC,
    DAY_NAME_YEAR,
    NAME_DAY_YEAR
  }

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String[] FULL = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december"
  };
  private static final int TIME = 1 << 16;

  private String s = "";
  private int i;
  private int shape;
  private int first;
  private int second;
  private boolean midnight;

  /** Looks at a text without blanks around it; what it found stands in the other methods. */
  boolean scan(String text) {
    s = text;
    i = 0;
    shape = 0;
    first = 0;
    second = 0;
    midnight = true;
    int length = text.length();
    if (length < 6 || length > 40) {
      return false;
    }
    char c = text.charAt(0);
    boolean day = isDigit(c) ? numeric() : isLetter(c) && named();
    return day && time() && i == length;
  }

  /** Identifies the way the text is written; see {@link DatePattern}. */
  int shape() {
    return shape;
  }

  /** The first of two numbers that could be day or month. */
  int first() {
    return first;
  }

  int second() {
    return second;
  }

  /** Whether there is a time other than the beginning of the day. */
  boolean hasTime() {
    return !midnight;
  }

  private boolean numeric() {
    int start = i;
    int a = number(14);
    int digits = i - start;
    if (digits == 8 || digits == 14) {
      return compact(start, digits);
    }
    if (i >= s.length()) {
      return false;
    }
    char separator = s.charAt(i);
    if (digits == 4 && separator == '年') {
      return chinese(a);
    }
    int code = "-/. ".indexOf(separator);
    if (code < 0 || digits > 4 || digits == 3) {
      return false;
    }
    i++;
    if (digits == 4) {
      return code < 3 && yearFirst(a, separator, code);
    }
    return i < s.length() && isLetter(s.charAt(i))
        ? dayNameYear(a, separator, code)
        : code < 3 && either(a, separator, code, digits == 2);
  }

  private boolean compact(int start, int digits) {
    int day = part(start, 8);
    if (!isDay(day / 10_000, day / 100 % 100, day % 100)) {
      return false;
    }
    if (digits == 14) {
      int time = part(start + 8, 6);
      midnight = time == 0;
      set(Order.COMPACT, 0, true, false);
      shape |= TIME | 3 << 17;
      return time / 10_000 < 24 && time / 100 % 100 < 60 && time % 100 < 60;
    }
    return set(Order.COMPACT, 0, true, false);
  }

  private int part(int from, int digits) {
    int value = 0;
    for (int k = from; k < from + digits; k++) {
      value = value * 10 + s.charAt(k) - '0';
    }
    return value;
  }

  private boolean chinese(int year) {
    i++;
    int month = number(2);
    if (!take('月')) {
      return false;
    }
    int day = number(2);
    boolean marked = take('日');
    boolean other = !marked && take('号');
    return isDay(year, month, day)
        && set(Order.CHINESE, marked ? 0 : other ? 1 : 2, false, false);
  }

  private boolean yearFirst(int year, char separator, int code) {
    int start = i;
    int month = number(2);
    boolean padded = i - start == 2;
    if (!take(separator)) {
      return false;
    }
    start = i;
    int day = number(2);
    return isDay(year, month, day) && set(Order.YEAR_FIRST, code, padded && i - start == 2, false);
  }

  private boolean either(int a, char separator, int code, boolean padded) {
    int start = i;
    int b = number(2);
    boolean bothPadded = padded && i - start == 2;
    if (!take(separator)) {
      return false;
    }
    start = i;
    int year = number(4);
    int digits = i - start;
    first = a;
    second = b;
    boolean valid =
        (digits == 4 && year >= 1800 && year < 2200 || digits == 2)
            && a >= 1
            && b >= 1
            && Math.min(a, b) <= 12
            && Math.max(a, b) <= 31;
    return valid && set(Order.NUMERIC, code, bothPadded, digits == 2);
  }

  private boolean dayNameYear(int day, char separator, int code) {
    int month = month();
    boolean full = month > 12;
    if (month < 0 || !take(separator)) {
      return false;
    }
    int start = i;
    int year = number(4);
    int digits = i - start;
    boolean known = digits == 4 ? year >= 1800 && year < 2200 : digits == 2;
    return known
        && day >= 1
        && day <= 31
        && set(Order.DAY_NAME_YEAR, code, full, digits == 2);
  }

  private boolean named() {
    int month = month();
    boolean full = month > 12;
    if (month < 0 || !take(' ')) {
      return false;
    }
    int day = number(2);
    boolean comma = take(',');
    if (!take(' ')) {
      return false;
    }
    int year = number(4);
    return isDay(year, (month - 1) % 12 + 1, day)
        && set(Order.NAME_DAY_YEAR, comma ? 1 : 0, full, false);
  }

  /** 1 to 12 for a short name, 13 to 24 for a full one, -1 for none. */
  private int month() {
    int start = i;
    while (i < s.length() && isLetter(s.charAt(i))) {
      i++;
    }
    String word = s.substring(start, i).toLowerCase(Locale.ROOT);
    if (word.length() == 3) {
      int place = MONTHS.indexOf(word);
      return place >= 0 && place % 3 == 0 ? place / 3 + 1 : -1;
    }
    for (int m = 0; m < FULL.length; m++) {
      if (FULL[m].equals(word)) {
        return m + 13;
      }
    }
    return -1;
  }

  private boolean set(Order order, int separator, boolean padded, boolean shortYear) {
    shape |= order.ordinal() | separator << 4 | (padded ? 1 << 6 : 0) | (shortYear ? 1 << 7 : 0);
    return true;
  }

  /** The rest of the text: nothing, or a time of day. */
  private boolean time() {
    if (i == s.length()) {
      return true;
    }
    boolean t = take('T');
    if (!t && !take(' ') || i == s.length()) {
      return false;
    }
    int start = i;
    int hour = number(2);
    boolean padded = i - start == 2;
    if (!take(':')) {
      return false;
    }
    int minute = number(2);
    int second = 0;
    int parts = 2;
    int fraction = 0;
    if (take(':')) {
      parts = 3;
      second = number(2);
      if (take('.') || take(',')) {
        start = i;
        second += number(9);
        fraction = i - start;
      }
    }
    int half = half();
    int zone = zone();
    midnight = half < 0 && hour == 0 && minute == 0 && second == 0;
    shape |= TIME | parts << 17 | (t ? 1 << 19 : 0) | (padded ? 1 << 20 : 0);
    shape |= fraction << 21 | (half >= 0 ? 1 << 25 : 0) | (half == 1 ? 1 << 26 : 0) | zone << 27;
    return hour < 24 && minute < 60;
  }

  /** AM or PM: -1 for neither, 0 directly behind, 1 after a blank. */
  private int half() {
    int at = i < s.length() && s.charAt(i) == ' ' ? i + 1 : i;
    boolean found =
        s.length() >= at + 2
            && "aApP".indexOf(s.charAt(at)) >= 0
            && "mM".indexOf(s.charAt(at + 1)) >= 0;
    int result = !found ? -1 : at - i;
    i = found ? at + 2 : i;
    return result;
  }

  /** 0 none, 1 with a colon or Z, 2 without colon. */
  private int zone() {
    if (take('Z')) {
      return 1;
    }
    if (take('+') || take('-')) {
      number(2);
      boolean colon = take(':');
      number(2);
      return colon ? 1 : 2;
    }
    return 0;
  }

  /** The digits at this place, at most so many; -1 when there is none. */
  private int number(int digits) {
    int value = -1;
    int end = Math.min(s.length(), i + digits);
    while (i < end && isDigit(s.charAt(i))) {
      value = Math.max(value, 0) * 10 + s.charAt(i) - '0';
      i++;
    }
    return value;
  }

  private boolean take(char c) {
    if (i < s.length() && s.charAt(i) == c) {
      i++;
      return true;
    }
    return false;
  }

  private static boolean isDay(int year, int month, int day) {
    return year >= 1800
        && year < 2200
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= (month == 2 ? 29 : 30 + (month + month / 8) % 2);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
