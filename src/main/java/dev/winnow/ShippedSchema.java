package dev.winnow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The {@code index-config} folder that comes with the program. */
final class ShippedSchema {
  private static final String RESOURCE = "/index-config";

  private ShippedSchema() {}

  /**
   * Copies it to where the configuration wants a schema, unless something is there already: from
   * then on the folder belongs to the company.
   */
  static void copyTo(Path folder) {
    if (Files.exists(folder)) {
      return;
    }
    try {
      URL resource = Objects.requireNonNull(ShippedSchema.class.getResource(RESOURCE), RESOURCE);
      URI location = resource.toURI();
      if ("jar".equals(location.getScheme())) {
        try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
          copy(jar.getPath(RESOURCE), folder);
        }
      } else {
        copy(Path.of(location), folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Into a neighbour first, so that an interrupted copy is not taken for a whole one. */
  private static void copy(Path source, Path folder) throws IOException {
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
    Files.createDirectories(unfinished);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = unfinished.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, Files.readAllBytes(file));
        }
      }
    }
    Files.move(unfinished, folder);
  }
}
