package dev.winnow.connections;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own on a free port, with the programs from Maven; it can be killed and
 * started again. As root it runs in a user namespace of its own, which the library sees to.
 */
public final class TestPostgres implements AutoCloseable {
  public static final String USER = "postgres";

  private final Path data;
  private final int port;
  private EmbeddedPostgres running;

  /** Starts it in an empty folder; whoever is not {@link #USER} needs a password. */
  public TestPostgres(Path data) throws IOException {
    this.data = data;
    this.running = settings().start();
    this.port = running.getPort();
    Files.writeString(
        data.resolve("pg_hba.conf"),
        "local all all trust\nhost all postgres all trust\nhost all all all scram-sha-256\n");
    restart();
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Runs statements, each in a transaction of its own. */
  public void run(String... statements) throws SQLException {
    try (java.sql.Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first columns of a query's rows. */
  public List<String> column(String sql) throws SQLException {
    try (java.sql.Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(rows.getString(1));
      }
      return column;
    }
  }

  public java.sql.Connection connect() throws SQLException {
    return running.getPostgresDatabase().getConnection();
  }

  /** Ends it as if the machine had lost its power. */
  public void kill() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    new ProcessBuilder("kill", "-QUIT", Long.toString(pid)).start().waitFor();
    postmaster.onExit().orTimeout(1, TimeUnit.MINUTES).join();
  }

  /** Starts it again, also after it was killed, with all that had been committed. */
  public final void restart() throws IOException {
    running.close();
    running = settings().setPort(port).start();
  }

  /** It answers a commit when that outlives its processes, which it would not by default. */
  private EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on");
  }

  @Override
  public void close() throws IOException {
    running.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
