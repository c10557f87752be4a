package dev.winnow.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a table's file is written: as CSV, apart from what RFC 4180 fixes, or in columns of fixed
 * width.
 *
 * @param charset a byte order mark at the beginning is skipped in any
 * @param delimiter between two cells of CSV
 * @param columns where the cells of a line are; empty for CSV. Such a file has no header
 */
public record CsvFormat(Charset charset, char delimiter, List<Place> columns) {
  public static final CsvFormat DEFAULT = new CsvFormat(StandardCharsets.UTF_8, ',');

  public CsvFormat {
    columns = List.copyOf(columns);
  }

  public CsvFormat(Charset charset, char delimiter) {
    this(charset, delimiter, List.of());
  }

  /**
   * A column of fixed width.
   *
   * @param from the place of its first character in the line, the first of all being 1
   * @param to the place of its last character
   */
  public record Place(String name, int from, int to) {}
}
