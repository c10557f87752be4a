package dev.winnow.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of cells of which the first name the columns; rows without any text are left out. */
final class HeaderedRows {
  private final Supplier<@Nullable Row> rows;
  private final List<String> header;
  private @Nullable Row next;

  /**
   * @param rows gives null at the end
   */
  HeaderedRows(String fileName, TableFormat.Header format, Supplier<@Nullable Row> rows) {
    this.rows = rows;
    this.next = advance();
    if (next == null) {
      throw BadFile.of(fileName, "The file is empty.", "Its first line must name the columns.");
    }
    this.header = format.lines() == 0 ? HeaderNames.numbered(next.cells().size()) : read(format);
    if (header.stream().anyMatch(name -> name.indexOf(RowSource.UNREADABLE) >= 0)) {
      throw BadFile.of(
          fileName,
          "The header is not text in the charset chosen.",
          "Save the file as UTF-8, or choose its charset.");
    }
  }

  private List<String> read(TableFormat.Header format) {
    List<List<String>> lines = new ArrayList<>();
    while (lines.size() < format.lines() && next != null) {
      lines.add(next.cells());
      next = advance();
    }
    return HeaderNames.of(lines);
  }

  private @Nullable Row advance() {
    Row row = rows.get();
    while (row != null
        && row.faults().isEmpty()
        && row.cells().stream().allMatch(String::isBlank)) {
      row = rows.get();
    }
    return row;
  }

  List<String> header() {
    return header;
  }

  boolean hasNext() {
    return next != null;
  }

  Row next() {
    Row row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = advance();
    return row.cells().size() > header.size() ? withoutBlankEnd(row) : row;
  }

  /** Blank cells beyond the header, as behind a delimiter at the end of each line, say nothing. */
  private Row withoutBlankEnd(Row row) {
    int size = row.cells().size();
    while (size > header.size() && row.cells().get(size - 1).isBlank()) {
      size--;
    }
    return new Row(row.number(), row.cells().subList(0, size), row.faults());
  }
}
