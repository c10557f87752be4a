package dev.winnow.tables;

import java.util.ArrayList;
import java.util.List;

/** The rows of a table that were passed over because they are no records, such as totals. */
public final class Asides {
  private static final int MOST = 10;

  private final List<Row> first = new ArrayList<>();
  private long count;

  void add(Row row) {
    count++;
    if (first.size() < MOST) {
      first.add(row);
    }
  }

  /** How many there were so far. */
  public long count() {
    return count;
  }

  /** The first of them, at most ten. */
  public List<Row> first() {
    return List.copyOf(first);
  }
}
