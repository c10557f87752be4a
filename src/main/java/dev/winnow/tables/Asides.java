package dev.winnow.tables;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of a table that were passed over because they are no records, such as totals.
 *
 * @param count how many there were so far
 * @param first the first of them, at most ten
 */
public record Asides(long count, List<Row> first) {
  public static final Asides NONE = new Asides(0, List.of());

  private static final int MOST = 10;

  public Asides {
    first = List.copyOf(first);
  }

  Asides with(Row row) {
    return new Asides(
        count + 1,
        first.size() < MOST ? Stream.concat(first.stream(), Stream.of(row)).toList() : first);
  }
}
