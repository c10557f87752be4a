package dev.winnow.tables;

import dev.winnow.problem.Fault;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;

/**
 * The text of a cell of a workbook: dates in ISO form, numbers plain, with the zeros in front that
 * a format such as 00000 shows.
 */
final class WorkbookCells {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
  private static final Pattern ZEROS = Pattern.compile("0{2,20}");

  /** What in a format is neither date nor time: colours and conditions, quoted and escaped text. */
  private static final Pattern NO_PART = Pattern.compile("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.|_.|\\*.");

  private static final Pattern DURATION = Pattern.compile("\\[[hms]+\\]", Pattern.CASE_INSENSITIVE);
  private static final int LAST_DAY = 2_958_465;
  private static final int FALSE_LEAP_DAY = 60;
  private static final int DAYS_FROM_1900_TO_1904 = 1462;
  private static final MathContext EXCEL_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final int MAX_PLAIN_EXPONENT = 400;

  private final boolean from1904;

  /**
   * @param from1904 days are counted from 1904 on, as old Macintosh workbooks do
   */
  WorkbookCells(boolean from1904) {
    this.from1904 = from1904;
  }

  /** The cells of a row up to the last that has text; faults point to columns by index. */
  Row row(org.dhatim.fastexcel.reader.Row row) {
    List<String> texts = new ArrayList<>(row.getCellCount());
    List<Fault> faults = new ArrayList<>();
    for (Cell cell : row) {
      texts.add(cell == null ? "" : text(cell));
      if (cell != null && isError(cell)) {
        faults.add(
            new Fault(
                Integer.toString(cell.getColumnIndex()),
                "The cell shows the error %s.".formatted(cell.getRawValue()),
                "Mend its formula or leave it empty."));
      }
    }
    while (!texts.isEmpty() && texts.getLast().isBlank()) {
      texts.removeLast();
    }
    return new Row(row.getRowNum(), texts, faults);
  }

  /** The cell as text; empty for an error. */
  String text(Cell cell) {
    if (isError(cell)) {
      return "";
    }
    return switch (cell.getValue()) {
      case null -> "";
      case BigDecimal number -> number(cell, number);
      case Boolean flag -> flag.toString();
      case Object other -> other.toString();
    };
  }

  /** Whether the cell shows an error such as #N/A instead of a value. */
  private static boolean isError(Cell cell) {
    return switch (cell.getType()) {
      case ERROR -> true;
      case FORMULA ->
          cell.getValue() instanceof String text && text.startsWith("#") && isErrorCode(text);
      case NUMBER, STRING, BOOLEAN, EMPTY -> false;
    };
  }

  private static boolean isErrorCode(String text) {
    return switch (text) {
      case "#N/A",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NUM!",
          "#NULL!",
          "#SPILL!",
          "#CALC!" ->
          true;
      default -> false;
    };
  }

  private String number(Cell cell, BigDecimal number) {
    Integer id = cell.getDataFormatId();
    String format = cell.getDataFormatString();
    if (id != null && isDate(id, format)) {
      String date = date(number, format);
      if (!date.isEmpty()) {
        return date;
      }
    }
    String plain = plain(number, cell.getRawValue());
    if (format != null && ZEROS.matcher(format).matches() && WHOLE.matcher(plain).matches()) {
      return "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
    }
    return plain;
  }

  private static boolean isDate(int id, String format) {
    boolean builtIn = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    if (builtIn || format == null) {
      return builtIn || (id >= 45 && id <= 47);
    }
    if (DURATION.matcher(format).find() || format.equalsIgnoreCase("General")) {
      return false;
    }
    String parts = NO_PART.matcher(format).replaceAll("");
    return parts.chars().anyMatch(c -> "yYdDmMhHsS年月日".indexOf(c) >= 0)
        && parts.chars().noneMatch(c -> c == '#' || c == '?');
  }

  private String date(BigDecimal number, String format) {
    double serial = number.doubleValue() + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
    if (serial < 0 || serial >= LAST_DAY + 1) {
      return "";
    }
    long seconds = Math.round((serial - Math.floor(serial)) * 86_400);
    long day = (long) Math.floor(serial);
    if (day == 0 && format != null && format.indexOf('y') < 0) {
      return LocalTime.ofSecondOfDay(seconds % 86_400).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
    long offset = day < FALSE_LEAP_DAY ? day - 1 : day - 2;
    LocalDateTime time =
        LocalDate.of(1900, 1, 1).plusDays(offset).atStartOfDay().plusSeconds(seconds);
    return seconds == 0
        ? time.toLocalDate().toString()
        : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  /**
   * The digits that Excel shows, at most fifteen; ids that were written whole keep all of theirs.
   */
  private static String plain(BigDecimal number, String raw) {
    if (raw != null && WHOLE.matcher(raw).matches()) {
      return raw;
    }
    BigDecimal shown = number.round(EXCEL_DIGITS).stripTrailingZeros();
    return Math.abs(shown.scale()) > MAX_PLAIN_EXPONENT ? shown.toString() : shown.toPlainString();
  }
}
