package dev.winnow.imports;

import dev.winnow.problem.Fault;
import dev.winnow.tables.Row;
import java.util.List;

/**
 * A row that was not imported.
 *
 * @param faults all that is wrong with it; their pointers are names of columns, empty for the row
 */
public record RejectedRow(Row row, List<Fault> faults) {
  public RejectedRow {
    faults = List.copyOf(faults);
  }
}
