package dev.winnow.matching;

/** Folding, cutting and comparing of strings. */
final class Texts {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private Texts() {}

  /** The text without differences of case, width, diacritics and Chinese script. */
  static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        folded.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
      } else {
        folded.append(Folding.fold(c));
      }
    }
    return folded.toString();
  }

  /** The letters and digits of the folded text, runs of them set apart by one space. */
  static String words(String text) {
    return wordsOf(folded(text));
  }

  /** The same of a text that is folded already. */
  static String wordsOf(String folded) {
    StringBuilder words = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      switch (Letters.of(c)) {
        case CJK, ALPHABETIC -> words.appendCodePoint(c);
        case SPACE, NONE -> {
          if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ' && !isApostrophe(c)) {
            words.append(' ');
          }
        }
      }
    }
    return words.toString().strip();
  }

  static boolean isCjk(char c) {
    return c >= 0x2E80 && Letters.of(c) == Letters.CJK;
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '`';
  }

  /** A number without zeros in front, except one that is the last digit. */
  static String withoutZeros(String number) {
    int zeros = 0;
    while (zeros + 1 < number.length() && number.charAt(zeros) == '0') {
      zeros++;
    }
    return number.substring(zeros);
  }

  /** How many insertions, deletions, exchanges and swaps of neighbours make one of the other. */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchange = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(exchange, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  /** A number of 64 bits that stands for a text of some kind; different ones nearly never share. */
  static long hash(char kind, String text) {
    long hash = (FNV_OFFSET ^ kind) * FNV_PRIME;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
