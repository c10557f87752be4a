package dev.winnow.tables;

import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;

/** Opens the table in a file. */
public final class Tables {
  private Tables() {}

  /**
   * The rows of a file.
   *
   * @throws dev.winnow.problem.WinnowException {@link ProblemCode#INVALID_FILE} when it cannot be
   *     read or is not in the format
   */
  public static RowSource open(Path file, TableFormat format) {
    return switch (format) {
      case TableFormat.Delimited delimited -> CsvSource.open(file, delimited);
      case TableFormat.FixedWidth fixed -> FixedWidthSource.open(file, fixed);
      case TableFormat.Workbook workbook -> WorkbookSource.open(file, workbook);
      case TableFormat.JsonLines _ -> JsonSource.open(file);
    };
  }
}
