package dev.winnow.bench;

import dev.winnow.bench.Population.Person;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writers at once, each writing one customer after the other and waiting for each: how many are
 * acknowledged in a second. No two writers write the same customer, and no write leaves a customer
 * as it was.
 */
final class WriteRace {
  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(4);
  private static final long MEASURED = TimeUnit.SECONDS.toNanos(10);
  private static final int REVISIONS = 3;
  private static final int CHANGING = 6_400;

  private final Population population;
  private final long customers;
  private int revision;

  WriteRace(Population population, long customers) {
    this.population = population;
    this.customers = customers;
  }

  /** Writes one customer at a time, durable when it returns. */
  interface Writer extends AutoCloseable {
    void write(Person person) throws Exception;

    @Override
    default void close() throws SQLException {}
  }

  /** Opens a writer for one thread. */
  interface Opening {
    Writer open() throws Exception;
  }

  /** Acknowledged writes a second, after a warm-up. */
  double perSecond(int writers, Opening opening) throws Exception {
    List<Person> changes = changes();
    List<Writer> open = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      for (int i = 0; i < writers; i++) {
        open.add(opening.open());
      }
      long from = System.nanoTime() + WARM_UP;
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int first = i;
        results.add(threads.submit(() -> run(first, writers, changes, open.get(first), from)));
      }
      long written = 0;
      for (Future<Long> result : results) {
        written += result.get();
      }
      return written / (MEASURED / 1e9);
    } finally {
      for (Writer writer : open) {
        writer.close();
      }
    }
  }

  /** Changes of customers spread over all of them, each to revisions that no race had before. */
  private List<Person> changes() {
    List<Person> changes = new ArrayList<>();
    for (int round = 0; round < REVISIONS; round++) {
      revision++;
      for (int i = 0; i < CHANGING; i++) {
        changes.add(population.at(i * customers / CHANGING, revision));
      }
    }
    return changes;
  }

  private static long run(int first, int step, List<Person> changes, Writer writer, long from)
      throws Exception {
    long written = 0;
    for (int i = first; ; i = (i + step) % changes.size()) {
      writer.write(changes.get(i));
      long now = System.nanoTime();
      if (now >= from + MEASURED) {
        return written;
      }
      if (now >= from) {
        written++;
      }
    }
  }
}
