package dev.winnow.mapping;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.Asides;
import dev.winnow.tables.FormatDetector;
import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table with the columns of other tables beside its own, found by a key: {@code
 * products.ProductPrice} is the column ProductPrice of the lookup called products.
 */
public final class JoinedSource implements RowSource {
  private final RowSource source;
  private final List<String> header;
  private final List<Joined> lookups = new ArrayList<>();
  private final LookupRoom room = new LookupRoom();

  private record Joined(ColumnMapping.Lookup lookup, int by, int width, Map<String, Row> rows) {}

  private JoinedSource(RowSource source) {
    this.source = source;
    this.header = new ArrayList<>(source.header());
  }

  /**
   * The table in a file, as a mapping reads it.
   *
   * @throws WinnowException {@link ProblemCode#INVALID_FILE} when it or a lookup cannot be read,
   *     {@link ProblemCode#INVALID_MAPPING} when a lookup's key is no column
   */
  public static RowSource open(Path file, ColumnMapping mapping) {
    return open(file, mapping.format(), mapping.lookups(), mapping.file());
  }

  /**
   * The table in a file, beside others.
   *
   * @param where the lookups are written down, for what is said of their faults
   * @throws WinnowException as {@link #open(Path, ColumnMapping)}
   */
  public static RowSource open(
      Path file, TableFormat format, List<ColumnMapping.Lookup> lookups, String where) {
    RowSource source = Tables.open(file, format);
    if (lookups.isEmpty()) {
      return source;
    }
    try {
      JoinedSource joined = new JoinedSource(source);
      for (ColumnMapping.Lookup lookup : lookups) {
        Path other = file.toAbsolutePath().resolveSibling(lookup.file());
        joined.add(lookup, other, format(other, lookup, format), where);
      }
      return joined;
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Another table is mostly written as the table itself is; else it is looked at. */
  private static TableFormat format(Path file, ColumnMapping.Lookup lookup, TableFormat own) {
    try (RowSource table = Tables.open(file, own)) {
      if (table.header().contains(lookup.key().name())) {
        return own;
      }
    } catch (WinnowException e) {
      return FormatDetector.detect(file, lookup.file()).format();
    }
    return FormatDetector.detect(file, lookup.file()).format();
  }

  private void add(ColumnMapping.Lookup lookup, Path file, TableFormat format, String where) {
    try (RowSource table = Tables.open(file, format)) {
      int by = column(header, lookup.by(), where);
      int key = column(table.header(), lookup.key(), where);
      Map<String, Row> rows = new HashMap<>();
      while (table.hasNext()) {
        Row row = table.next();
        room.take(row, lookup.file());
        if (row.cells().size() == table.header().size()
            && rows.put(row.cells().get(key).strip(), row) != null) {
          throw new WinnowException(
              ProblemCode.INVALID_FILE,
              "%s has two rows with the key %s."
                  .formatted(lookup.file(), Excerpt.quoted(row.cells().get(key))));
        }
      }
      lookups.add(new Joined(lookup, by, table.header().size(), rows));
      table.header().forEach(column -> header.add(lookup.column(column)));
    }
  }

  private static int column(List<String> header, ColumnMapping.Column column, String where) {
    int at = header.indexOf(column.name());
    if (at < 0) {
      throw new WinnowException(
          ProblemCode.INVALID_MAPPING,
          List.of(
              new Fault(
                  where + ":" + column.line(),
                  "The table has no column \"%s\".".formatted(column.name()),
                  Nearest.hint(column.name(), header))));
    }
    return at;
  }

  @Override
  public List<String> header() {
    return Collections.unmodifiableList(header);
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
    if (row.cells().size() != source.header().size()) {
      return row;
    }
    List<String> cells = new ArrayList<>(row.cells());
    List<Fault> faults = new ArrayList<>(row.faults());
    for (Joined joined : lookups) {
      String key = cells.get(joined.by).strip();
      Row found = joined.rows.get(key);
      if (found == null) {
        faults.add(
            new Fault(
                joined.lookup.by().name(),
                "%s has no row with the key %s."
                    .formatted(joined.lookup.file(), Excerpt.quoted(key)),
                ""));
        cells.addAll(Collections.nCopies(joined.width, ""));
      } else {
        cells.addAll(found.cells());
      }
    }
    return new Row(row.number(), cells, faults);
  }

  @Override
  public void close() {
    source.close();
  }
}
