package dev.winnow.tables;

import dev.winnow.tables.TableFormat.Header;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines that name the columns: below titles, which fill few cells, and above the first
 * row whose cells are of the same kinds as those below.
 */
final class HeaderDetector {
  private static final int LOOKED_AT = 200;
  private static final int LONGEST_NAME = 100;

  private final List<Row> rows;
  private final Kinds kinds = new Kinds(new DateScanner(), new NumberScanner());
  private final int width;

  private HeaderDetector(List<Row> rows) {
    this.rows = rows;
    List<Integer> filled = rows.stream().map(HeaderDetector::filled).sorted().toList();
    this.width = filled.isEmpty() ? 0 : filled.get(filled.size() / 2);
  }

  /**
   * @param rows the first of the table, with their lines
   * @param skip lines that are skipped in any case
   */
  static Header of(List<Row> rows, int skip) {
    List<Row> some =
        rows.stream()
            .filter(row -> filled(row) > 0 && !ReportRows.isDivider(row))
            .limit(LOOKED_AT)
            .toList();
    return some.isEmpty() ? new Header(skip, 1) : new HeaderDetector(some).header(skip);
  }

  private static int filled(Row row) {
    return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private Header header(int skip) {
    int first = 0;
    while (first + 1 < rows.size() && filled(rows.get(first)) * 2 < width) {
      first++;
    }
    int lines = names(first, first + 1) ? 1 : 0;
    if (lines == 1 && first > 0 && isUpper(rows.get(first - 1), rows.get(first))) {
      first--;
      lines = 2;
    } else if (lines == 1 && isLower(first)) {
      lines = 2;
    }
    int above = first == 0 ? skip : (int) rows.get(first).number() - 1;
    return new Header(Math.max(skip, above), lines);
  }

  /** A line of merged cells directly over the names: several texts, none of which is a remark. */
  private boolean isUpper(Row upper, Row names) {
    return upper.number() == names.number() - 1
        && filled(upper) > 1
        && upper.cells().stream()
            .allMatch(cell -> isName(cell) && cell.indexOf('：') < 0 && cell.indexOf(':') < 0);
  }

  /** Whether the next line names just the columns that this one leaves open. */
  private boolean isLower(int at) {
    if (at + 2 >= rows.size()) {
      return false;
    }
    List<String> upper = rows.get(at).cells();
    List<String> lower = rows.get(at + 1).cells();
    if (upper.size() < 2) {
      return false;
    }
    int open = 0;
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      boolean blank = cell(upper, i).isBlank();
      if (blank && cell(lower, i).isBlank()) {
        return false;
      }
      open += blank ? 1 : 0;
    }
    boolean text = lower.stream().allMatch(cell -> isName(cell));
    return open > 0 && text && names(at + 1, at + 2) && filled(rows.get(at + 2)) > open;
  }

  private static String cell(List<String> cells, int i) {
    return i < cells.size() ? cells.get(i) : "";
  }

  private boolean isName(String cell) {
    int found = kinds.of(cell.strip());
    return cell.length() <= LONGEST_NAME
        && !Kinds.has(found, Kinds.NUMBER | Kinds.DATE | Kinds.EMAIL | Kinds.URL);
  }

  /** Whether the row names the columns rather than being one of the rows that begin below it. */
  private boolean names(int at, int below) {
    List<String> names = rows.get(at).cells();
    if (below >= rows.size()) {
      return names.stream().allMatch(this::isName);
    }
    double evidence = 0;
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column).strip();
      if (!name.isEmpty()) {
        evidence += evidence(name, values(column, at, below));
      }
    }
    return evidence >= 0;
  }

  /** The cells of a column, without the header where it stands on further pages. */
  private List<String> values(int column, int at, int below) {
    List<String> values = new ArrayList<>();
    for (Row row : rows.subList(below, rows.size())) {
      if (row.cells().equals(rows.get(at).cells())) {
        continue;
      }
      String cell = cell(row.cells(), column).strip();
      if (!cell.isEmpty()) {
        values.add(cell);
      }
    }
    return values;
  }

  private double evidence(String name, List<String> values) {
    if (values.isEmpty()) {
      return 0;
    }
    int figures = Kinds.NUMBER | Kinds.DATE | Kinds.EMAIL | Kinds.URL | Kinds.PHONE;
    long typed = values.stream().filter(value -> Kinds.has(kinds.of(value), figures)).count();
    boolean figure = Kinds.has(kinds.of(name), figures);
    if (typed * 5 >= values.size() * 4L) {
      return figure ? -1 : 1;
    }
    if (figure || name.length() > LONGEST_NAME) {
      return -0.5;
    }
    long same = values.stream().filter(name::equals).count();
    return same > 0 ? -1 : 0.1;
  }
}
