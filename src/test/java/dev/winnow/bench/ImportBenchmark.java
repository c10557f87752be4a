package dev.winnow.bench;

import dev.winnow.App;
import dev.winnow.Config;
import dev.winnow.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import tools.jackson.databind.JsonNode;

/**
 * How fast tables come in over HTTP, and how much memory that takes: made-up customers, then lines
 * of their orders, each as CSV with the mapping that is proposed. In the same run DuckDB reads the
 * same files into tables on disk. It only reads: it neither matches values to known ones nor joins,
 * indexes, or keeps what an undo would need.
 */
public final class ImportBenchmark {
  private static final long SEED = 1;

  private final Path folder;

  private record Table(String name, Path file, int rows) {}

  private ImportBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Arguments: customers (1000000), order lines (5000000), folder (a temporary one). */
  public static void main(String[] args) throws Exception {
    int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int lines = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
    Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("winnow-import");
    new ImportBenchmark(Files.createDirectories(folder)).run(customers, lines);
  }

  private void run(int customerCount, int lineCount) throws Exception {
    say("%s", Machine.describe());
    Table customers = new Table("customers", folder.resolve("customers.csv"), customerCount);
    Table orders = new Table("order lines", folder.resolve("orders.csv"), lineCount);
    Config config =
        Config.defaults(folder.resolve("data"))
            .with(
                new Config.Overrides(
                    Optional.empty(), OptionalInt.of(0), Optional.empty(), OptionalInt.of(0)));
    try (App app = App.start(config);
        ImportRequests requests =
            new ImportRequests(app.url(), app.keys().create("benchmark", Role.ADMIN).secret())) {
      ImportTables made = new ImportTables(app.schema(), SEED);
      made.customers(customers.file, customers.rows);
      made.orders(orders.file, orders.rows, customers.rows);
      say("| table | step | rows | s | rows/s | peak heap MB | peak RSS MB | of DuckDB's rate |");
      say("|---|---|--:|--:|--:|--:|--:|--:|");
      bring(requests, customers, true);
      bring(requests, orders, false);
    }
  }

  /** Checking comes after inspection; the ratio is that of the run alone. */
  private void bring(ImportRequests requests, Table table, boolean checks) throws Exception {
    double peer = duckDb(table);
    MemoryPeak.reset();
    long start = System.nanoTime();
    String address = requests.upload(table.file);
    var _ = requests.settled(address);
    report(table, "upload and inspection", start, peer);
    JsonNode mapping = requests.agree(address);
    if (checks) {
      step(requests, table, address, "check", peer);
    }
    JsonNode done = step(requests, table, address, "start", peer);
    say("");
    say("%s: %s", table.name, done.path("counts"));
    say("proposed: %s", mapping);
    say("");
  }

  private static JsonNode step(
      ImportRequests requests, Table table, String address, String action, double peer)
      throws IOException, InterruptedException {
    MemoryPeak.reset();
    long start = System.nanoTime();
    requests.begin(address, action);
    JsonNode run = requests.settled(address);
    report(table, action.equals("start") ? "run" : action, start, peer);
    return run;
  }

  /**
   * Seconds that DuckDB takes for the table, from its file to its disk; NaN when it is not here.
   */
  private double duckDb(Table table) throws Exception {
    Path database = folder.resolve("peer.duckdb");
    Files.deleteIfExists(database);
    try (Connection connection =
            Drivers.DUCKDB.connect("jdbc:duckdb:" + database, new Properties());
        Statement statement = connection.createStatement()) {
      MemoryPeak.reset();
      long start = System.nanoTime();
      statement.execute("CREATE TABLE peer AS SELECT * FROM read_csv('" + table.file + "')");
      statement.execute("CHECKPOINT");
      double seconds = seconds(start);
      requireAll(statement, table);
      report(table, "DuckDB", seconds, seconds);
      return seconds;
    } catch (Unavailable e) {
      say("DuckDB is not compared with: %s", String.valueOf(e.getMessage()));
      return Double.NaN;
    }
  }

  private static void requireAll(Statement statement, Table table) throws SQLException {
    try (ResultSet count = statement.executeQuery("SELECT count(*) FROM peer")) {
      if (!count.next() || count.getLong(1) != table.rows) {
        throw new IllegalStateException("DuckDB has not read all rows of " + table.file);
      }
    }
  }

  private static void report(Table table, String step, long start, double peer) throws IOException {
    report(table, step, seconds(start), peer);
  }

  private static void report(Table table, String step, double seconds, double peer)
      throws IOException {
    say(
        "| %s | %s | %,d | %.2f | %,.0f | %,d | %,d | %.3f |",
        table.name,
        step,
        table.rows,
        seconds,
        table.rows / seconds,
        MemoryPeak.heapBytes() >> 20,
        MemoryPeak.residentBytes() >> 20,
        peer / seconds);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
