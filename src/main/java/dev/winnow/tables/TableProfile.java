package dev.winnow.tables;

import java.util.List;
import java.util.Objects;

/**
 * What a table holds, seen from all of its rows.
 *
 * @param rows without the header
 * @param columns in the table's order
 * @param first the first rows, at most a hundred, as they are
 * @param uneven rows with another number of cells than the header, at most ten
 * @param asides rows that are no records
 */
public record TableProfile(
    long rows, List<ColumnProfile> columns, List<Row> first, List<Row> uneven, Asides asides) {
  public TableProfile {
    columns = List.copyOf(columns);
    first = List.copyOf(first);
    uneven = List.copyOf(uneven);
    asides = Objects.requireNonNullElse(asides, Asides.NONE);
  }
}
