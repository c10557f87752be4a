package dev.winnow.tables;

import dev.winnow.problem.Fault;
import java.util.List;

/**
 * One record of a source, as text.
 *
 * @param number where people find it: in a file the line on which it begins, the first being 1
 * @param cells not always as many as the header has columns
 * @param faults what the source itself found wrong with it; pointers are names of columns
 */
public record Row(long number, List<String> cells, List<Fault> faults) {
  public Row {
    cells = List.copyOf(cells);
    faults = List.copyOf(faults);
  }

  public Row(long number, List<String> cells) {
    this(number, cells, List.of());
  }
}
