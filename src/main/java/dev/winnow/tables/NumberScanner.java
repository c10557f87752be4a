package dev.winnow.tables;

/**
 * Recognises a text as a number however it is dressed: currency before or behind, percent, brackets
 * or a trailing minus for negatives, thousands in groups, 万 and 亿. Not a parser of values: it tells
 * how they are written.
 */
final class NumberScanner {
  private static final String[] CURRENCIES = {
    "", "USD", "EUR", "GBP", "CNY", "JPY", "HKD", "INR", "KRW", "RUB", "CHF", "BRL", "TWD", "AUD"
  };

  /** What is written for a currency, with its place in the list. */
  private static final Object[][] SIGNS = {
    {"US$", 1}, {"HK$", 6}, {"NT$", 12}, {"R$", 11}, {"A$", 13}, {"$", 1}, {"€", 2}, {"£", 3},
    {"人民币", 4}, {"¥", 4}, {"￥", 4}, {"RMB", 4}, {"元", 4}, {"円", 5}, {"₹", 7}, {"₩", 8},
    {"₽", 9}, {"USD", 1}, {"EUR", 2}, {"GBP", 3}, {"CNY", 4}, {"JPY", 5}, {"HKD", 6}, {"CHF", 10}
  };

  /** Behind a number of people or things. */
  private static final String COUNTED = "人名個个件次家位台单笔";

  private static final int LONGEST = 60;

  /** Set in small letters only. */
  private static final int CASE = 0x20;

  private static final int MOST_DIGITS = 15;

  private String s = "";
  private int from;
  private int to;
  private boolean dressed;
  private int currency;
  private boolean scaled;
  private boolean negative;
  private int digits;
  private int points;
  private int commas;
  private int lastMark;
  private char mark;
  private int sincePoint;
  private boolean fraction;

  /** Looks at a text without blanks around it; what it found stands in the other methods. */
  boolean scan(String text) {
    s = text;
    from = 0;
    to = text.length();
    dressed = false;
    currency = 0;
    scaled = false;
    negative = false;
    if (to == 0 || to > LONGEST) {
      return false;
    }
    char c = text.charAt(0);
    char last = text.charAt(to - 1);
    if (!Chars.isDigit(c) || !Chars.isDigit(last)) {
      undress();
    }
    return from < to && core();
  }

  private void undress() {
    if (s.charAt(from) == '(' && s.charAt(to - 1) == ')') {
      from++;
      to--;
      negative = true;
    }
    sign();
    int before = from;
    if (from < to && !Chars.isDigit(s.charAt(from))) {
      from += currency(true);
    }
    if (from < to && !Chars.isDigit(s.charAt(to - 1))) {
      behind();
    }
    if (from > before) {
      sign();
    }
    dressed = currency > 0 || scaled || negative || to < s.length();
  }

  private void sign() {
    blanks();
    if (from < to && (s.charAt(from) == '-' || s.charAt(from) == '−' || s.charAt(from) == '+')) {
      negative |= s.charAt(from) != '+';
      from++;
      blanks();
    }
  }

  private void blanks() {
    while (from < to && isBlank(s.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(s.charAt(to - 1))) {
      to--;
    }
  }

  private void behind() {
    char last = s.charAt(to - 1);
    if (last == '%' || last == '％' || last == '-') {
      negative |= last == '-';
      to--;
      blanks();
    }
    if (COUNTED.indexOf(s.charAt(to - 1)) >= 0) {
      to--;
      blanks();
    }
    to -= from < to ? currency(false) : 0;
    blanks();
    if (from < to && (s.charAt(to - 1) == '万' || s.charAt(to - 1) == '亿')) {
      scaled = true;
      to--;
      blanks();
    }
  }

  /** Finds a currency at the beginning or the end, and how long it is. */
  private int currency(boolean before) {
    int edge = s.charAt(before ? from : to - 1) | CASE;
    for (Object[] sign : SIGNS) {
      String word = (String) sign[0];
      int length = word.length();
      if ((word.charAt(before ? 0 : length - 1) | CASE) == edge
          && length < to - from
          && s.regionMatches(true, before ? from : to - length, word, 0, length)) {
        currency = (Integer) sign[1];
        return word.length();
      }
    }
    return 0;
  }

  private boolean core() {
    digits = 0;
    points = 0;
    commas = 0;
    lastMark = -1;
    mark = 0;
    fraction = false;
    int groups = 0;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (Chars.isDigit(c)) {
        digits++;
      } else if (c == '.' || c == ',') {
        points += c == '.' ? 1 : 0;
        commas += c == ',' ? 1 : 0;
        mark = c;
        lastMark = i;
      } else if ((isBlank(c) || c == '\'' || c == '’') && digits > 0 && isGroup(i)) {
        groups++;
      } else {
        return isExponent(i) && groups == 0;
      }
    }
    return digits > 0 && (points + commas == 0 || marks());
  }

