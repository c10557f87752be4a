package dev.winnow.mapping;

import dev.winnow.customer.TextNumbers;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.problem.Fault;
import dev.winnow.schema.WordRules;
import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cells of a row by the names of their columns. */
final class RowCells {
  /** A whole number as a spreadsheet writes it that takes ids for quantities. */
  private static final Pattern NUMBER = Pattern.compile("(\\d+)\\.0+");

  private final Map<String, Integer> positions = new HashMap<>();

  RowCells(List<String> header) {
    for (String name : header) {
      positions.put(name, positions.size());
    }
  }

  /** The cell without blanks around it; empty, with a fault, when it is no text. */
  String cell(Row row, Column column, List<Fault> faults) {
    if (column.isRowNumber()) {
      return Long.toString(row.number());
    }
    String cell = row.cells().get(positions.getOrDefault(column.name(), 0));
    if (cell.indexOf(RowSource.UNREADABLE) >= 0) {
      faults.add(
          new Fault(
              column.name(),
              "The cell is not text in the charset of the file.",
              "Save the file as UTF-8, or name its charset in the mapping."));
      return "";
    }
    return WordRules.clean(cell);
  }

  /** 17850.0 as 17850; anything else, leading zeros among it, as it is. */
  static String asCode(String cell) {
    Matcher matcher = NUMBER.matcher(cell);
    return matcher.matches() ? matcher.group(1) : cell;
  }

  /** Whether any of the tests holds for a row. */
  boolean any(List<RowTest> tests, Row row) {
    return tests.stream().anyMatch(test -> holds(test, row));
  }

  private boolean holds(RowTest test, Row row) {
    String cell =
        test.column().isRowNumber()
            ? Long.toString(row.number())
            : WordRules.clean(row.cells().get(positions.getOrDefault(test.column().name(), 0)));
    return switch (test.test()) {
      case IS -> test.texts().stream().anyMatch(cell::equalsIgnoreCase);
      case STARTS_WITH ->
          test.texts().stream().anyMatch(text -> lower(cell).startsWith(lower(text)));
      case NEGATIVE ->
          TextNumbers.read(cell, "", false)
              .or(() -> TextNumbers.read(cell, "", true))
              .filter(number -> number.signum() < 0)
              .isPresent();
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
