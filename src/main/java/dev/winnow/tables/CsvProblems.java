package dev.winnow.tables;

import dev.winnow.problem.WinnowException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the CSV parser could not read, and where. */
final class CsvProblems {
  private static final Pattern STARTED = Pattern.compile("[Rr]ecord starting at line (\\d+)");

  private CsvProblems() {}

  /**
   * @param line of the last row that was read, 0 for none
   */
  static WinnowException of(
      RuntimeException e, String fileName, long line, TableFormat.Delimited format) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      text.append(t.getMessage()).append('\n');
    }
    String message = text.toString();
    Matcher started = STARTED.matcher(message);
    String at = fileName + ":" + (started.find() ? started.group(1) : Long.toString(line + 1));
    if (message.contains("Unclosed quote")) {
      return BadFile.of(
          at,
          "The file is not valid CSV: a quote %c that opens here is never closed."
              .formatted(format.quote()),
          "Quotes must be closed, and quotes within quotes doubled.");
    }
    if (message.contains("fields")) {
      return BadFile.of(
          at,
          "The row has more than %,d cells.".formatted(Limits.COLUMNS),
          "Check the delimiter, or leave columns out.");
    }
    if (message.contains("maximum")) {
      return BadFile.of(
          at,
          Limits.rowTooLong(),
          "Check the line ends, and that every quote that opens is closed.");
    }
    return BadFile.unreadable(line == 0 ? fileName : fileName + ":" + line, root(e));
  }

  private static Exception root(Exception e) {
    Throwable root = e;
    while (root.getCause() != null && !(root instanceof java.io.IOException)) {
      root = root.getCause();
    }
    return root instanceof Exception cause ? cause : e;
  }
}
