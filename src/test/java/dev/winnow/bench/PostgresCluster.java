package dev.winnow.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of our own in a folder of our own, on the loopback, with the programs that Debian's
 * package installs. It refuses to run as root, and so runs as {@code postgres} then.
 */
final class PostgresCluster implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final String SUPERUSER = "postgres";
  private static final long PATIENCE_SECONDS = 120;

  private final Path home;
  private final int port;

  private PostgresCluster(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /**
   * Makes and starts a cluster.
   *
   * @param folder gets a folder for the cluster
   * @param settings lines of {@code postgresql.conf}
   * @throws Unavailable when PostgreSQL is not installed
   */
  static PostgresCluster start(Path folder, List<String> settings) throws Unavailable, IOException {
    if (!Files.isExecutable(PROGRAMS.resolve("initdb"))) {
      throw new Unavailable(
          "PostgreSQL 15 is not installed; Debian's package postgresql-15 is it.");
    }
    Path home = Files.createDirectories(folder.resolve("postgres")).toRealPath();
    letIn(home);
    letIn(home.resolve("..").normalize());
    letIn(home.resolve("../..").normalize());
    if (root()) {
      command(List.of("chown", SUPERUSER, home.toString()));
    }
    PostgresCluster cluster = new PostgresCluster(home, freePort());
    cluster.program("initdb", "-A", "trust", "-U", SUPERUSER, "-E", "UTF8", "--locale=C");
    List<String> lines = new ArrayList<>(settings);
    lines.add("listen_addresses = '127.0.0.1'");
    lines.add("unix_socket_directories = ''");
    lines.add("port = " + cluster.port);
    Path more = Files.write(folder.resolve("winnow.conf"), lines);
    Files.setPosixFilePermissions(more, PosixFilePermissions.fromString("rw-r--r--"));
    Path conf = cluster.data().resolve("postgresql.conf");
    Files.writeString(conf, Files.readString(conf) + "\ninclude '" + more.toRealPath() + "'\n");
    cluster.program("pg_ctl", "-w", "-l", home.resolve("log").toString(), "start");
    return cluster;
  }

  Connection connect() throws SQLException, IOException, InterruptedException, Unavailable {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    return Drivers.POSTGRES.connect(url, properties);
  }

  /** The process whose children answer. */
  long postmaster() throws IOException {
    try (Stream<String> lines = Files.lines(data().resolve("postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  /** Stops the cluster and deletes it. */
  @Override
  public void close() throws IOException {
    program("pg_ctl", "-w", "-m", "fast", "stop");
    command(List.of("rm", "-rf", home.toString()));
  }

  private Path data() {
    return home.resolve("data");
  }

  private void program(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("runuser", "-u", SUPERUSER, "--"));
    }
    command.addAll(List.of(PROGRAMS.resolve(name).toString(), "-D", data().toString()));
    command.addAll(List.of(arguments));
    command(command);
  }

  private static void command(List<String> command) throws IOException {
    Path output = Files.createTempFile("postgres", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + ":\n" + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }

  /** Lets another user pass through a folder that we made. */
  private static void letIn(Path folder) throws IOException {
    if (root()) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
      if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(folder, permissions);
      }
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
