package dev.winnow.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Looks at every row of a table and says what its columns hold. Memory does not grow with the
 * table: different values are counted exactly up to ten thousand a column, fewer in very wide
 * tables.
 */
public final class TableProfiler {
  private static final int DISTINCT = 10_000;
  private static final int DISTINCT_ALL = 1_000_000;
  private static final int FEWEST_DISTINCT = 100;
  private static final int FIRST = 100;
  private static final int UNEVEN = 10;
  private static final int REPORT = 10_000;

  private final List<ColumnEvidence> columns = new ArrayList<>();
  private final List<Row> first = new ArrayList<>();
  private final List<Row> uneven = new ArrayList<>();
  private long kept;
  private long rows;

  private TableProfiler(List<String> header) {
    int limit = DISTINCT_ALL / Math.max(1, header.size());
    for (String name : header) {
      columns.add(new ColumnEvidence(name, Math.clamp(limit, FEWEST_DISTINCT, DISTINCT)));
    }
  }

  /**
   * Reads the source to its end.
   *
   * @param rowsSoFar told now and then how many rows have been read; what it throws ends the
   *     reading
   * @throws dev.winnow.problem.WinnowException when the source is broken
   */
  public static TableProfile profile(RowSource source, LongConsumer rowsSoFar) {
    var profiler = new TableProfiler(source.header());
    while (source.hasNext()) {
      profiler.add(source.next());
      if (profiler.rows % REPORT == 0) {
        rowsSoFar.accept(profiler.rows);
      }
    }
    rowsSoFar.accept(profiler.rows);
    return profiler.profile(source.asides());
  }

  private void add(Row row) {
    rows++;
    List<String> cells = row.cells();
    int count = cells.size();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(i < count ? cells.get(i) : "", row.number());
    }
    if (first.size() < FIRST && fits(row)) {
      first.add(row);
    }
    if (count != columns.size() && uneven.size() < UNEVEN && fits(row)) {
      uneven.add(row);
    }
  }

  /** A hundred rows of the longest kind would be too much to keep. */
  private boolean fits(Row row) {
    long size = row.cells().stream().mapToLong(String::length).sum();
    if (kept > 0 && kept + size > Limits.ROW) {
      return false;
    }
    kept += size;
    return true;
  }

  private TableProfile profile(Asides asides) {
    List<ColumnVerdict> verdicts = new ArrayList<>();
    for (ColumnEvidence column : columns) {
      column.end();
      verdicts.add(new ColumnVerdict(column));
    }
    var habits =
        new TableHabits(
            verdicts.stream().flatMap(verdict -> verdict.dayFirst().stream()).toList(),
            verdicts.stream().flatMap(verdict -> verdict.decimalComma().stream()).toList());
    List<ColumnProfile> profiles =
        verdicts.stream().map(verdict -> verdict.profile(habits)).toList();
    return new TableProfile(rows, profiles, first, uneven, asides);
  }
}
