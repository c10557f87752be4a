package dev.winnow.bench;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Customers a second from a file into an empty engine until all can be asked for and are on disk;
 * the median of several loads. Engines in Java are rehearsed with other loads until these have not
 * become faster for a while, as a process that has just started spends most of its time compiling.
 * Winnow reads the file line by line, gives batches to the engine and ends with a checkpoint;
 * PostgreSQL copies it in the transaction that made the table, which spares it the log, makes the
 * indexes and gathers statistics; DuckDB reads it into a table in a file and ends with a
 * checkpoint; side tables are left out; Solr has no transaction log and ends with a hard commit.
 */
final class BulkBenchmark {
  private static final String WORK = "bulk load";
  private static final String UNIT = "customers/s";
  private static final int BATCH = 1_000;
  private static final int REHEARSED = 50_000;
  private static final int MOST_REHEARSALS = 30;
  private static final int STEADY_REHEARSALS = 5;
  private static final double FASTER = 0.97;
  private static final int LOADS = 5;

  private final Report report;
  private final Run run;
  private final Path folder;

  private BulkBenchmark(Report report, Run run, Path folder) {
    this.report = report;
    this.run = run;
    this.folder = folder;
  }

  private interface Loading {
    void run() throws Exception;
  }

  private interface Load {
    long nanos(Path folder) throws Exception;
  }

  static void run(Report report, Run run) throws Exception {
    Path folder = Files.createDirectories(run.folder().resolve("bulk"));
    try {
      BulkBenchmark benchmark = new BulkBenchmark(report, run, folder);
      Path file = folder.resolve("customers.tsv");
      Rows.write(run.population(), 0, run.customers(), file, 0);
      double ours = benchmark.winnow(file);
      benchmark.duckDb(file, ours);
      benchmark.postgres(ours);
      benchmark.solr(file, ours);
    } catch (Unavailable e) {
      report.say("SKIPPED the rest of bulk load: " + e.getMessage());
    } finally {
      Folders.delete(folder);
    }
  }

  private void add(String peer, double ours, double theirs) {
    report.add(
        Figure.moreIsBetter(WORK, peer, Figure.NONE, 1, run.customers(), ours, theirs, UNIT));
  }

  private double perSecond(long nanos) {
    return run.customers() / (nanos / 1e9);
  }

  private static long nanos(Loading loading) throws Exception {
    long start = System.nanoTime();
    loading.run();
    return System.nanoTime() - start;
  }

  private static void rehearse(Loading loading) throws Exception {
    long best = Long.MAX_VALUE;
    int steady = 0;
    for (int i = 0; i < MOST_REHEARSALS && steady < STEADY_REHEARSALS; i++) {
      long time = nanos(loading);
      steady = time < FASTER * best ? 0 : steady + 1;
      best = Math.min(best, time);
    }
  }

  /** Customers a second of the median load, each into a folder of its own. */
  private double median(String name, Load load) throws Exception {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < LOADS; i++) {
      Path own = Files.createDirectories(folder.resolve(name + i));
      times.add(load.nanos(own));
      Folders.delete(own);
    }
    Collections.sort(times);
    return perSecond(times.get(LOADS / 2));
  }

  private Path rehearsal() throws IOException {
    Path rehearsal = folder.resolve("rehearsal.tsv");
    Rows.write(run.population(), 0, Math.min(run.customers(), REHEARSED), rehearsal, 0);
    return rehearsal;
  }

  private double winnow(Path file) throws Exception {
    Path rehearsal = rehearsal();
    Path trial = folder.resolve("trial");
    rehearse(
        () -> {
          try (WinnowPeer peer = new WinnowPeer(trial)) {
            load(rehearsal, peer);
          }
          Folders.delete(trial);
        });
    return median(
        "winnow",
        own -> {
          try (WinnowPeer peer = new WinnowPeer(own)) {
            long nanos = nanos(() -> load(file, peer));
            requireAll(peer);
            return nanos;
          }
        });
  }

  private static void load(Path file, WinnowPeer peer) throws IOException {
    List<Write> batch = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        batch.add(new Write.Put(customer(line), Expected.ANYTHING));
        if (batch.size() == BATCH) {
          var _ = peer.engine().apply(batch, Durability.AT_CHECKPOINT);
          batch = new ArrayList<>();
        }
      }
    }
    var _ = peer.engine().apply(batch, Durability.AT_CHECKPOINT);
    peer.engine().checkpoint();
  }

  private static Customer customer(String line) {
    String[] cells = line.split("\t", -1);
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    values.put("name", FieldValue.Words.of(cells[1]));
    for (int i = 0; i < Population.FACETS.size(); i++) {
      String cell = cells[2 + i];
      if (!cell.isEmpty()) {
        values.put(
            Population.FACETS.get(i).name(), new FieldValue.Words(List.of(cell.split(";", -1))));
      }
    }
    String spend = cells[2 + Population.FACETS.size()];
    if (!spend.isEmpty()) {
      values.put("total_spend", new FieldValue.Amount(Long.parseLong(spend)));
    }
    return new Customer(cells[0], values);
  }

  private void duckDb(Path file, double ours) throws Exception {
    double theirs =
        median(
            "duckdb",
            own -> {
              try (DuckDbPeer peer = DuckDbPeer.openOnDisk(own)) {
                peer.threads(Runtime.getRuntime().availableProcessors());
                List<String> statements = new ArrayList<>(peer.tables());
                statements.add(peer.copy(file));
                statements.add("CHECKPOINT");
                long nanos = nanos(() -> peer.run(statements));
                requireAll(peer);
                return nanos;
              }
            });
    add(DuckDbPeer.NAME, ours, theirs);
  }

  private void postgres(double ours) throws Exception {
    Path file = folder.resolve("rows.tsv");
    Rows.write(run.population(), 0, run.customers(), file, 0, _ -> true, PostgresPeer::row);
    double theirs =
        median(
            "postgres",
            _ -> {
              try (PostgresPeer peer = PostgresPeer.open(folder, PostgresPeer.Words.ARRAY)) {
                List<String> statements = new ArrayList<>();
                statements.add("BEGIN");
                statements.addAll(peer.tables());
                statements.add(peer.copy(file));
                statements.addAll(PostgresPeer.tableIndexes());
                statements.add("COMMIT");
                statements.add("ANALYZE");
                long nanos = nanos(() -> peer.run(statements));
                requireAll(peer);
                return nanos;
              }
            });
    add(PostgresPeer.NAME, ours, theirs);
  }

  /** The best of one and two feeding threads. */
  private void solr(Path file, double ours) throws Exception {
    Path rehearsal = rehearsal();
    Path own = Files.createDirectories(folder.resolve("solr"));
    try (ProcessPeer peer = SolrPeer.open(own)) {
      double best = 0;
      for (int threads = 1; threads <= 2; threads++) {
        int feeding = threads;
        rehearse(
            () -> {
              peer.bulk(rehearsal, feeding);
              peer.clear();
            });
        double theirs =
            median(
                "unused",
                _ -> {
                  long nanos = peer.bulk(file, feeding).wall();
                  requireAll(peer);
                  peer.clear();
                  return nanos;
                });
        best = Math.max(best, theirs);
      }
      add(peer.name(), ours, best);
    }
  }

  private void requireAll(Peer peer) throws Exception {
    long total = peer.count(new Screens.Screen(List.of())).counts().total();
    if (total != run.customers()) {
      throw new IllegalStateException(peer.name() + " has " + total + " customers");
    }
  }
}
