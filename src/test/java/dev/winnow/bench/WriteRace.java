package dev.winnow.bench;

import dev.winnow.bench.Population.Person;
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

  private final List<Person> changes = new ArrayList<>();

  /** Changes of customers spread over all of them. */
  WriteRace(Population population, long customers) {
    for (int revision = 1; revision <= REVISIONS; revision++) {
      for (int i = 0; i < CHANGING; i++) {
        changes.add(population.at(i * customers / CHANGING, revision));
      }
    }
  }

  /** Writes one customer at a time, durable when it returns. */
  interface Writer extends AutoCloseable {
    void write(Person person) throws Exception;

    @Override
    default void close() throws Exception {}
  }

  /** Opens a writer for one thread. */
  interface Opening {
    Writer open() throws Exception;
  }

  /** Acknowledged writes a second, after a warm-up. */
  double perSecond(int writers, Opening opening) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      long from = System.nanoTime() + WARM_UP;
      List<Future<Long>> results = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int first = i;
        results.add(threads.submit(() -> run(first, writers, opening, from)));
      }
      long written = 0;
      for (Future<Long> result : results) {
        written += result.get();
      }
      return written / (MEASURED / 1e9);
    }
  }

  private long run(int first, int step, Opening opening, long from) throws Exception {
    long written = 0;
    try (Writer writer = opening.open()) {
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
}
