package dev.winnow.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the sheet of a workbook that is a table, and where in it the table begins. */
final class WorkbookDetector {
  private static final int ROWS = 200;

  private WorkbookDetector() {}

  static FormatGuess detect(Path file) {
    Map<String, List<Row>> sheets = WorkbookSource.first(file, ROWS);
    String best = "";
    long most = 0;
    for (var sheet : sheets.entrySet()) {
      long cells = cells(sheet.getValue());
      if (cells > most) {
        best = sheet.getKey();
        most = cells;
      }
    }
    if (most == 0) {
      throw BadFile.of(
          file.getFileName().toString(), "The workbook has no rows.", "Fill one of its sheets.");
    }
    List<Row> rows = sheets.getOrDefault(best, List.of());
    var format = new TableFormat.Workbook(best, HeaderDetector.of(rows, 0));
    return new FormatGuess(format, List.of(), true, new ArrayList<>(sheets.keySet()));
  }

  /** Cells that make a table: a column of remarks is none. */
  private static long cells(List<Row> rows) {
    long wide =
        rows.stream().filter(row -> row.cells().size() > 1).mapToLong(r -> r.cells().size()).sum();
    return 100 * wide + rows.size();
  }
}
