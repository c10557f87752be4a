package dev.winnow.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells of which the first name the columns. Rows without any text are left out, and so is
 * what reports have beside their records: totals, dividing lines, the header once more, and remarks
 * below the last record.
 */
final class HeaderedRows {
  /** More rows of a few words are no remarks below a table. */
  private static final int MOST_REMARKS = 20;

  private final Supplier<@Nullable Row> rows;
  private final List<String> header;
  private final ReportRows report;
  private final Deque<Row> ahead = new ArrayDeque<>();
  private Asides asides = Asides.NONE;
  private List<String> named = List.of();
  private long expected;
  private boolean apart;
  private @Nullable Row next;

  /**
   * @param rows gives null at the end
   */
  HeaderedRows(String fileName, TableFormat.Header format, Supplier<@Nullable Row> rows) {
    this.rows = rows;
    this.next = filled();
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
    this.report = new ReportRows(header.size());
    if (next != null && isFurniture(next)) {
      asides = asides.with(next);
      advance();
    }
  }

  private List<String> read(TableFormat.Header format) {
    List<List<String>> lines = new ArrayList<>();
    while (lines.size() < format.lines() && next != null) {
      named = next.cells();
      lines.add(named);
      next = filled();
    }
    return HeaderNames.of(lines);
  }

  /** The next row that has any text. */
  private @Nullable Row filled() {
    Row row = rows.get();
    while (row != null
        && row.faults().isEmpty()
        && row.cells().stream().allMatch(String::isBlank)) {
      row = rows.get();
    }
    return row;
  }

  private void advance() {
    next = ahead.poll();
    if (next == null) {
      next = record();
    }
    if (next != null && ahead.isEmpty() && report.mayBeRemark(next, apart)) {
      next = withoutRemarks(next);
    }
  }

  /** The next row that is neither a total nor a dividing line nor the header. */
  private @Nullable Row record() {
    apart = false;
    Row row = filled();
    while (row != null && row.faults().isEmpty() && isFurniture(row)) {
      apart = true;
      asides = asides.with(row);
      row = filled();
    }
    if (row != null) {
      apart |= expected > 0 && row.number() > expected;
      expected = row.number() + 1 + row.cells().stream().mapToLong(HeaderedRows::lines).sum();
    }
    return row;
  }

  private boolean isFurniture(Row row) {
    return ReportRows.isDivider(row)
        || report.isTotal(row)
        || (header.size() > 1 && row.cells().equals(named));
  }

  private static long lines(String cell) {
    return cell.indexOf('\n') < 0 ? 0 : cell.chars().filter(c -> c == '\n').count();
  }

  /** A row of few words and those behind it belong to the table only when records follow them. */
  private @Nullable Row withoutRemarks(Row first) {
    ahead.add(first);
    boolean remarks = true;
    while (remarks && ahead.size() < MOST_REMARKS) {
      Row row = record();
      if (row == null) {
        for (Row remark : ahead) {
          asides = asides.with(remark);
        }
        ahead.clear();
        return null;
      }
      ahead.add(row);
      remarks = report.mayBeRemark(row, true);
    }
    return ahead.poll();
  }

  List<String> header() {
    return header;
  }

  /** What was passed over so far. */
  Asides asides() {
    return asides;
  }

  boolean hasNext() {
    return next != null;
  }

  Row next() {
    Row row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    advance();
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
