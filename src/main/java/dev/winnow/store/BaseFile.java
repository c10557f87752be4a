package dev.winnow.store;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.Serializer;

/**
 * All rows as they were at one moment, in a MapDB file that is written once and then only read.
 *
 * <p>Why only read: MapDB 3.1.0 applies a commit to its file in place and never reads its
 * write-ahead log back, so a kill between two of those writes leaves a tree that cannot be opened.
 * A file that is finished under another name and then moved into place has no such moment.
 */
final class BaseFile implements AutoCloseable {
  /** The format this program writes, and the newest it reads. */
  static final int FORMAT = 1;

  private static final String ROWS = "rows";
  private static final String FORMAT_NAME = "format";

  private final DB db;
  private final BTreeMap<String, byte[]> rows;

  private BaseFile(DB db) {
    this.db = db;
    this.rows = db.treeMap(ROWS, Serializer.STRING, Serializer.BYTE_ARRAY).open();
  }

  /**
   * Opens a file written by {@link #write}.
   *
   * @throws WinnowException UNAVAILABLE when a newer program wrote it, CORRUPT_DATA when it cannot
   *     be read
   */
  static BaseFile open(Path file) {
    DB db = null;
    try {
      db = DBMaker.fileDB(file.toFile()).readOnly().fileLockDisable().make();
      int format = db.atomicInteger(FORMAT_NAME).open().get();
      if (format > FORMAT) {
        throw new WinnowException(ProblemCode.UNAVAILABLE, newerFormat(file, format));
      }
      return new BaseFile(db);
    } catch (WinnowException e) {
      close(db);
      throw e;
    } catch (RuntimeException e) {
      close(db);
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA,
          file + " is damaged and cannot be read. Restore it from a backup.",
          e);
    }
  }

  /**
   * Replaces the file by one with these rows after these changes. A crash leaves the old file or
   * the new one, whole.
   */
  static void write(
      Path file, Map<String, byte[]> rows, Map<String, Optional<byte[]>> changes, int format)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    try (DB db = DBMaker.fileDB(unfinished.toFile()).fileLockDisable().make()) {
      db.atomicInteger(FORMAT_NAME, format).create();
      var copy = db.treeMap(ROWS, Serializer.STRING, Serializer.BYTE_ARRAY).create();
      copy.putAll(rows);
      changes.forEach(
          (row, value) ->
              value.ifPresentOrElse(bytes -> copy.put(row, bytes), () -> copy.remove(row)));
      db.commit();
    }
    Folders.replace(unfinished, file);
  }

  Optional<byte[]> get(String row) {
    return Optional.ofNullable(rows.get(row));
  }

  /** The rows from one name, inclusive, to another, exclusive. */
  NavigableMap<String, byte[]> between(String from, String to) {
    return rows.subMap(from, to);
  }

  NavigableMap<String, byte[]> all() {
    return rows;
  }

  @Override
  public void close() {
    db.close();
  }

  private static String newerFormat(Path file, int format) {
    return file
        + " was written by a newer Winnow (format "
        + format
        + "; this one reads up to "
        + FORMAT
        + "). Start that version, or restore a backup made before the upgrade.";
  }

  private static void close(@Nullable DB db) {
    if (db != null) {
      db.close();
    }
  }
}
