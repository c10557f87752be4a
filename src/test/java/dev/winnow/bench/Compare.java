package dev.winnow.bench;

import dev.winnow.bench.Candidates.Candidate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares Winnow with other engines and writes {@code docs/benchmarks.json}, its tables and plots;
 * {@code docs/benchmarks.md} says how to run it and what it found. Runs of different sizes add up.
 */
public final class Compare {
  private static final long SEED = 42;

  /** A benchmark that compares more than screens; it opens the engines it needs itself. */
  private record Other(String key, Benchmark benchmark) {}

  private interface Benchmark {
    void run(Report report, Run run) throws Exception;
  }

  private static final String SCREENS = "screens";
  private static final List<Other> OTHERS =
      List.of(
          new Other("upserts", UpsertBenchmark::run),
          new Other("bulk", BulkBenchmark::run),
          new Other("lookup", LookupBenchmark::run),
          new Other("segments", SegmentsBenchmark::run));

  private Compare() {}

  /**
   * Arguments: customers (1000000), questions of each number of filters (30), peers by name with
   * commas between (all), works likewise (all).
   */
  public static void main(String[] args) throws Exception {
    long customers = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
    int questions = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    List<Candidate> peers = Candidates.peers(list(args, 2));
    List<String> works = list(args, 3);
    Report report = Report.open(Path.of("docs"));
    Path folder = Files.createTempDirectory("winnow-compare");
    try {
      Run run = new Run(new Population(SEED), customers, questions, SEED, folder);
      if (wanted(works, SCREENS)) {
        ScreenBenchmark.run(report, run, peers);
      }
      for (Other other : OTHERS) {
        if (wanted(works, other.key)) {
          other.benchmark.run(report, run);
          report.write();
        }
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private static boolean wanted(List<String> works, String key) {
    return works.contains(key) || works.contains("all");
  }

  private static List<String> list(String[] args, int at) {
    return args.length > at ? List.of(args[at].split(",", -1)) : List.of("all");
  }
}
