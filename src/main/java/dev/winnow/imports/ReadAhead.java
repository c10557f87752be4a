package dev.winnow.imports;

import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and maps rows in a thread of its own, a few batches ahead of whoever writes them, in the
 * order of the table. A batch is bounded in rows and in characters, so memory does not depend on
 * the table.
 */
final class ReadAhead implements Iterator<List<ReadRow>>, AutoCloseable {
  private static final int CHARACTERS = 2_000_000;
  private static final int AHEAD = 2;

  private final RowSource source;
  private final int most;
  private final Function<Row, ReadRow> reader;
  private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Batch current;

  /**
   * @param failure why nothing follows; empty when there is more, or the table has ended
   */
  private record Batch(List<ReadRow> rows, boolean last, Optional<RuntimeException> failure) {}

  /**
   * @param most rows of a batch
   */
  ReadAhead(RowSource source, int most, Function<Row, ReadRow> reader) {
    this.source = source;
    this.most = most;
    this.reader = reader;
    thread = Thread.ofPlatform().daemon().name("winnow-import-reader").start(this::read);
  }

  private void read() {
    try {
      List<ReadRow> rows = new ArrayList<>();
      int characters = 0;
      try {
        while (!closed && source.hasNext()) {
          Row row = source.next();
          rows.add(reader.apply(row));
          for (String cell : row.cells()) {
            characters += cell.length();
          }
          if (rows.size() == most || characters > CHARACTERS) {
            batches.put(new Batch(rows, false, Optional.empty()));
            rows = new ArrayList<>();
            characters = 0;
          }
        }
        batches.put(new Batch(rows, true, Optional.empty()));
      } catch (RuntimeException e) {
        batches.put(new Batch(rows, true, Optional.of(e)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    Batch batch = peek();
    if (!batch.rows.isEmpty()) {
      return true;
    }
    if (batch.failure.isPresent()) {
      throw batch.failure.get();
    }
    return false;
  }

  /** The rows before a broken place first, then what broke there. */
  @Override
  public List<ReadRow> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Batch batch = peek();
    current = batch.last ? new Batch(List.of(), true, batch.failure) : null;
    return batch.rows;
  }

  private Batch peek() {
    Batch batch = current;
    if (batch == null) {
      try {
        batch = batches.take();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
      current = batch;
    }
    return batch;
  }

  /** Stops reading; the source may be closed afterwards. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      batches.clear();
      try {
        thread.join(50);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