  private boolean isExponent(int i) {
    if ((s.charAt(i) != 'e' && s.charAt(i) != 'E') || digits == 0 || commas > 0 || points > 1) {
      return false;
    }
    int k = i + 1;
    if (k < to && (s.charAt(k) == '+' || s.charAt(k) == '-')) {
      k++;
    }
    int exponent = to - k;
    for (; k < to; k++) {
      if (!Chars.isDigit(s.charAt(k))) {
        return false;
      }
    }
    fraction = true;
    sincePoint = 1;
    return exponent >= 1 && exponent <= 3 && points == 1;
  }

  /** Whether exactly three digits follow the place, and then no more. */
  private boolean isGroup(int i) {
    return i + 3 < to
        && Chars.isDigit(s.charAt(i + 1))
        && Chars.isDigit(s.charAt(i + 2))
        && Chars.isDigit(s.charAt(i + 3))
        && (i + 4 >= to || !Chars.isDigit(s.charAt(i + 4)));
  }

  private boolean marks() {
    sincePoint = to - lastMark - 1;
    int ofLast = mark == '.' ? points : commas;
    int ofOther = mark == '.' ? commas : points;
    boolean decimal = ofLast == 1;
    if (!decimal && (ofOther > 0 || sincePoint != 3)) {
      return false;
    }
    char grouping = decimal ? (mark == '.' ? ',' : '.') : mark;
    int end = decimal ? lastMark : to;
    for (int i = from; i < end; i++) {
      if (s.charAt(i) == grouping && (i == from || !grouped(i, end))) {
        return false;
      }
    }
    if (decimal) {
      for (int i = lastMark + 1; i < to; i++) {
        fraction |= s.charAt(i) != '0';
      }
    }
    return true;
  }

  /** Groups have three digits, or two as in lakhs; the last has three. */
  private boolean grouped(int i, int end) {
    int run = 0;
    while (i + 1 + run < end && Chars.isDigit(s.charAt(i + 1 + run))) {
      run++;
    }
    return run == 3 || (run == 2 && i + 1 + run < end);
  }

  /** The mark that can only be the decimal one: 0 when none can, or when it is not certain. */
  char decimalMark() {
    if (points + commas == 0 || isOpen()) {
      return 0;
    }
    boolean single = mark == '.' ? points == 1 : commas == 1;
    return single ? mark : mark == '.' ? ',' : '.';
  }

  /** Whether the only mark could separate thousands as well as the fraction, as in 1.234. */
  boolean isOpen() {
    return points + commas == 1
        && sincePoint == 3
        && lastMark - from >= 1
        && lastMark - from <= 3
        && s.charAt(from) != '0';
  }

  /** The last mark, be it of thousands or of the fraction. */
  char mark() {
    return points + commas == 0 ? 0 : mark;
  }

  /** Whether the fraction, if the last mark begins one, is not zero. */
  boolean hasFraction() {
    return fraction;
  }

  /** Whether it ends in .0, as whole numbers do that a program took for others. */
  boolean endsInZero() {
    return points == 1 && commas == 0 && sincePoint == 1 && !fraction && !dressed;
  }

  int wholeDigits() {
    return points + commas == 0 ? digits : digits - sincePoint;
  }

  /** Whether it is digits only, with a zero before others: a code. */
  boolean leadsWithZero() {
    return !dressed && digits > 1 && s.charAt(from) == '0' && points + commas == 0;
  }

  /** Whether it has more digits than any quantity. */
  boolean isLong() {
    return digits > MOST_DIGITS && points + commas == 0;
  }

  boolean isPlainDigits() {
    return digits == s.length();
  }

  boolean isNegative() {
    return negative;
  }

  boolean isScaled() {
    return scaled;
  }

  /** The ISO code of its currency; empty for none. */
  String currency() {
    return CURRENCIES[currency];
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u3000';
  }
}
