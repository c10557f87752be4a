package dev.winnow.tables;

/** How large the parts of a table may be; a file as a whole has no limit, since it is streamed. */
final class Limits {
  /** Characters of one row or line. */
  static final int ROW = 4 << 20;

  /** Columns, as many as a sheet of Excel has. */
  static final int COLUMNS = 16_384;

  private Limits() {}

  static String rowTooLong() {
    return "The row is longer than %,d characters.".formatted(ROW);
  }
}
