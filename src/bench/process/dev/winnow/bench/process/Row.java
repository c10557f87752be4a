package dev.winnow.bench.process;

import java.util.List;

/**
 * A customer as it is handed over: a line of values parted by tabs, none being empty.
 *
 * @param facets by facet, in their order
 * @param spend in hundredths, or -1 for none
 */
public record Row(String id, String name, List<List<String>> facets, long spend) {
  public Row {
    facets = List.copyOf(facets);
  }

  public static Row parse(String line) {
    String[] cells = line.split("\t", -1);
    List<String> facets = List.of(cells).subList(2, cells.length - 1);
    String spend = cells[cells.length - 1];
    return new Row(
        cells[0],
        cells[1],
        facets.stream().map(Row::values).toList(),
        spend.isEmpty() ? -1 : Long.parseLong(spend));
  }

  private static List<String> values(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
  }
}
