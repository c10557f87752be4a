package dev.winnow.bench;

import dev.winnow.bench.Candidates.Candidate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Screens, totals alone, the dense scan, and how soon a change is seen: Winnow first, then each
 * peer, one after the other on the same customers and questions. An engine is closed and its files
 * deleted before the next is filled.
 */
final class ScreenBenchmark {
  private static final String MEMORY = "heap of the columns of a million customers";
  private static final double MEMORY_GOAL_MB = 60;

  private final Report report;
  private final Run run;
  private final Interview interview;

  private record Timed(String name, Timings timings) {}

  private ScreenBenchmark(Report report, Run run) {
    this.report = report;
    this.run = run;
    this.interview = new Interview(run);
  }

  static void run(Report report, Run run, List<Candidate> peers) throws Exception {
    Timings limits = Bandwidth.limits(report, run);
    ScreenBenchmark benchmark = new ScreenBenchmark(report, run);
    Timings ours = benchmark.measure(Candidates.WINNOW).timings;
    ours.compare(report, Bandwidth.NAME, run.customers(), limits);
    report.write();
    for (Candidate candidate : peers) {
      try {
        Timed theirs = benchmark.measure(candidate);
        ours.compare(report, theirs.name, run.customers(), theirs.timings);
        report.write();
      } catch (Unavailable e) {
        report.say("SKIPPED %s: %s".formatted(candidate.key(), e.getMessage()));
      }
    }
  }

  private Timed measure(Candidate candidate) throws Exception {
    Path folder = Files.createDirectories(run.folder().resolve(candidate.key()));
    try (Peer peer = candidate.opening().open(folder)) {
      long start = System.nanoTime();
      peer.load(run.population(), run.customers());
      peer.change(run.population(), run.customers(), Run.CHANGE_EVERY);
      report.say(
          "%s: %,d customers loaded and changed in %.1f s"
              .formatted(peer.name(), run.customers(), (System.nanoTime() - start) / 1e9));
      Quiet.after(peer);
      Timings timings = interview.ask(peer);
      if (peer instanceof WinnowPeer winnow) {
        addMemory(winnow);
      }
      if (peer instanceof LivePeer live) {
        LiveBenchmark.measure(live, run, timings);
      }
      return new Timed(peer.name(), timings);
    } finally {
      Folders.delete(folder);
    }
  }

  private void addMemory(WinnowPeer winnow) {
    double perMillion = winnow.engine().columnBytes() / (double) run.customers();
    report.add(
        Figure.lessIsBetter(
            MEMORY, "the goal", Figure.NONE, 1, run.customers(), perMillion, MEMORY_GOAL_MB, "MB"));
  }
}
