package dev.winnow.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.winnow.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A CSV file (RFC 4180), packed or not. Quoted cells may hold line breaks, rows without any text
 * are skipped, and bytes that are no text in the file's charset become {@link
 * RowSource#UNREADABLE}, so that only their row is refused.
 */
public final class CsvSource implements RowSource {
  /** Occurs in no text, so nothing is ever quoted by it. */
  private static final char NEVER = '\uFFFE';

  private final String fileName;
  private final TableFormat.Delimited format;
  private final Reader reader;
  private final CloseableIterator<CsvRecord> records;
  private final HeaderedRows rows;
  private long line;

  private CsvSource(String fileName, Reader reader, TableFormat.Delimited format) {
    this.fileName = fileName;
    this.format = format;
    this.reader = reader;
    CsvReader<CsvRecord> csv = reading(() -> parser(format, reader));
    if (format.header().skip() > 0) {
      reading(
          () -> {
            csv.skipLines(format.header().skip());
            return csv;
          });
    }
    this.records = csv.iterator();
    this.rows = new HeaderedRows(fileName, format.header(), this::read);
  }

  /** Opens the file and reads its header; {@link ProblemCode#INVALID_FILE} when it has none. */
  public static CsvSource open(Path file, TableFormat.Delimited format) {
    String fileName = file.getFileName().toString();
    Reader reader = TextReader.open(file, format.charset());
    try {
      return new CsvSource(fileName, reader, format);
    } catch (RuntimeException e) {
      try {
        reader.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /** The records of a text. */
  static CsvReader<CsvRecord> parser(TableFormat.Delimited format, Reader text) {
    char quote = format.quote() == TableFormat.Delimited.NO_QUOTE ? NEVER : format.quote();
    return CsvReader.builder()
        .fieldSeparator(format.delimiter())
        .quoteCharacter(quote)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .trimWhitespacesAroundQuotes(true)
        .skipEmptyLines(true)
        .maxBufferSize(Limits.ROW)
        .build(
            CsvRecordHandler.of(
                limits ->
                    limits
                        .maxFields(Limits.COLUMNS)
                        .maxFieldSize(Limits.ROW)
                        .maxRecordSize(Limits.ROW)),
            text);
  }

  private @org.jspecify.annotations.Nullable Row read() {
    return reading(
        () -> {
          if (!records.hasNext()) {
            return null;
          }
          CsvRecord csv = records.next();
          line = csv.getStartingLineNumber();
          return new Row(line, csv.getFields());
        });
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

  @Override
  public Row next() {
    return rows.next();
  }

  private <T extends @org.jspecify.annotations.Nullable Object> T reading(Supplier<T> step) {
    try {
      return step.get();
    } catch (CsvParseException e) {
      throw CsvProblems.of(e, fileName, line, format);
    } catch (UncheckedIOException e) {
      throw CsvProblems.of(e, fileName, line, format);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw BadFile.unreadable(fileName, e);
    }
  }
}
