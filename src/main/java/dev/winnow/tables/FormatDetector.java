package dev.winnow.tables;

import dev.winnow.problem.WinnowException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out how a table is written, from its content rather than its name. */
public final class FormatDetector {
  private static final byte[] OLD_OFFICE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final String SAVE_AS = "Open it in Excel and save it as .xlsx or CSV.";

  /** Characters from the beginning that tell delimiter, quote and header. */
  private static final int HEAD = 1 << 18;

  private FormatDetector() {}

  /**
   * The likeliest format of a file.
   *
   * @param name under which its owner knows it, for messages
   * @throws WinnowException {@link dev.winnow.problem.ProblemCode#INVALID_FILE} when it is empty,
   *     damaged or no table
   */
  public static FormatGuess detect(Path file, String name) {
    Encodings encodings;
    String head;
    try {
      refuseForeign(Packing.head(file, 8), name);
      if (isWorkbook(file, name)) {
        return WorkbookDetector.detect(file);
      }
      encodings = Encodings.of(file);
      head = head(file, encodings.charsets().getFirst());
    } catch (NoSuchFileException e) {
      throw BadFile.of(name, "There is no file %s.".formatted(name), "");
    } catch (IOException e) {
      throw BadFile.unreadable(name, e);
    }
    Charset charset = encodings.charsets().getFirst();
    refuseMarkup(head, name);
    refuseBinary(head, name);
    List<String> charsets = encodings.charsets().stream().map(Charset::name).toList();
    String start = head.stripLeading();
    if (start.isEmpty()) {
      throw BadFile.of(name, "The file is empty.", "Its first line must name the columns.");
    }
    if (charset.name().startsWith("UTF-") && isJson(start)) {
      return new FormatGuess(new TableFormat.JsonLines(), List.of(), true, List.of());
    }
    Dialect dialect = Dialect.of(head);
    Optional<TableFormat> fixed =
        dialect.isClear() ? Optional.empty() : FixedWidthDetector.detect(file, charset);
    TableFormat format = fixed.orElseGet(() -> dialect.format(charset));
    return new FormatGuess(format, charsets, encodings.certain(), List.of());
  }

  private static boolean isJson(String start) {
    return start.startsWith("{") || start.startsWith("[{") || start.matches("(?s)\\[\\s*\\{.*");
  }

  private static void refuseForeign(byte[] head, String name) {
    if (Packing.startsWith(head, OLD_OFFICE)) {
      throw BadFile.of(
          name,
          "It is an old Excel workbook (.xls) or one with a password.",
          "Open it in Excel and save it as .xlsx without a password.");
    }
    if (Packing.startsWith(head, "%PDF".getBytes(StandardCharsets.US_ASCII))) {
      throw BadFile.of(name, "It is a PDF document.", "Give the table as .xlsx or CSV.");
    }
    if (Packing.startsWith(head, "PAR1".getBytes(StandardCharsets.US_ASCII))) {
      throw BadFile.of(name, "It is a Parquet file.", "Export it as CSV.");
    }
    if (Packing.startsWith(head, new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF})
        || Packing.startsWith(head, "Rar!".getBytes(StandardCharsets.US_ASCII))) {
      throw BadFile.of(
          name, "It is a 7z or RAR archive.", "Unpack it, or pack it as zip, gzip, xz or zstd.");
    }
  }

  private static boolean isWorkbook(Path file, String name) throws IOException {
    if (Packing.of(Packing.head(file, 8)) != Packing.ZIP) {
      return false;
    }
    if (ZipContent.has(file, "xl/workbook.bin") || ZipContent.has(file, "content.xml")) {
      throw BadFile.of(name, "It is a workbook of another kind (.xlsb or .ods).", SAVE_AS);
    }
    return ZipContent.has(file, "xl/workbook.xml");
  }

  private static void refuseMarkup(String head, String name) {
    String start =
        head.substring(0, Math.min(head.length(), 500)).stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<?xml")
        || start.startsWith("<!doctype")
        || start.startsWith("<html")
        || start.startsWith("<table")
        || start.startsWith("<meta")) {
      throw BadFile.of(name, "It is a web page or XML, whatever its name says.", SAVE_AS);
    }
  }

  private static void refuseBinary(String head, String name) {
    long controls =
        head.chars().filter(c -> c < 0x20 && c != 0x1F && !Character.isWhitespace(c)).count();
    if (controls * 8 > head.length() && head.indexOf('\u0001') < 0) {
      throw BadFile.of(
          name, "It is neither text nor a workbook.", "Give a table as .xlsx, CSV or JSON.");
    }
  }

  private static String head(Path file, Charset charset) throws IOException {
    char[] head = new char[HEAD];
    int length = 0;
    try (BufferedReader reader = TextReader.open(file, charset)) {
      for (int n = 0; n >= 0 && length < HEAD; n = reader.read(head, length, HEAD - length)) {
        length += n;
      }
    }
    return new String(head, 0, length);
  }
}
