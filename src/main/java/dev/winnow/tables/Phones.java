package dev.winnow.tables;

/** Tells telephone numbers from other figures. */
final class Phones {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 18;
  private static final int CHINESE_MOBILE = 11;

  private Phones() {}

  /**
   * Whether the text is written as a telephone number is: digits in groups, with brackets and
   * country code, perhaps with an extension.
   */
  static boolean looksLike(String text, int digits, int letters) {
    if (digits < SHORTEST || digits > LONGEST || letters > 3) {
      return false;
    }
    boolean mark = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || (c == '+' && i == 0) || c == '-' || c == ' ' || c == '（') {
        mark = true;
      } else if (!Chars.isDigit(c) && ").-/（）extEXT转#.,;、".indexOf(c) < 0) {
        return false;
      }
    }
    return (mark && text.indexOf(',') < 0)
        || (text.charAt(0) == '0' && letters == 0 && text.indexOf('.') < 0)
        || isChineseMobile(text)
        || groups(text) >= 4;
  }

  /** Whether it can hardly be anything else. */
  static boolean isClear(String text) {
    char first = text.charAt(0);
    return first == '+'
        || first == '('
        || first == '（'
        || (first == '0' && text.indexOf('-') > 0)
        || isChineseMobile(text);
  }

  /** Eleven digits that begin with 13 to 19. */
  static boolean isChineseMobile(String text) {
    return text.length() == CHINESE_MOBILE
        && text.charAt(0) == '1'
        && text.charAt(1) >= '3'
        && Chars.areDigits(text);
  }

  /** Groups of digits between points, as in 88.60.15.31. */
  private static long groups(String text) {
    return text.chars().filter(c -> c == '.').count() + 1;
  }
}
