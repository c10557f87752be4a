package dev.winnow.lucene;

import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.search.IndexSearcher;

/**
 * An index with its journal: what it has acknowledged it still has after a crash. Opening replays
 * the journal; from time to time the index is committed and the journal before that forgotten.
 *
 * @param <W> a write
 * @param <R> its result
 * @param <T> what is written
 */
final class DurableIndex<W, R, T> implements Closeable {
  private static final Logger LOG = Logger.getLogger(DurableIndex.class.getName());
  private static final long COMMIT_JOURNAL_BYTES = 64L << 20;
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  private final String name;
  private final StateIndex<T> index;
  private final WriteLoop<W, R, T> writes;
  private final Lock rolling;
  private final ScheduledExecutorService background;
  private final Object committing = new Object();
  private long lastCommit = System.nanoTime();

  /**
   * Opens the index, which it will close.
   *
   * @param name of what is in it, for threads and messages
   * @param rolling held while it is decided up to where the journal may be forgotten
   * @param deciders makes what decides writes, from the index and what may be given next
   * @param replayed told of every journal entry since the last commit
   * @throws WinnowException {@link ProblemCode#CORRUPT_DATA} when stored data is damaged
   */
  DurableIndex(
      String name,
      StateIndex<T> index,
      Path journalFolder,
      Lock rolling,
      BiFunction<StateIndex<T>, Counters, Decider<W, R, T>> deciders,
      Consumer<JournalEntry> replayed)
      throws IOException {
    this.name = name;
    this.index = index;
    this.rolling = rolling;
    try {
      if (index.isOutdated()) {
        LOG.info("The schema has changed: indexing all " + name + " again from stored sources.");
        index.rebuild();
      }
      Replay<T> replay = new Replay<>(index, index.counters(), replayed);
      Journal journal = Journal.open(journalFolder, index.journalPosition(), replay::accept);
      Decider<W, R, T> decider = deciders.apply(index, replay.counters());
      writes = new WriteLoop<>("winnow-write-" + name, index, journal, decider);
    } catch (IOException | RuntimeException e) {
      index.close();
      throw e;
    }
    background =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("winnow-commit-" + name).factory());
    var _ =
        background.scheduleWithFixedDelay(
            this::commitIfDue, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Something done with a searcher. */
  interface Reading<A> {
    A with(IndexSearcher searcher) throws IOException;
  }

  /** Reads with a searcher that sees every write acknowledged before. */
  <A> A reading(Reading<A> reading) {
    try {
      IndexSearcher searcher = index.acquire();
      try {
        return reading.with(searcher);
      } finally {
        index.release(searcher);
      }
    } catch (IOException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    }
  }

  /** A searcher that sees every write acknowledged before; to be released to {@link #index}. */
  IndexSearcher acquire() {
    try {
      return index.acquire();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  StateIndex<T> index() {
    return index;
  }

  List<R> apply(List<W> changes, Durability durability) {
    return writes.apply(changes, durability);
  }

  /** Commits everything applied so far. */
  void checkpoint() {
    try {
      commit();
    } catch (IOException e) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE, "The checkpoint could not be written: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    background.close();
    if (index.isOpen()) {
      commitOrWarn();
    }
    try {
      writes.close();
      index.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commitIfDue() {
    boolean due = System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos();
    long size = writes.journalSize();
    if (size > COMMIT_JOURNAL_BYTES || (due && size > 0)) {
      commitOrWarn();
    }
  }

  private void commitOrWarn() {
    try {
      commit();
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.SEVERE,
          e,
          () -> "The " + name + " could not be committed; the journal keeps the writes.");
    }
  }

  private void commit() throws IOException {
    synchronized (committing) {
      WriteLoop.Rolled rolled = roll();
      index.commit(rolled.position(), rolled.counters());
      writes.forget(rolled.position());
      lastCommit = System.nanoTime();
    }
  }

  private WriteLoop.Rolled roll() {
    rolling.lock();
    try {
      return writes.roll();
    } finally {
      rolling.unlock();
    }
  }

  static WinnowException unreadable(IOException cause) {
    return new WinnowException(
        ProblemCode.UNAVAILABLE, "The index cannot be read: " + cause.getMessage(), cause);
  }
}
