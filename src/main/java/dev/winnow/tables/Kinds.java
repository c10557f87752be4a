package dev.winnow.tables;

import java.util.Locale;
import java.util.Set;

/** What a cell could be, as bits: one text can be several things, such as a number and a phone. */
final class Kinds {
  static final int NUMBER = 1;
  static final int DATE = 2;
  static final int EMAIL = 4;
  static final int URL = 8;
  static final int PHONE = 16;
  static final int CODE = 32;
  static final int YES_NO = 64;

  /** Surely no value. */
  static final int NULL = 128;

  /** No value, unless most values of the column are so. */
  static final int MAYBE_NULL = 256;

  /** All combinations. */
  static final int COUNT = 512;

  private static final int LONGEST = 200;

  /** Of a number: those of a currency, and an exponent. */
  private static final int MOST_LETTERS = 4;

  private static final int LONGEST_WORD = 20;
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_CAPITALS = 10;

  private static final Set<String> NULLS =
      Set.of(
          "null",
          "n/a",
          "#n/a",
          "none",
          "nil",
          "\\n",
          "(null)",
          "<null>",
          "[null]",
          "n.a.",
          "(blank)",
          "(空白)",
          "(empty)",
          "undefined",
          "#null!",
          "not available",
          "--",
          "---");

  /** Otherwise written, it is a given name. */
  private static final Set<String> NAN = Set.of("NaN", "nan", "NAN");

  private static final Set<String> MAYBE_NULLS =
      Set.of(
          "-",
          "—",
          "–",
          "——",
          "?",
          "??",
          ".",
          "..",
          "*",
          "无",
          "無",
          "空",
          "暂无",
          "未知",
          "不详",
          "unknown",
          "未填写",
          "没有",
          "/",
          "\\",
          "0000-00-00",
          "0000-00-00 00:00:00",
          "tbd");
  private static final Set<String> YES_NOS =
      Set.of(
          "yes", "no", "y", "n", "true", "false", "t", "f", "是", "否", "有", "无", "√", "×", "✓", "✔",
          "✗", "✘", "☑", "☐", "○", "ja", "nein", "oui", "non", "sí", "si", "да", "нет", "はい",
          "いいえ");

  private final DateScanner dates;
  private final NumberScanner numbers;

  /**
   * @param dates holds what was found when the kinds have {@link #DATE}; likewise the numbers
   */
  Kinds(DateScanner dates, NumberScanner numbers) {
    this.dates = dates;
    this.numbers = numbers;
  }

  static boolean has(int kinds, int kind) {
    return (kinds & kind) != 0;
  }

  /** The kinds of a text without blanks around it. */
  int of(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return 0;
    }
    int digits = 0;
    int letters = 0;
    boolean at = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        digits++;
      } else if (Chars.isLetter(c)) {
        letters++;
      } else if (c == '@') {
        at = true;
      }
    }
    boolean word = length <= LONGEST_WORD && (digits == 0 || text.startsWith("0000"));
    int kinds = word ? words(text) : 0;
    if (at || letters > 5) {
      kinds |= address(text);
    }
    if (digits > 0) {
      kinds |= figures(text, digits, letters);
    } else if (text.indexOf('年') > 0 && dates.scan(text)) {
      kinds |= DATE;
    } else if (letters == length && isCapitals(text)) {
      kinds |= CODE;
    }
    return kinds;
  }

  private static int words(String text) {
    if (NAN.contains(text)) {
      return NULL;
    }
    if (text.equals("NA") || text.equals("na")) {
      return MAYBE_NULL;
    }
    String word = text.toLowerCase(Locale.ROOT);
    return (NULLS.contains(word) ? NULL : 0)
        | (MAYBE_NULLS.contains(word) ? MAYBE_NULL : 0)
        | (YES_NOS.contains(word) ? YES_NO : 0);
  }

  private static int address(String text) {
    int at = text.indexOf('@');
    int point = text.lastIndexOf('.');
    if (at > 0 && point > at + 1 && point < text.length() - 1) {
      return text.indexOf(' ') < 0 && text.indexOf('@', at + 1) < 0 ? EMAIL : 0;
    }
    boolean url =
        text.regionMatches(true, 0, "http://", 0, 7)
            || text.regionMatches(true, 0, "https://", 0, 8)
            || (text.regionMatches(true, 0, "www.", 0, 4) && text.indexOf(' ') < 0);
    return url ? URL : 0;
  }

  private int figures(String text, int digits, int letters) {
    int kinds = 0;
    boolean number = letters <= MOST_LETTERS && numbers.scan(text);
    if (number && (numbers.leadsWithZero() || numbers.isLong())) {
      kinds |= CODE;
    } else if (number) {
      kinds |= NUMBER;
    }
    if (dates.scan(text)) {
      kinds |= DATE;
    }
    if (!Kinds.has(kinds, DATE) && Phones.looksLike(text, digits, letters)) {
      kinds |= PHONE;
    }
    return !number && isCode(text) ? kinds | CODE : kinds;
  }

  private static boolean isCapitals(String text) {
    return text.length() <= LONGEST_CAPITALS
        && text.length() > 1
        && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Letters, digits and marks without blanks. */
  private static boolean isCode(String text) {
    if (text.length() > LONGEST_CODE) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part = c < 0x80 && Character.isLetterOrDigit(c);
      if (!part && "-_./#:&+".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
