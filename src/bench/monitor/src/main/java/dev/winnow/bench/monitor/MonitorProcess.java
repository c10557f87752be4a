package dev.winnow.bench.monitor;

import dev.winnow.bench.monitor.Segments.Finding;
import dev.winnow.bench.process.Commands;
import dev.winnow.bench.process.Stopwatch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lucene's monitor as a process: {@code segments} takes the segments, {@code match} says which of
 * them customers belong to. Every way of finding queries and several sizes of batches are tried on
 * the customers asked about, and the fastest is measured, fewer times when it takes long.
 */
public final class MonitorProcess {
  private static final List<Integer> BATCHES = List.of(1, 10, 100, 1_000);
  private static final int TRIALS = 1_000;
  private static final long LONGEST_TRIAL = 1_000_000_000L;
  private static final int LEAST_RUNS = 3;
  private static final long LONGEST_RUNS = 20_000_000_000L;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Form(Finding finding, int batch) {}

  private final ExecutorService helpers;
  private final Map<Finding, Segments> segments = new EnumMap<>(Finding.class);
  private CustomerDocuments documents = new CustomerDocuments(List.of(), "");

  private MonitorProcess(ExecutorService helpers) {
    this.helpers = helpers;
  }

  public static void main(String[] args) throws IOException {
    OutputStream out = Commands.takeOutput();
    try (ExecutorService helpers = Executors.newFixedThreadPool(2)) {
      MonitorProcess process = new MonitorProcess(helpers);
      Commands.serve(Map.of("segments", process::segments, "match", process::match), out);
      process.forget();
    }
  }

  private void segments(JsonNode asked, ObjectNode answer) throws IOException {
    forget();
    List<String> facets = asked.get("facets").valueStream().map(JsonNode::asString).toList();
    documents = new CustomerDocuments(facets, asked.get("amount").asString());
    Rarity rarity = new Rarity(documents.read(Path.of(asked.get("sample").asString())));
    List<Query> queries;
    try (Stream<String> lines = Files.lines(Path.of(asked.get("conditions").asString()))) {
      queries = lines.map(line -> SegmentQueries.query(JSON.readTree(line))).toList();
    }
    for (Finding finding : Finding.values()) {
      segments.put(finding, new Segments(finding, rarity, queries, helpers));
    }
  }

  private void match(JsonNode asked, ObjectNode answer) throws Exception {
    Document[] customers = documents.read(Path.of(asked.get("rows").asString()));
    int threads = asked.get("threads").asInt();
    Form form = fastest(customers, threads);
    answer.put("form", form.toString());
    ArrayNode runs = answer.putArray("runs");
    List<List<Integer>> matches = List.of();
    int most = asked.get("repeats").asInt();
    long start = System.nanoTime();
    while (runs.size() < LEAST_RUNS
        || runs.size() < most && System.nanoTime() - start < LONGEST_RUNS) {
      matches = Stopwatch.time(runs.addObject(), () -> match(form, customers, threads));
    }
    ArrayNode all = answer.putArray("matches");
    matches.forEach(one -> one.forEach(all.addArray()::add));
  }

  private Form fastest(Document[] customers, int threads) throws Exception {
    Form fastest = new Form(Finding.DEFAULT, 1);
    long best = Long.MAX_VALUE;
    for (Finding finding : Finding.values()) {
      for (int batch : BATCHES) {
        if (batch <= Math.max(1, customers.length)) {
          Form form = new Form(finding, batch);
          long time = trial(form, customers, threads);
          System.err.printf("%s %d threads: %.3f ms%n", form, threads, time / 1e6);
          if (time < best) {
            best = time;
            fastest = form;
          }
        }
      }
    }
    return fastest;
  }

  /** The best of as many as warm it up, of one alone when it takes long. */
  private long trial(Form form, Document[] customers, int threads) throws Exception {
    long best = Long.MAX_VALUE;
    long spent = 0;
    for (int trial = 0; trial < TRIALS && spent < LONGEST_TRIAL; trial++) {
      long start = System.nanoTime();
      match(form, customers, threads);
      long time = System.nanoTime() - start;
      best = Math.min(best, time);
      spent += time;
    }
    return best;
  }

  private List<List<Integer>> match(Form form, Document[] customers, int threads) throws Exception {
    Segments found = segments.get(form.finding);
    if (found == null) {
      throw new IllegalStateException("no segments have been given");
    }
    return found.match(customers, form.batch, threads);
  }

  private void forget() throws IOException {
    for (Segments each : segments.values()) {
      each.close();
    }
    segments.clear();
  }
}
