package dev.winnow.tables;

import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of an Excel workbook, row by row; rows without any text are skipped. Formulas give the
 * values they had when the workbook was saved, and errors such as #N/A an empty cell and a fault.
 */
public final class WorkbookSource implements RowSource {
  private final String fileName;
  private final ReadableWorkbook workbook;
  private final WorkbookCells cells;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> sheet;
  private final int skip;
  private final HeaderedRows rows;
  private long line;

  private WorkbookSource(String fileName, ReadableWorkbook workbook, TableFormat.Workbook format)
      throws IOException {
    this.fileName = fileName;
    this.workbook = workbook;
    this.cells = new WorkbookCells(workbook.isDate1904());
    this.stream = find(format.sheet()).openStream();
    this.sheet = stream.iterator();
    this.skip = format.header().skip();
    this.rows = new HeaderedRows(fileName, format.header(), this::read);
  }

  /** Opens the file; {@link ProblemCode#INVALID_FILE} when it is no workbook or too large a one. */
  public static WorkbookSource open(Path file, TableFormat.Workbook format) {
    String fileName = file.getFileName().toString();
    ReadableWorkbook workbook = workbook(file);
    try {
      return new WorkbookSource(fileName, workbook, format);
    } catch (IOException e) {
      close(workbook, fileName);
      throw BadFile.unreadable(fileName, e);
    } catch (RuntimeException e) {
      close(workbook, fileName);
      throw e;
    }
  }

  /** The first rows of every sheet that people see, in order. */
  static Map<String, List<Row>> first(Path file, int rows) {
    String fileName = file.getFileName().toString();
    ReadableWorkbook workbook = workbook(file);
    Map<String, List<Row>> first = new LinkedHashMap<>();
    try {
      WorkbookCells cells = new WorkbookCells(workbook.isDate1904());
      for (Sheet sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          first.put(sheet.getName(), first(sheet, cells, rows));
        }
      }
      return first;
    } catch (IOException e) {
      throw BadFile.unreadable(fileName, e);
    } catch (ExcelReaderException | IllegalStateException | IllegalArgumentException e) {
      throw damaged(fileName, e);
    } finally {
      close(workbook, fileName);
    }
  }

  private static List<Row> first(Sheet sheet, WorkbookCells cells, int limit) throws IOException {
    try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
      return stream.map(cells::row).filter(row -> !row.cells().isEmpty()).limit(limit).toList();
    }
  }

  private static ReadableWorkbook workbook(Path file) {
    String fileName = file.getFileName().toString();
    try {
      WorkbookGuard.check(file, Files.size(file));
      boolean styled = ZipContent.has(file, "xl/styles.xml");
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(styled, true));
    } catch (NoSuchFileException e) {
      throw BadFile.of(fileName, "There is no file %s.".formatted(fileName), "");
    } catch (WinnowException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw damaged(fileName, e);
    }
  }

  private static WinnowException damaged(String where, Exception e) {
    WinnowException problem =
        BadFile.of(
            where,
            "The workbook is damaged (%s).".formatted(BadFile.withoutStop(reason(e))),
            "Open it in Excel and save it again as .xlsx.");
    problem.initCause(e);
    return problem;
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  private Sheet find(String name) {
    List<Sheet> sheets = workbook.getSheets().toList();
    if (sheets.isEmpty()) {
      throw BadFile.of(fileName, "The workbook has no sheets.", "");
    }
    if (name.isEmpty()) {
      return sheets.stream().filter(this::hasRows).findFirst().orElse(sheets.getFirst());
    }
    return sheets.stream()
        .filter(sheet -> sheet.getName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                BadFile.of(
                    fileName,
                    "The workbook has no sheet \"%s\".".formatted(name),
                    Nearest.hint(name, sheets.stream().map(Sheet::getName).toList())));
  }

  private boolean hasRows(Sheet sheet) {
    try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
      return sheet.getVisibility() == SheetVisibility.VISIBLE && all.iterator().hasNext();
    } catch (IOException e) {
      throw BadFile.unreadable(fileName, e);
    }
  }

  private @Nullable Row read() {
    org.dhatim.fastexcel.reader.Row row = reading(() -> sheet.hasNext() ? sheet.next() : null);
    while (row != null && row.getRowNum() <= skip) {
      row = reading(() -> sheet.hasNext() ? sheet.next() : null);
    }
    if (row == null) {
      return null;
    }
    line = row.getRowNum();
    return cells.row(row);
  }

  private <T extends @Nullable Object> T reading(Supplier<T> step) {
    try {
      return step.get();
    } catch (ExcelReaderException | IllegalStateException | IndexOutOfBoundsException e) {
      throw damaged(fileName + ":" + (line + 1), e);
    } catch (NullPointerException | IllegalArgumentException e) {
      throw damaged(fileName + ":" + (line + 1), e);
    }
  }

  @Override
  public List<String> header() {
    return rows.header();
  }

  @Override
  public Asides asides() {
    return rows.asides();
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  /** Empty cells at the end of a row are not stored in a sheet: they are added. */
  @Override
  public Row next() {
    Row row = rows.next();
    int columns = rows.header().size();
    if (row.cells().size() >= columns && row.faults().isEmpty()) {
      return row;
    }
    List<String> texts = new ArrayList<>(row.cells());
    while (texts.size() < columns) {
      texts.add("");
    }
    return new Row(row.number(), texts, row.faults().stream().map(this::named).toList());
  }

  private Fault named(Fault fault) {
    int column = Integer.parseInt(fault.pointer());
    List<String> header = rows.header();
    String name = column < header.size() ? header.get(column) : "";
    return new Fault(name, fault.detail(), fault.expected());
  }

  @Override
  public void close() {
    stream.close();
    close(workbook, fileName);
  }

  private static void close(ReadableWorkbook workbook, String fileName) {
    try {
      workbook.close();
    } catch (IOException e) {
      throw BadFile.unreadable(fileName, e);
    }
  }
}
