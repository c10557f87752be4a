package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.Proposal.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table are which concepts, one reading of several.
 *
 * @param columns in the table's order
 * @param found what has been given to columns
 * @param candidates by column everything else that it could be, the likeliest first
 */
record Matched(List<ColumnClues> columns, List<Found> found, List<List<Found>> candidates) {
  Matched {
    found = List.copyOf(found);
  }

  /**
   * A column taken for a concept.
   *
   * @param column its place in the table
   * @param rows of whom the concept is
   * @param score from 0 to 1
   */
  record Found(int column, Rows rows, Concept concept, double score, Reason reason) {
    boolean is(Rows wanted, String key) {
      return rows == wanted && concept.is(key);
    }
  }

  /** The column taken for a field or a part of one, such as name.first. */
  Optional<Found> get(Rows rows, String key) {
    return found.stream().filter(each -> each.is(rows, key)).findFirst();
  }

  boolean has(Rows rows, String key) {
    return get(rows, key).isPresent();
  }

  /** Whether one of the keys was found. */
  boolean hasAny(Rows rows, String... keys) {
    return List.of(keys).stream().anyMatch(key -> has(rows, key));
  }

  /** All columns of one concept, in the table's order. */
  List<Found> all(Rows rows, String key) {
    return found.stream()
        .filter(each -> each.is(rows, key))
        .sorted(Comparator.comparingInt(Found::column))
        .toList();
  }

  ColumnClues clues(Found which) {
    return columns.get(which.column());
  }
}
