package dev.winnow.imports;

import dev.winnow.problem.Fault;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a row would become.
 *
 * @param row its number
 * @param faults pointers are names of columns
 */
public record PreviewRow(long row, List<Part> parts, List<Fault> faults) {
  public PreviewRow {
    parts = List.copyOf(parts);
    faults = List.copyOf(faults);
  }

  /** A customer or an activity of it. */
  public record Part(String rows, String id, JsonNode fields) {}
}
