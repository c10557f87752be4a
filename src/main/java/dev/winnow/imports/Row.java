package dev.winnow.imports;

import java.util.List;

/**
 * One record of a source, as text.
 *
 * @param number where people find it: in a file the line on which it begins, the first being 1
 * @param cells not always as many as the header has columns
 */
public record Row(long number, List<String> cells) {
  public Row {
    cells = List.copyOf(cells);
  }
}
