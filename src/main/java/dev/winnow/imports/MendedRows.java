package dev.winnow.imports;

import dev.winnow.tables.Asides;
import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a {@link RejectedFile} as they were in their table: without the reason and the
 * apostrophes, and with their old numbers, since ids may be made of those. Rows of any other table
 * are as they are.
 */
final class MendedRows implements RowSource {
  private static final Pattern NUMBER = Pattern.compile("row (\\d{1,18}): .*", Pattern.DOTALL);

  private final RowSource source;
  private final List<String> header;

  private MendedRows(RowSource source) {
    this.source = source;
    this.header = source.header().subList(0, source.header().size() - 1);
  }

  static RowSource of(RowSource source) {
    List<String> header = source.header();
    boolean rejected = header.size() > 1 && header.getLast().equals(RejectedFile.REASON);
    return rejected ? new MendedRows(source) : source;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Asides asides() {
    return source.asides();
  }

  @Override
  public boolean hasNext() {
    return source.hasNext();
  }

  @Override
  public Row next() {
    Row row = source.next();
    if (row.cells().size() != header.size() + 1) {
      return row;
    }
    Matcher number = NUMBER.matcher(row.cells().getLast());
    return new Row(
        number.matches() ? Long.parseLong(number.group(1)) : row.number(),
        row.cells().subList(0, header.size()).stream().map(RejectedFile::original).toList(),
        row.faults());
  }

  @Override
  public void close() {
    source.close();
  }
}
