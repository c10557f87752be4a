package dev.winnow;

import dev.winnow.tables.CsvSource;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Tells of an import on the console. */
final class ImportPrinter {
  private static final int SHOWN = 20;
  private static final int BAR = 30;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;

  /**
   * @param terminal whether somebody watches, so that there is a bar
   */
  ImportPrinter(PrintWriter out, PrintWriter err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Draws how far it is. */
  void progress(JsonNode run) {
    JsonNode progress = run.path("progress");
    if (!terminal) {
      return;
    }
    if (progress.isNull()) {
      err.print("\r\u001b[K");
      err.flush();
      return;
    }
    long done = progress.path("done").asLong();
    long total = progress.path("total").asLong();
    int filled = total == 0 ? 0 : (int) Math.min(BAR, BAR * done / total);
    err.printf(
        "\r\u001b[K%s [%s%s] %,d rows, %,d a second%s",
        run.path("state").asString(),
        "=".repeat(filled),
        " ".repeat(BAR - filled),
        done,
        progress.path("rowsPerSecond").asLong(),
        left(progress.path("secondsLeft").asLong()));
    err.flush();
  }

  private static String left(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    return seconds == 0 ? "" : ", %d:%02d left".formatted(left.toMinutes(), left.toSecondsPart());
  }

  /** The proposed mapping, column by column. */
  void proposal(JsonNode proposal) {
    if (!proposal.path("saved").isNull()) {
      out.printf("As in the mapping \"%s\":%n", proposal.path("saved").asString());
    }
    for (JsonNode column : proposal.path("columns")) {
      JsonNode target = column.path("target");
      if (target.isNull()) {
        out.printf("  %-28s -%n", column.path("column").asString());
      } else {
        out.printf(
            "  %-28s %s.%s (%.0f %%, %s)%n",
            column.path("column").asString(),
            target.path("rows").asString(),
            target.path("field").asString(),
            100 * column.path("confidence").asDouble(),
            column.path("reason").asString());
      }
    }
    for (JsonNode question : proposal.path("questions")) {
      out.printf(
          "Question: %s%s%n",
          question.path("column").asString().isEmpty()
              ? ""
              : question.path("column").asString() + ": ",
          question.at("/text/en").asString());
      for (JsonNode option : question.path("options")) {
        out.printf(
            "    %s %s%n", option.at("/label/en").asString(), option.path("example").asString());
      }
    }
  }

  /** What an import would do. */
  void report(JsonNode report) {
    JsonNode kinds = report.path("kinds");
    out.printf(
        "%,d rows: %,d to insert, %,d to update, %,d unchanged, %,d possible duplicates, %,d rejected, %,d to archive.%n",
        report.path("rows").asLong(),
        kinds.path("added").asLong(),
        kinds.path("changed").asLong(),
        kinds.path("unchanged").asLong(),
        kinds.path("duplicate").asLong(),
        kinds.path("rejected").asLong(),
        kinds.path("archived").asLong());
    for (JsonNode column : report.path("columns")) {
      out.printf(
          "  %-28s %-24s %,d filled%n",
          column.path("column").asString(),
          column.path("field").asString().isEmpty() ? "-" : column.path("field").asString(),
          column.path("filled").asLong());
      for (JsonNode problem : column.path("problems")) {
        out.printf(
            "    %,d times: %s (rows %s)%n",
            problem.path("count").asLong(),
            problem.path("detail").asString(),
            problem.path("rows"));
      }
    }
    for (JsonNode unknown : report.path("unknown")) {
      out.printf(
          "  unknown %s: \"%s\", %,d times; nearest: %s%n",
          unknown.path("field").asString(),
          unknown.path("text").asString(),
          unknown.path("count").asLong(),
          unknown.path("nearest"));
    }
  }

  /** The first of the rejected rows. */
  void rejected(Path file) {
    try (RowSource rows = CsvSource.open(file, TableFormat.CSV)) {
      for (int shown = 0; rows.hasNext(); shown++) {
        if (shown == SHOWN) {
          err.println("… and more; --rejected FILE writes them all.");
          return;
        }
        err.println(rows.next().cells().getLast());
      }
    }
  }

  /** What has become of the rows. */
  void done(JsonNode run) {
    JsonNode counts = run.path("counts");
    out.printf(
        "%,d rows: %,d inserted, %,d updated, %,d unchanged, %,d rejected%s%s.%n",
        counts.path("read").asLong(),
        counts.path("added").asLong(),
        counts.path("changed").asLong(),
        counts.path("unchanged").asLong(),
        counts.path("rejected").asLong(),
        some(counts, "skipped"),
        some(counts, "archived"));
  }

  private static String some(JsonNode counts, String kind) {
    long count = counts.path(kind).asLong();
    return count == 0 ? "" : ", %,d %s".formatted(count, kind);
  }
}
