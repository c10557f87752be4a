package dev.winnow.problem;

/** Foreign text made fit for a message: short, on one line, without broken characters. */
public final class Excerpt {
  private static final int MAX_LENGTH = 60;
  private static final char REPLACEMENT = '\uFFFD';

  private Excerpt() {}

  /** At most 60 characters of the text, with what cannot be shown replaced. */
  public static String of(String text) {
    StringBuilder result = new StringBuilder();
    int end = Math.min(text.length(), MAX_LENGTH);
    int i = 0;
    while (i < end) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      result.appendCodePoint(showable(c) ? c : REPLACEMENT);
    }
    return i < text.length() ? result.append('…').toString() : result.toString();
  }

  /** The excerpt in double quotes. */
  public static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  private static boolean showable(int c) {
    return !Character.isISOControl(c) && (c > 0xFFFF || !Character.isSurrogate((char) c));
  }
}
