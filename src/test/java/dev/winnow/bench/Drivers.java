package dev.winnow.bench;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The drivers of other databases, loaded from a class path apart from Winnow's own. */
enum Drivers {
  DUCKDB("org.duckdb.DuckDBDriver"),
  POSTGRES("org.postgresql.Driver");

  private static final String PROJECT = "drivers";

  private final String className;

  Drivers(String className) {
    this.className = className;
  }

  Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = Loaded.driver(className).connect(url, properties);
    if (connection == null) {
      throw new SQLException("No driver for " + url);
    }
    return connection;
  }

  /** Stays loaded: a native library can be loaded once only. */
  private static final class Loaded {
    private static final URLClassLoader LOADER =
        new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader());

    static Driver driver(String className) throws SQLException {
      try {
        return (Driver) LOADER.loadClass(className).getDeclaredConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new SQLException("Driver " + className + " cannot be loaded.", e);
      }
    }

    private static URL[] urls() {
      List<URL> urls = new ArrayList<>();
      for (String entry : Projects.classpath(PROJECT).split(File.pathSeparator)) {
        try {
          urls.add(Path.of(entry).toUri().toURL());
        } catch (MalformedURLException e) {
          throw new IllegalStateException(e);
        }
      }
      return urls.toArray(URL[]::new);
    }
  }
}
