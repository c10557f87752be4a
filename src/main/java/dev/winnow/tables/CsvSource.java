package dev.winnow.tables;

import static java.nio.charset.CodingErrorAction.REPLACE;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file (RFC 4180) with a header line; one whose name ends in {@code .gz} is unpacked while it
 * is read. Quoted cells may hold line breaks, empty lines are skipped, and bytes that are no text
 * in the file's charset become {@link RowSource#UNREADABLE}, so that only their row is refused.
 */
public final class CsvSource implements RowSource {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String fileName;
  private final Reader reader;
  private final CloseableIterator<CsvRecord> records;
  private final List<String> header;

  private CsvSource(String fileName, Reader reader, TableFormat.Delimited format) {
    this.fileName = fileName;
    this.reader = reader;
    this.records = parser(format).ofCsvRecord(reader).iterator();
    this.header = readHeader(format);
  }

  /** Opens the file and reads its header; {@link ProblemCode#INVALID_FILE} when it has none. */
  public static CsvSource open(Path file, TableFormat.Delimited format) {
    String fileName = file.getFileName().toString();
    Reader reader = open(file, format.charset());
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

  /** The text of a file, unpacked, without a byte order mark. */
  static Reader open(Path file, Charset charset) {
    try {
      return reader(file, charset);
    } catch (NoSuchFileException e) {
      throw new WinnowException(
          ProblemCode.INVALID_FILE, "There is no file %s.".formatted(file), e);
    } catch (IOException e) {
      throw unreadable(file.getFileName().toString(), e);
    }
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(REPLACE)
              .onUnmappableCharacter(REPLACE)
              .replaceWith(String.valueOf(UNREADABLE));
      InputStream content =
          file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      Reader reader = new BufferedReader(new InputStreamReader(content, decoder), 1 << 16);
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static CsvReader.CsvReaderBuilder parser(TableFormat.Delimited format) {
    return CsvReader.builder()
        .fieldSeparator(format.delimiter())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .skipEmptyLines(true);
  }

  private List<String> readHeader(TableFormat.Delimited format) {
    if (!hasNext()) {
      throw new WinnowException(
          ProblemCode.INVALID_FILE,
          List.of(
              new Fault(fileName, "The file is empty.", "Its first line must name the columns.")));
    }
    Row first = next();
    Set<String> seen = new HashSet<>();
    List<Fault> faults = new ArrayList<>();
    List<String> names = first.cells().stream().map(String::strip).toList();
    for (String name : names) {
      if (name.indexOf(UNREADABLE) >= 0) {
        faults.add(
            new Fault(
                fileName + ":" + first.number(),
                "The header is not text in %s.".formatted(format.charset()),
                "Save the file as UTF-8, or name its charset in the mapping."));
      } else if (!seen.add(name)) {
        faults.add(
            new Fault(
                fileName + ":" + first.number(),
                "The column \"%s\" occurs twice.".formatted(name),
                "Every column needs a name of its own."));
      }
    }
    WinnowException.throwIfAny(ProblemCode.INVALID_FILE, faults);
    return names;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    return reading(records::hasNext);
  }

  @Override
  public Row next() {
    CsvRecord csv = reading(records::next);
    return new Row(csv.getStartingLineNumber(), csv.getFields());
  }

  private <T> T reading(Supplier<T> step) {
    try {
      return step.get();
    } catch (CsvParseException e) {
      throw new WinnowException(
          ProblemCode.INVALID_FILE,
          List.of(
              new Fault(
                  fileName,
                  "The file is not valid CSV: %s.".formatted(strip(String.valueOf(e.getMessage()))),
                  "Quotes must be closed, and quotes within quotes doubled.")));
    } catch (UncheckedIOException e) {
      throw unreadable(fileName, e);
    }
  }

  private static String strip(String message) {
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }

  private static WinnowException unreadable(String fileName, Exception e) {
    return new WinnowException(
        ProblemCode.INVALID_FILE, "%s cannot be read: %s.".formatted(fileName, e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(fileName, e);
    }
  }
}
