package dev.winnow.tables;

import java.util.Locale;

/**
 * Recognises a text as a day, with or without a time, without asking what order day and month are
 * in where the text does not say. Not a parser of values: it tells how they are written.
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
    NAME_DAY_YEAR,
    MINGUO,
    ERA,
    NUMERALS,
    EPOCH
  }

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String[] FULL = {
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
  };

  private final boolean republic;
  private final boolean dated;
  private final TextCursor at = new TextCursor();
  private final TimeScanner time = new TimeScanner(at);
  private String s = "";
  private int shape;
  private int first;
  private int second;
  private boolean midnight;

  DateScanner() {
    this("");
  }

  /**
   * @param column its name may say that its numbers are years of the Republic of China, or days at
   *     all
   */
  DateScanner(String column) {
    this.republic = NameHints.republic(column);
    this.dated = NameHints.date(column);
  }

  /** Looks at a text without blanks around it; what it found stands in the other methods. */
  boolean scan(String text) {
    s = text;
    at.start(text);
    shape = 0;
    first = 0;
    second = 0;
    midnight = true;
    int length = text.length();
    if (length < 6 || length > 40) {
      return false;
    }
    char c = text.charAt(0);
    boolean day = Chars.isDigit(c) ? numeric() : Chars.isLetter(c) && named();
    if (!day && !other(c)) {
      return false;
    }
    if (at.isEnd()) {
      return true;
    }
    boolean valid = time.scan();
    shape |= time.shape();
    midnight = time.isMidnight();
    return valid;
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
    int start = at.place();
    int a = at.number(14);
    int digits = at.place() - start;
    if (digits == 8 || digits == 14) {
      return compact(start, digits);
    }
    char separator = at.peek();
    if (digits == 4 && separator == '年') {
      return chinese(a);
    }
    int code = "-/. ".indexOf(separator);
    if (code < 0 || digits > 4 || digits == 3) {
      return false;
    }
    at.moveTo(at.place() + 1);
    if (digits == 4) {
      return code < 3 && yearFirst(a, separator, code);
    }
    return Chars.isLetter(at.peek())
        ? dayNameYear(a, separator, code)
        : code < 3 && either(a, separator, code, digits == 2);
  }

  /** Days that are not written in the digits of our calendar. */
  private boolean other(char c) {
    if (Chars.isDigit(c)) {
      return (dated && ends(OtherDates.EPOCH, Order.EPOCH))
          || (republic && ends(OtherDates.MINGUO, Order.MINGUO));
    }
    if (Chars.isLetter(c)) {
      return dated && ends(OtherDates.ERA, Order.ERA);
    }
    return switch (c) {
      case '民', '中' -> ends(OtherDates.MINGUO, Order.MINGUO);
      case '令', '平', '昭', '大', '明' -> ends(OtherDates.ERA, Order.ERA);
      case '一', '二' -> ends(OtherDates.NUMERALS, Order.NUMERALS);
      default -> false;
    };
  }

  private boolean ends(OtherDates way, Order order) {
    int end = way.end(s);
    boolean whole = end == s.length() || (end > 0 && " T".indexOf(s.charAt(end)) >= 0);
    if (!whole) {
      return false;
    }
    shape = 0;
    at.moveTo(end);
    return set(order, 0, false, false);
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
      shape |= TimeScanner.COMPACT;
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
    at.moveTo(at.place() + 1);
    int month = at.number(2);
    if (!at.take('月')) {
      return false;
    }
    int day = at.number(2);
    boolean marked = at.take('日');
    boolean other = !marked && at.take('号');
    return isDay(year, month, day) && set(Order.CHINESE, marked ? 0 : other ? 1 : 2, false, false);
  }

  private boolean yearFirst(int year, char separator, int code) {
    int start = at.place();
    int month = at.number(2);
    boolean padded = at.place() - start == 2;
    if (!at.take(separator)) {
      return false;
    }
    start = at.place();
    int day = at.number(2);
    return isDay(year, month, day)
        && set(Order.YEAR_FIRST, code, padded && at.place() - start == 2, false);
  }

  private boolean either(int a, char separator, int code, boolean padded) {
    int start = at.place();
    int b = at.number(2);
    boolean bothPadded = padded && at.place() - start == 2;
    if (!at.take(separator)) {
      return false;
    }
    start = at.place();
    int year = at.number(4);
    int digits = at.place() - start;
    first = a;
    second = b;
    boolean valid =
        isYear(year, digits) && a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
    return valid && set(Order.NUMERIC, code, bothPadded, digits == 2);
  }

  private boolean dayNameYear(int day, char separator, int code) {
    int month = month();
    boolean full = month > 12;
    if (month < 0 || !at.take(separator)) {
      return false;
    }
    int start = at.place();
    int year = at.number(4);
    int digits = at.place() - start;
    boolean known = digits == 4 ? year >= 1800 && year < 2200 : digits == 2;
    return known && day >= 1 && day <= 31 && set(Order.DAY_NAME_YEAR, code, full, digits == 2);
  }

  private boolean named() {
    int month = month();
    boolean full = month > 12;
    if (month < 0 || !at.take(' ')) {
      return false;
    }
    int day = at.number(2);
    boolean comma = at.take(',');
    if (!at.take(' ')) {
      return false;
    }
    int year = at.number(4);
    return isDay(year, (month - 1) % 12 + 1, day)
        && set(Order.NAME_DAY_YEAR, comma ? 1 : 0, full, false);
  }

  /** 1 to 12 for a short name, 13 to 24 for a full one, -1 for none. */
  private int month() {
    String word = at.letters().toLowerCase(Locale.ROOT);
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
    shape |=
        DatePattern.ORDERS.indexOf(order)
            | separator << 4
            | (padded ? 1 << 6 : 0)
            | (shortYear ? 1 << 7 : 0);
    return true;
  }

  private static boolean isYear(int year, int digits) {
    return digits == 4 ? year >= 1800 && year < 2200 : digits == 2;
  }

  private static boolean isDay(int year, int month, int day) {
    return year >= 1800
        && year < 2200
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= (month == 2 ? 29 : 30 + (month + month / 8) % 2);
  }
}
