package dev.winnow.schema;

import java.text.Normalizer;
import java.util.Optional;

/** What a string must be like to be a value, in the configuration and in customers. */
public final class WordRules {
  /** Longest value of a keyword or tree field, in UTF-16 units. */
  public static final int MAX_LENGTH = 512;

  private static final char ZERO_WIDTH_SPACE = '\u200B';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private WordRules() {}

  /** The string in Unicode normal form C, without blanks of any kind around it. */
  public static String clean(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isBlank(raw.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(raw.charAt(end - 1))) {
      end--;
    }
    String trimmed = raw.substring(start, end);
    return trimmed.chars().allMatch(WordRules::isComposed)
        ? trimmed
        : Normalizer.normalize(trimmed, Normalizer.Form.NFC);
  }

  /** What is wrong with a clean value of a keyword, as the end of a sentence about it. */
  public static Optional<String> flaw(String value) {
    return flaw(value, MAX_LENGTH);
  }

  /** What is wrong with a clean value, as the end of a sentence about it. */
  public static Optional<String> flaw(String value, int maxLength) {
    if (value.length() > maxLength) {
      return Optional.of(
          "is %,d characters long; at most %,d are allowed.".formatted(value.length(), maxLength));
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        return Optional.of("contains the control character U+%04X; remove it.".formatted((int) c));
      }
      if (Character.isSurrogate(c)) {
        if (Character.charCount(value.codePointAt(i)) == 1) {
          return Optional.of("contains half a character (an unpaired surrogate); remove it.");
        }
        i++;
      }
    }
    return Optional.empty();
  }

  /** Latin letters and Han characters never change in normal form C; others are looked up. */
  private static boolean isComposed(int c) {
    return c < 0x300 || (c >= 0x4E00 && c <= 0x9FFF);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == ZERO_WIDTH_SPACE
        || c == BYTE_ORDER_MARK;
  }
}
