package dev.winnow.bench;

import java.io.File;
import java.io.IOException;
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
  private static final List<ClassLoader> LOADER = new ArrayList<>();

  private final String className;

  Drivers(String className) {
    this.className = className;
  }

  /**
   * Connects.
   *
   * @throws Unavailable when the driver cannot be had
   */
  Connection connect(String url, Properties properties)
      throws SQLException, IOException, InterruptedException, Unavailable {
    try {
      Driver driver =
          (Driver) loader().loadClass(className).getDeclaredConstructor().newInstance();
      return driver.connect(url, properties);
    } catch (ReflectiveOperationException e) {
      throw new Unavailable("the driver " + className + " cannot be loaded", e);
    }
  }

  /** One for all and for good, as a native library can be loaded only once. */
  private static ClassLoader loader() throws IOException, InterruptedException, Unavailable {
    synchronized (LOADER) {
      if (LOADER.isEmpty()) {
        List<URL> urls = new ArrayList<>();
        for (String entry : Projects.classpath(PROJECT).split(File.pathSeparator, -1)) {
          urls.add(Path.of(entry).toUri().toURL());
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        LOADER.add(new URLClassLoader(urls.toArray(URL[]::new), platform));
      }
      return LOADER.getFirst();
    }
  }
}
