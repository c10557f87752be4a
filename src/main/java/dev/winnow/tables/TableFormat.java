package dev.winnow.tables;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Where the rows and cells of a file are. How it is packed is not said: that is seen from its first
 * bytes.
 */
public sealed interface TableFormat {
  /** Plain CSV as in RFC 4180, in UTF-8. */
  Delimited CSV = csv(StandardCharsets.UTF_8, ',');

  /** CSV with one line of header. */
  static Delimited csv(Charset charset, char delimiter) {
    return new Delimited(charset, delimiter, '"', Header.FIRST_LINE);
  }

  /**
   * Cells with a character between them.
   *
   * @param charset a byte order mark at the beginning is skipped in any
   * @param delimiter between two cells
   * @param quote around cells that hold delimiters, doubled inside; {@link #NO_QUOTE} for none
   */
  record Delimited(Charset charset, char delimiter, char quote, Header header)
      implements TableFormat {
    /** Cells are never quoted. */
    public static final char NO_QUOTE = '\0';
  }

  /** Each column at a fixed place of the line; there is no header. */
  record FixedWidth(Charset charset, List<Place> columns) implements TableFormat {
    public FixedWidth {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A sheet of an Excel workbook (XLSX).
   *
   * @param sheet its name; empty for the first that has rows
   */
  record Workbook(String sheet, Header header) implements TableFormat {}

  /**
   * JSON objects: one a line, an array of them, or such an array inside an object, as {@code value}
   * in an answer of OData. Members of nested objects are columns such as a.b.
   */
  record JsonLines() implements TableFormat {}

  /**
   * Where the names of the columns are.
   *
   * @param skip lines before them that are no part of the table, such as a title
   * @param lines that name the columns, 0 to 5: with 0 they are called column 1, column 2, …; with
   *     several, as under merged cells, the names of a column are joined by a blank
   */
  record Header(int skip, int lines) {
    public static final Header FIRST_LINE = new Header(0, 1);
    public static final Header NONE = new Header(0, 0);
  }

  /**
   * A column of fixed width.
   *
   * @param from the place of its first character in the line, the first of all being 1
   * @param to the place of its last character
   */
  record Place(String name, int from, int to) {}
}
