package dev.winnow.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.problem.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells of rejected rows: the first on the console, all of them in a CSV file that can be mended
 * and imported again, since it has the columns of the original and the reason behind them.
 */
public final class RejectedRows implements Consumer<RejectedRow>, AutoCloseable {
  private static final int SHOWN = 20;
  private static final String REASON = "rejected because";

  private final PrintWriter console;
  private final int columns;
  private final @Nullable CsvWriter file;
  private long count;

  public RejectedRows(List<String> header, PrintWriter console, Optional<Path> file)
      throws IOException {
    this.console = console;
    this.columns = header.size();
    this.file = file.isPresent() ? CsvWriter.builder().build(file.get()) : null;
    write(header, REASON);
  }

  @Override
  public void accept(RejectedRow rejected) {
    String reason =
        rejected.faults().stream().map(Fault::toString).collect(Collectors.joining("; "));
    count++;
    if (count <= SHOWN) {
      console.println("row " + rejected.row().number() + ": " + reason);
    } else if (count == SHOWN + 1) {
      console.println(
          file == null ? "… and more; --rejected FILE writes them all." : "… and more.");
    }
    write(rejected.row().cells(), reason);
  }

  private void write(List<String> cells, String reason) {
    if (file == null) {
      return;
    }
    List<String> line = new ArrayList<>(cells);
    while (line.size() < columns) {
      line.add("");
    }
    line.add(reason);
    var unused = file.writeRecord(line);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
