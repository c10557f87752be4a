package dev.winnow.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where imports keep their files: a folder for each, for its owner alone. The table lies in a
 * folder of its own beside the other tables that it is joined with.
 */
record ImportFolder(Path root) {
  /** The name that an uploaded file is stored under. */
  static final String TABLE = "file";

  Path folder(String id) {
    return root.resolve(id);
  }

  /** The uploaded file. */
  Path table(String id) {
    return folder(id).resolve("table").resolve(TABLE);
  }

  /**
   * Another table, which a mapping looks things up in.
   *
   * @param name without slashes
   */
  Path lookup(String id, String name) {
    return table(id).resolveSibling(name);
  }

  Path inspection(String id) {
    return folder(id).resolve("inspection.json");
  }

  /** Which other tables the import was given, and how they are joined. */
  Path joins(String id) {
    return folder(id).resolve("joins.json");
  }

  Path report(String id) {
    return folder(id).resolve("report.json");
  }

  Path rejected(String id) {
    return folder(id).resolve("rejected.csv");
  }

  Path undo(String id) {
    return folder(id).resolve("undo.log");
  }

  void make(String id) {
    try {
      Path table = table(id).getParent();
      boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
      Files.createDirectories(
          table,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes everything of an import. */
  void delete(String id) {
    if (!Files.exists(folder(id))) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder(id))) {
      List<Path> deepest = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepest) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
