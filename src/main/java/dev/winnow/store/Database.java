package dev.winnow.store;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Durable tables in one folder. Transactions are serialised; readers see only what is on disk.
 *
 * <p>The rows are those of a base file, which is only ever replaced as a whole, overlaid with the
 * transactions of a log, one fsync each. The overlay is held in memory; when the log has outgrown
 * both 16 MB and the base file, everything is written to a new base file and the log starts again.
 * A crash in between is harmless: the log says what rows become, so replaying it twice changes
 * nothing.
 */
public final class Database implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(Database.class.getName());
  private static final long USUAL_FULL_LOG = 16L << 20;

  private final Path file;
  private final LongUnaryOperator fullLogForBase;
  private final FolderLock folder;
  private final RedoLog log;
  private final ConcurrentNavigableMap<String, Optional<byte[]>> overlay =
      new ConcurrentSkipListMap<>();
  private BaseFile base;

  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantReadWriteLock visible = new ReentrantReadWriteLock();
  private @Nullable Changes open;
  private long fullLog;
  private volatile boolean closed;
  private volatile boolean readOnly;

  private Database(Path file, LongUnaryOperator fullLogForBase) throws IOException {
    this.file = file;
    this.fullLogForBase = fullLogForBase;
    this.folder = FolderLock.of(Folders.of(file));
    BaseFile opened = null;
    try {
      Path logFile = file.resolveSibling(file.getFileName() + ".log");
      if (!Files.exists(file)) {
        refuseLogWithoutBase(file, logFile);
        BaseFile.write(file, Map.of(), Map.of(), BaseFile.FORMAT);
      }
      opened = BaseFile.open(file);
      this.base = opened;
      this.log = RedoLog.open(logFile, changes -> overlay.putAll(changes.rows()));
      this.fullLog = fullLogForBase.applyAsLong(Files.size(file));
    } catch (IOException | RuntimeException e) {
      if (opened != null) {
        opened.close();
      }
      folder.close();
      throw e;
    }
  }

  /**
   * Opens the database, or creates it with its folder.
   *
   * @param file its base file; the log lies beside it
   * @throws WinnowException UNAVAILABLE when another process uses the folder or a newer program
   *     wrote the file, CORRUPT_DATA when it is damaged
   */
  public static Database open(Path file) {
    return open(file, base -> Math.max(USUAL_FULL_LOG, base));
  }

  /** Opens it with another rule of how many bytes of log are too many for a size of the base. */
  static Database open(Path file, LongUnaryOperator fullLogForBase) {
    try {
      Files.createDirectories(Folders.of(file));
      return new Database(file, fullLogForBase);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + file, e);
    }
  }

  /**
   * A table, which exists from its first row on.
   *
   * @param name lower-case letters and hyphens
   * @param type a record that Jackson writes and reads
   */
  public <T> Table<T> table(String name, Class<T> type) {
    return new Table<>(this, name, type);
  }

  /**
   * Runs the work as one transaction, after those before it: all of its changes are on disk when
   * this returns, or none when it throws. Within a transaction it joins that one.
   *
   * @throws WinnowException UNAVAILABLE when the changes cannot be written
   */
  public <R> R write(Supplier<R> work) {
    writing.lock();
    try {
      if (open != null) {
        return work.get();
      }
      Changes changes = new Changes();
      open = changes;
      R result;
      try {
        result = work.get();
      } finally {
        open = null;
      }
      commit(changes);
      return result;
    } finally {
      writing.unlock();
    }
  }

  /** Like {@link #write(Supplier)}, for work without a result. */
  public void run(Runnable work) {
    write(
        () -> {
          work.run();
          return true;
        });
  }

  void set(String row, Optional<byte[]> value) {
    run(() -> changes().orElseThrow().set(row, value));
  }

  Optional<byte[]> get(String row) {
    Optional<byte[]> unsaved = changes().map(changes -> changes.rows().get(row)).orElse(null);
    if (unsaved != null) {
      return unsaved;
    }
    return reading(
        () -> {
          Optional<byte[]> recent = overlay.get(row);
          return recent != null ? recent : base.get(row);
        });
  }

  /** A copy of the rows from one name, inclusive, to another, exclusive. */
  NavigableMap<String, byte[]> between(String from, String to) {
    NavigableMap<String, byte[]> rows =
        reading(
            () -> {
              NavigableMap<String, byte[]> stored = new TreeMap<>(base.between(from, to));
              apply(overlay.subMap(from, to), stored);
              return stored;
            });
    changes().ifPresent(changes -> apply(changes.rows().subMap(from, true, to, false), rows));
    return rows;
  }

  /** The open transaction, when it is this thread's. */
  private Optional<Changes> changes() {
    return writing.isHeldByCurrentThread() ? Optional.ofNullable(open) : Optional.empty();
  }

  private <R> R reading(Supplier<R> work) {
    visible.readLock().lock();
    try {
      if (closed) {
        throw new WinnowException(ProblemCode.UNAVAILABLE, "Winnow is shutting down.");
      }
      return work.get();
    } finally {
      visible.readLock().unlock();
    }
  }

  private void commit(Changes changes) {
    if (changes.isEmpty()) {
      return;
    }
    if (closed || readOnly) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE,
          closed
              ? "Winnow is shutting down."
              : "An earlier write to the disk failed. Check the disk and start Winnow again.");
    }
    append(changes);
    visible.writeLock().lock();
    try {
      overlay.putAll(changes.rows());
    } finally {
      visible.writeLock().unlock();
    }
    if (log.length() > fullLog) {
      renewBase();
    }
  }

  private void append(Changes changes) {
    try {
      log.append(changes);
    } catch (IOException e) {
      readOnly = true;
      try {
        log.dropUnfinished();
        readOnly = false;
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw new WinnowException(
          ProblemCode.UNAVAILABLE, "The change could not be written to the disk: " + e, e);
    }
  }

  /** The transaction before it is already safe, so a failure only puts this off. */
  private void renewBase() {
    try {
      BaseFile.write(file, base.all(), overlay, BaseFile.FORMAT);
      BaseFile renewed = BaseFile.open(file);
      BaseFile old = base;
      visible.writeLock().lock();
      try {
        base = renewed;
        overlay.clear();
      } finally {
        visible.writeLock().unlock();
      }
      old.close();
      log.clear();
      fullLog = fullLogForBase.applyAsLong(Files.size(file));
    } catch (IOException | RuntimeException e) {
      fullLog = 2 * log.length();
      LOGGER.log(System.Logger.Level.WARNING, "Cannot renew " + file + "; its log goes on.", e);
    }
  }

  private static void apply(
      Map<String, Optional<byte[]>> changes, NavigableMap<String, byte[]> rows) {
    changes.forEach(
        (row, value) ->
            value.ifPresentOrElse(bytes -> rows.put(row, bytes), () -> rows.remove(row)));
  }

  private static void refuseLogWithoutBase(Path file, Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > 0) {
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA,
          file + " is missing beside its log. Restore it from a backup, or remove the log too.");
    }
  }

  /** Waits for the transaction under way; calls after this are refused. */
  @Override
  public void close() {
    writing.lock();
    visible.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        base.close();
        log.close();
        folder.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      visible.writeLock().unlock();
      writing.unlock();
    }
  }
}
