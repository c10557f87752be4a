package dev.winnow.tables;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A file whose lines hold each column at a fixed place; blank lines are skipped. */
public final class FixedWidthSource implements RowSource {
  private final String fileName;
  private final BufferedReader reader;
  private final List<TableFormat.Place> columns;
  private @Nullable String line;
  private long number;

  private FixedWidthSource(String fileName, BufferedReader reader, List<TableFormat.Place> columns) {
    this.fileName = fileName;
    this.reader = reader;
    this.columns = columns;
    advance();
  }

  /** Opens the file; {@link ProblemCode#INVALID_FILE} when it cannot be read. */
  public static FixedWidthSource open(Path file, TableFormat.FixedWidth format) {
    return new FixedWidthSource(
        file.getFileName().toString(),
        new BufferedReader(CsvSource.open(file, format.charset())),
        format.columns());
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
    Row row = new Row(number, cells);
    advance();
    return row;
  }

  private void advance() {
    try {
      do {
        line = reader.readLine();
        number++;
      } while (line != null && line.isBlank());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private WinnowException unreadable(IOException e) {
    return new WinnowException(
        ProblemCode.INVALID_FILE, "%s cannot be read: %s.".formatted(fileName, e.getMessage()), e);
  }
}
