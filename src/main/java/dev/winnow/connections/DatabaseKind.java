package dev.winnow.connections;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The databases whose drivers are shipped, and all others. What may stand in an address is an
 * allow-list: drivers have parameters that load classes, read files or write them.
 */
public enum DatabaseKind {
  POSTGRESQL(
      "PostgreSQL",
      "jdbc:postgresql:",
      "org.postgresql.Driver",
      Set.of(
          "sslmode",
          "ssl",
          "sslfactory",
          "currentSchema",
          "ApplicationName",
          "connectTimeout",
          "loginTimeout",
          "socketTimeout",
          "tcpKeepAlive",
          "targetServerType",
          "loadBalanceHosts",
          "gssEncMode",
          "channelBinding",
          "prepareThreshold",
          "binaryTransfer")),
  MARIADB("MariaDB", "jdbc:mariadb:", "org.mariadb.jdbc.Driver", Constants.PARAMETERS_OF_MARIADB),
  /** Read with MariaDB's driver. */
  MYSQL("MySQL", "jdbc:mysql:", "org.mariadb.jdbc.Driver", Constants.PARAMETERS_OF_MARIADB),
  SQLSERVER(
      "SQL Server",
      "jdbc:sqlserver:",
      "com.microsoft.sqlserver.jdbc.SQLServerDriver",
      Set.of(
          "databaseName",
          "database",
          "encrypt",
          "trustServerCertificate",
          "hostNameInCertificate",
          "loginTimeout",
          "socketTimeout",
          "applicationName",
          "applicationIntent",
          "multiSubnetFailover",
          "lockTimeout",
          "sendStringParametersAsUnicode")),
  /** Whatever a driver in the data folder is for; its addresses take no parameters. */
  OTHER("", "jdbc:", "", Set.of());

  private static final class Constants {
    private static final Set<String> PARAMETERS_OF_MARIADB =
        Set.of(
            "sslMode",
            "useSsl",
            "trustServerCertificate",
            "connectTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "timezone",
            "connectionTimeZone",
            "tinyInt1isBit",
            "yearIsDateType",
            "useCompression",
            "allowPublicKeyRetrieval",
            "connectionCollation");
  }

  private final String title;
  private final String prefix;
  private final String driver;
  private final Set<String> parameters;

  DatabaseKind(String title, String prefix, String driver, Set<String> parameters) {
    this.title = title;
    this.prefix = prefix;
    this.driver = driver;
    this.parameters = parameters;
  }

  /** The kind of database that an address is of. */
  public static DatabaseKind of(String url) {
    return Stream.of(values())
        .filter(kind -> url.startsWith(kind.prefix))
        .findFirst()
        .orElse(OTHER);
  }

  /** What people call it; empty for others. */
  public String title() {
    return title;
  }

  /** Class of the shipped driver; empty when none is. */
  String driver() {
    return driver;
  }

  /** The allowed parameter of that name, whatever its case. */
  Optional<String> parameter(String name) {
    return parameters.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst();
  }

  /** All allowed parameters, in order. */
  Set<String> parameters() {
    return new TreeSet<>(parameters);
  }
}
