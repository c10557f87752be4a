package dev.winnow.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.problem.Fault;
import dev.winnow.tables.Row;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows that were not imported, as a CSV file that can be mended and imported again: the columns of
 * the table, and a last one that says which row it was and why. What a spreadsheet would take for a
 * formula has an apostrophe in front. {@link MendedRows} reads it.
 */
final class RejectedFile implements Closeable {
  /** Name of the last column. */
  static final String REASON = "rejected because";

  private static final String FORMULA = "=+-@\t\r";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final FileChannel channel;
  private final BufferedWriter text;
  private final CsvWriter csv;
  private final int columns;

  /**
   * @param length what of the file is kept; 0 to begin anew
   */
  RejectedFile(Path file, List<String> header, long length) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(length);
    channel.position(Math.min(length, channel.size()));
    text = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    csv = CsvWriter.builder().build(text);
    columns = header.size();
    if (length == 0) {
      text.write(BYTE_ORDER_MARK);
      write(header, REASON);
    }
  }

  void add(Row row, List<Fault> faults) {
    write(
        row.cells(),
        "row %d: ".formatted(row.number())
            + faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
  }

  private void write(List<String> cells, String reason) {
    List<String> line = new ArrayList<>();
    cells.forEach(cell -> line.add(harmless(cell)));
    while (line.size() < columns) {
      line.add("");
    }
    line.add(reason);
    var _ = csv.writeRecord(line);
  }

  /** The text with an apostrophe before what a spreadsheet would compute. */
  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** What {@link #harmless} was given. */
  static String original(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** Hands everything to the system, and says how long the file is. */
  long flush() {
    try {
      csv.flush();
      return channel.position();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings what was flushed to the disk. */
  void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    channel.close();
  }
}
