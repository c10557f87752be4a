package dev.winnow.imports;

import java.time.Instant;
import java.util.List;

/**
 * A mapping kept under a name, to be used again when the same columns come.
 *
 * @param columns of the table that it was made for
 * @param mapping JSON of it
 */
public record SavedMapping(
    String name, List<String> columns, Instant savedAt, String savedBy, String mapping) {
  public SavedMapping {
    columns = List.copyOf(columns);
  }
}
