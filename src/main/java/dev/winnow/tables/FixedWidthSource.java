package dev.winnow.tables;

import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A file whose lines hold each column at a fixed place; blank lines are skipped. */
public final class FixedWidthSource implements RowSource {
  private final LineReader reader;
  private final List<TableFormat.Place> columns;
  private @Nullable String line;

  private FixedWidthSource(LineReader reader, List<TableFormat.Place> columns) {
    this.reader = reader;
    this.columns = columns;
    advance();
  }

  /** Opens the file; {@link ProblemCode#INVALID_FILE} when it cannot be read. */
  public static FixedWidthSource open(Path file, TableFormat.FixedWidth format) {
    return new FixedWidthSource(new LineReader(file, format.charset()), format.columns());
  }

  @Override
  public List<String> header() {
    return columns.stream().map(TableFormat.Place::name).toList();
  }

  @Override
  public boolean hasNext() {
    return line != null;
  }

  @Override
  public Row next() {
    String text = line;
    if (text == null) {
      throw new NoSuchElementException();
    }
    List<String> cells = new ArrayList<>();
    for (TableFormat.Place column : columns) {
      int to = Math.min(text.length(), column.to());
      cells.add(column.from() > to ? "" : text.substring(column.from() - 1, to).strip());
    }
    Row row = new Row(reader.number(), cells);
    advance();
    return row;
  }

  private void advance() {
    do {
      line = reader.next();
    } while (line != null && line.isBlank());
  }

  @Override
  public void close() {
    reader.close();
  }
}
