package dev.winnow.matching;

import java.lang.Character.UnicodeScript;

/** What a folded character is to keyword lookup and to comparing names. */
public enum Letters {
  /** A letter of a script that is written without spaces, so any run of letters can be a word. */
  CJK,
  /** A letter or digit of a script whose words are set apart. */
  ALPHABETIC,
  SPACE,
  /** Punctuation, symbols, emoji, halves of surrogate pairs: never searched. */
  NONE;

  public static Letters of(int c) {
    if (c < 0x80) {
      return ascii(c);
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      return CJK;
    }
    if (Character.isLetterOrDigit(c) || isMark(c)) {
      return isCjk(UnicodeScript.of(c)) ? CJK : ALPHABETIC;
    }
    return Character.isSpaceChar(c) || Character.isWhitespace(c) ? SPACE : NONE;
  }

  private static Letters ascii(int c) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      return ALPHABETIC;
    }
    return c <= ' ' ? SPACE : NONE;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isCjk(UnicodeScript script) {
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
      default -> false;
    };
  }
}
