package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Timings.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The limit of a scan: how long this machine's memory takes to hand over the bytes that a dense
 * scan must touch, measured in the same run.
 *
 * <p>Counted for each customer that is not deleted are: one byte for each facet with at most one
 * value, two when the facet has more than 255 values (a tree counts by its leaves, from which the
 * levels above follow); two bytes for each value of a facet with several; and one bit for the
 * result of the filter. Nothing is counted for where a customer's values begin, for counters, or
 * for the answer itself. Work may well stay below this limit by not looking at every customer:
 * blocks without hits or with nothing but hits, rare hits, counts kept from before.
 */
final class Bandwidth {
  static final String NAME = "memory bandwidth";

  private static final int LONGS = 1 << 26;
  private static final int ROUNDS = 16;
  private static final int SAMPLE = 10_000;
  private static final int BYTE_VALUES = 255;

  private final long[] memory = new long[LONGS];

  /** Filled, because pages never written to may all be one and the same. */
  private Bandwidth() {
    Arrays.fill(memory, 1);
  }

  /** The time that each kind of screen would take at the limit. */
  static Timings limits(Report report, Run run) throws Exception {
    double bytes = bytesPerCustomer(run.population()) * run.customers() * keptShare();
    Timings limits = new Timings();
    Bandwidth bandwidth = new Bandwidth();
    for (int threads = 1; threads <= Questions.MOST_THREADS; threads++) {
      double perSecond = bandwidth.bytesPerSecond(threads);
      report.say(
          "memory bandwidth, %d threads: %.1f GB/s; a dense scan touches %.1f MB"
              .formatted(threads, perSecond / 1e9, bytes / 1e6));
      Cost cost = new Cost((long) (bytes / perSecond * 1e9), -1);
      for (int k = 1; k <= Questions.MOST_FILTERS; k++) {
        limits.add(new Work(Questions.SCREEN, k, threads), cost);
      }
      limits.add(new Work(Questions.DENSE, Figure.NONE, threads), cost);
    }
    return limits;
  }

  private static double keptShare() {
    return 1 - 1.0 / Run.CHANGE_EVERY;
  }

  private static double bytesPerCustomer(Population population) {
    long sum = 0;
    for (int index = 0; index < SAMPLE; index++) {
      Person person = population.at(index, 0);
      for (int i = 0; i < Population.FACETS.size(); i++) {
        Facet facet = Population.FACETS.get(i);
        int width = facet.values().size() > BYTE_VALUES ? 2 : 1;
        sum += facet.kind() == Kind.MULTI ? 2L * person.values()[i].length : width;
      }
    }
    return (double) sum / SAMPLE + 1.0 / Byte.SIZE;
  }

  /** The best of several rounds of reading memory far larger than any cache. */
  private double bytesPerSecond(int threads) throws Exception {
    long best = Long.MAX_VALUE;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<Callable<Long>> parts = new ArrayList<>();
        for (int part = 0; part < threads; part++) {
          int from = (int) ((long) LONGS * part / threads);
          int to = (int) ((long) LONGS * (part + 1) / threads);
          parts.add(() -> sum(from, to));
        }
        long start = System.nanoTime();
        for (Future<Long> sum : executor.invokeAll(parts)) {
          if (sum.get() == 0) {
            throw new IllegalStateException("nothing was read");
          }
        }
        best = Math.min(best, System.nanoTime() - start);
      }
    }
    return (double) LONGS * Long.BYTES / best * 1e9;
  }

  /** A loop that the compiler turns into vector instructions. */
  private long sum(int from, int to) {
    long[] longs = memory;
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += longs[i];
    }
    return sum;
  }
}
