package dev.winnow.lucene;

/**
 * The ways in which a value is cut into index terms. A customer field has one index field for each
 * kind that applies to its type, named {@code t.<field>.<suffix>}.
 */
enum Kind {
  /** Pairs of neighbouring characters of text that has CJK letters in it. */
  CHARS("c", 2, ""),
  /** Alphabetic words; the first and last of a value also with a mark, for whole-value matches. */
  WORDS("w", 1, ""),
  /** Pairs of neighbouring pinyin syllables. */
  SYLLABLES("s", 2, " "),
  /** Runs of four pinyin initials. */
  INITIALS("i", 4, ""),
  /** A code as a whole, and its parts between spaces and slashes. */
  CODES("k", 1, ""),
  /** Runs of five digits of a telephone number. */
  DIGITS("d", 5, ""),
  /** An e-mail address from the beginning of each of its parts. */
  EMAILS("e", 1, "");

  private static final String PREFIX = "t.";

  private final String suffix;
  private final int gram;
  private final String separator;

  Kind(String suffix, int gram, String separator) {
    this.suffix = suffix;
    this.gram = gram;
    this.separator = separator;
  }

  /** Units in a gram. */
  int gram() {
    return gram;
  }

  /** Whether only values with letters of a script without spaces have such terms. */
  boolean needsCjk() {
    return switch (this) {
      case CHARS, SYLLABLES, INITIALS -> true;
      case WORDS, CODES, DIGITS, EMAILS -> false;
    };
  }

  /** Between the units of a gram. */
  String separator() {
    return separator;
  }

  /** The index field for this kind of a customer's field. */
  String indexField(String field) {
    return PREFIX + field + "." + suffix;
  }

  /** The kind that an index field is of. */
  static Kind of(String indexField) {
    String suffix = indexField.substring(indexField.lastIndexOf('.') + 1);
    for (Kind kind : values()) {
      if (indexField.startsWith(PREFIX) && kind.suffix.equals(suffix)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("not a field for keyword lookup: " + indexField);
  }
}
