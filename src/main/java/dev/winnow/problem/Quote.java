package dev.winnow.problem;

/** Foreign text as it may appear in a message: quoted, short and printable. */
public final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  /** The text in quotation marks, cut after 60 characters, unprintable ones replaced. */
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("“");
    text.codePoints().limit(LONGEST).map(Quote::printable).forEach(quoted::appendCodePoint);
    boolean cut = text.codePoints().limit(LONGEST + 1L).count() > LONGEST;
    return quoted.append(cut ? "…”" : "”").toString();
  }

  private static int printable(int codePoint) {
    boolean unprintable =
        Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    return unprintable ? '\uFFFD' : codePoint;
  }
}
