package dev.winnow.connections;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.DatabaseProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * JDBC drivers: those shipped, and the jars in the folder {@code drivers} of the data folder, which
 * are looked at once, when the first is needed. Safe for use by many threads.
 */
public final class Drivers {
  /** The folder in the data folder. */
  public static final String FOLDER = "drivers";

  /** How long a query may take to begin to answer. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = PATIENCE.plusSeconds(30);

  private final Path folder;
  private Optional<List<Driver>> dropped = Optional.empty();

  /**
   * @param data the data folder
   */
  public Drivers(Path data) {
    this.folder = data.resolve(FOLDER);
  }

  /**
   * Connects for reading; network silence and slow answers end in a problem.
   *
   * @throws WinnowException INVALID_CONNECTION when there is no driver for the address,
   *     DATABASE_FAILED when the database cannot be reached or refuses the user
   */
  java.sql.Connection connect(DatabaseAddress address, String user, String password) {
    String url =
        address.kind() == DatabaseKind.MYSQL
            ? "jdbc:mariadb:" + address.url().substring("jdbc:mysql:".length())
            : address.url();
    Properties properties = new Properties();
    properties.putAll(properties(address.kind()));
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    try {
      java.sql.Connection connection = driver(address, url).connect(url, properties);
      if (connection == null) {
        throw noDriver();
      }
      return readOnly(connection, address.kind());
    } catch (SQLException e) {
      throw DatabaseProblem.of("", e, password);
    }
  }

  private static java.sql.Connection readOnly(java.sql.Connection connection, DatabaseKind kind)
      throws SQLException {
    try {
      connection.setReadOnly(true);
      if (kind == DatabaseKind.MARIADB || kind == DatabaseKind.MYSQL) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SET SESSION TRANSACTION READ ONLY");
        }
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Map<String, String> properties(DatabaseKind kind) {
    String connect = Long.toString(TO_CONNECT.toMillis());
    String silence = Long.toString(SILENCE.toMillis());
    return switch (kind) {
      case POSTGRESQL ->
          Map.of(
              "connectTimeout", Long.toString(TO_CONNECT.toSeconds()),
              "loginTimeout", Long.toString(TO_CONNECT.toSeconds()),
              "socketTimeout", Long.toString(SILENCE.toSeconds()),
              "tcpKeepAlive", "true",
              "ApplicationName", "winnow");
      case MARIADB, MYSQL ->
          Map.of(
              "connectTimeout", connect,
              "socketTimeout", silence,
              "tcpKeepAlive", "true",
              "allowLocalInfile", "false",
              "allowMultiQueries", "false",
              "autocommit", "false");
      case SQLSERVER ->
          Map.of(
              "loginTimeout",
              Long.toString(TO_CONNECT.toSeconds()),
              "socketTimeout",
              silence,
              "responseBuffering",
              "adaptive",
              "applicationName",
              "winnow");
      case OTHER -> Map.of();
    };
  }

  private Driver driver(DatabaseAddress address, String url) throws SQLException {
    if (address.kind() != DatabaseKind.OTHER) {
      return shipped(address.kind().driver());
    }
    for (Driver driver : dropped()) {
      if (driver.acceptsURL(url)) {
        return driver;
      }
    }
    throw noDriver();
  }

  private static Driver shipped(String name) {
    try {
      return Class.forName(name).asSubclass(Driver.class).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The driver is not packed: " + name, e);
    }
  }

  private synchronized List<Driver> dropped() {
    if (dropped.isEmpty()) {
      dropped = Optional.of(load());
    }
    return dropped.orElseThrow();
  }

  /** The class loader lives as long as its drivers. */
  private List<Driver> load() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<URL> jars = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        if (file.toString().endsWith(".jar")) {
          jars.add(file.toUri().toURL());
        }
      }
      var loader = new URLClassLoader(jars.toArray(URL[]::new), Drivers.class.getClassLoader());
      return ServiceLoader.load(Driver.class, loader).stream()
          .filter(found -> loader.equals(found.type().getClassLoader()))
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WinnowException noDriver() {
    return new WinnowException(
        ProblemCode.INVALID_CONNECTION,
        List.of(
            new Fault(
                "/url",
                "There is no driver for this address.",
                "Put its jar into the folder %s of the data folder, and start Winnow again."
                    .formatted(FOLDER))));
  }
}
