package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * What one engine's answers cost, by work. From two engines' timings come the figures: median and
 * 95th percentile of the elapsed time, median of the processor time, all in milliseconds, and the
 * geometric mean of the medians over k = 1 to 4.
 */
final class Timings {
  static final String MEDIAN = "median";
  static final String P95 = "p95";
  static final String CPU = "CPU median";
  static final String MEAN = "geometric mean of the medians, k = 1 to 4";

  private static final int MOST_FILTERS = 4;

  private final SequencedMap<Work, List<Cost>> costs = new LinkedHashMap<>();

  /** A kind of work, and its size. */
  record Work(String name, int k, int threads) {
    Work withK(int size) {
      return new Work(name, size, threads);
    }
  }

  /** Under which name a figure about some work goes. */
  static String figureName(String work, String statistic) {
    return work + ", " + statistic;
  }

  void add(Work work, Cost cost) {
    costs.computeIfAbsent(work, _ -> new ArrayList<>()).add(cost);
  }

  /** Adds to the report what these timings, Winnow's, and a peer's say about each other. */
  void compare(Report report, String peer, long customers, Timings theirs) {
    for (Work work : costs.keySet()) {
      if (theirs.costs.containsKey(work)) {
        new Comparison(report, peer, customers, work, theirs).add();
      }
    }
  }

  private final class Comparison {
    private final Report report;
    private final String peer;
    private final long customers;
    private final Work work;
    private final Timings theirs;

    private Comparison(Report report, String peer, long customers, Work work, Timings theirs) {
      this.report = report;
      this.peer = peer;
      this.customers = customers;
      this.work = work;
      this.theirs = theirs;
    }

    private void add() {
      add(MEDIAN, work.k, timings -> Samples.median(timings.all(work, Cost::wall)));
      add(P95, work.k, timings -> Samples.p95(timings.all(work, Cost::wall)));
      if (knowProcessorTime()) {
        add(CPU, work.k, timings -> Samples.median(timings.all(work, Cost::cpu)));
      }
      if (work.k == MOST_FILTERS) {
        add(MEAN, Figure.NONE, timings -> timings.mean(work));
      }
    }

    private boolean knowProcessorTime() {
      return all(work, Cost::cpu).stream().allMatch(cpu -> cpu >= 0)
          && theirs.all(work, Cost::cpu).stream().allMatch(cpu -> cpu >= 0);
    }

    private void add(String statistic, int k, Function<Timings, Double> millis) {
      report.add(
          Figure.lessIsBetter(
              figureName(work.name, statistic),
              peer,
              k,
              work.threads,
              customers,
              millis.apply(Timings.this),
              millis.apply(theirs),
              "ms"));
    }
  }

  private List<Long> all(Work work, ToLongFunction<Cost> part) {
    return Objects.requireNonNull(costs.get(work)).stream().map(part::applyAsLong).toList();
  }

  private double mean(Work work) {
    return Samples.geometricMean(
        IntStream.rangeClosed(1, MOST_FILTERS)
            .mapToObj(k -> Samples.median(all(work.withK(k), Cost::wall)))
            .toList());
  }
}
