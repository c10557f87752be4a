package dev.winnow.lucene;

import java.util.LinkedHashSet;
import java.util.Set;

/** Telephone numbers as people type them. */
final class Phones {
  /** Digits that make a search worthwhile. */
  static final int LEAST_DIGITS = 4;

  private static final int MOST_DIGITS = 24;
  private static final String PUNCTUATION = "+-.()/*#";

  private Phones() {}

  /** The digits in a stretch of nothing but digits and telephone punctuation, else empty. */
  static String digits(FoldedText text, int from, int to) {
    StringBuilder digits = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (text.isDigit(i)) {
        digits.append((char) text.at(i));
      } else if (PUNCTUATION.indexOf(text.at(i)) < 0) {
        return "";
      }
    }
    return digits.length() > MOST_DIGITS ? "" : digits.toString();
  }

  /**
   * Ways in which the same number may be stored: as typed, without China's country code, without
   * the international and the trunk zero. Each has at least four digits.
   */
  static Set<String> variants(String digits) {
    Set<String> variants = new LinkedHashSet<>();
    add(variants, digits);
    String national = digits;
    if (digits.startsWith("0086")) {
      national = digits.substring(4);
    } else if (digits.startsWith("86") && digits.length() > 8) {
      national = digits.substring(2);
    }
    add(variants, national);
    if (national.startsWith("0")) {
      add(variants, national.replaceFirst("^0+", ""));
    }
    return variants;
  }

  private static void add(Set<String> variants, String digits) {
    if (digits.length() >= LEAST_DIGITS) {
      variants.add(digits);
    }
  }
}
