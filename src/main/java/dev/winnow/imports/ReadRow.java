package dev.winnow.imports;

import dev.winnow.problem.Fault;
import dev.winnow.tables.Row;
import java.util.List;

/**
 * A row and what it says.
 *
 * @param items customers first; none when there are faults
 * @param faults pointers are names of columns
 */
record ReadRow(Row row, List<Item> items, List<Fault> faults) {
  ReadRow {
    items = List.copyOf(items);
    faults = List.copyOf(faults);
  }
}
