package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Person;
import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which saved segments changed customers belong to. Winnow evaluates the conditions on the
 * customers where they lie; Lucene's monitor keeps the segments as queries and is given the
 * customers as documents, which are made before its time is taken. The monitor is asked in the
 * fastest of its forms. Both must agree on every customer and segment. Of two threads Winnow gives
 * half of the segments to each, but a single customer to one alone, which is sooner done.
 */
final class SegmentsBenchmark {
  private static final String PEER = "lucene-monitor 10.3.0";
  private static final String MAIN = "dev.winnow.bench.monitor.MonitorProcess";
  private static final String MEMORY = "3g";
  private static final List<Integer> SEGMENTS = List.of(1_000, 10_000);
  private static final List<Integer> CHANGED = List.of(1, 100, 1_000);
  private static final int SAMPLE = 20_000;
  private static final int MOST_THREADS = 2;
  private static final long WARM_UP = 3_000_000_000L;
  private static final int REPEATS = 21;

  private final Report report;
  private final Run run;
  private final Path folder;

  private SegmentsBenchmark(Report report, Run run, Path folder) {
    this.report = report;
    this.run = run;
    this.folder = folder;
  }

  static void run(Report report, Run run) throws Exception {
    Path folder = Files.createDirectories(run.folder().resolve("segments"));
    try (WinnowPeer winnow = new WinnowPeer(folder.resolve("winnow"));
        PeerProcess monitor =
            PeerProcess.start(Projects.classpath("monitor"), MAIN, MEMORY, folder)) {
      winnow.load(run.population(), run.customers());
      winnow.change(run.population(), run.customers(), Run.CHANGE_EVERY);
      Quiet.after(winnow);
      SegmentsBenchmark benchmark = new SegmentsBenchmark(report, run, folder);
      for (int segments : SEGMENTS) {
        benchmark.compare(winnow, monitor, segments);
      }
    } catch (Unavailable e) {
      report.say("SKIPPED segments: " + e.getMessage());
    } finally {
      Folders.delete(folder);
    }
  }

  private void compare(WinnowPeer winnow, PeerProcess monitor, int segments) throws Exception {
    List<Condition> conditions = new RandomSegments(run).draw(segments);
    save(conditions, monitor);
    for (int changed : CHANGED) {
      List<Person> persons = persons(changed);
      Path rows = folder.resolve("changed.tsv");
      Files.write(rows, persons.stream().map(Rows::line).toList());
      List<String> ids = persons.stream().map(Person::id).toList();
      for (int threads = 1; threads <= MOST_THREADS; threads++) {
        JsonNode theirs = monitor.ask(match(rows, threads));
        List<Long> ours = new ArrayList<>();
        List<BitSet> found = ours(winnow, ids, conditions, threads, ours);
        requireSame(found, theirs.get("matches"), persons, conditions);
        add(segments, changed, threads, ours, theirs);
      }
    }
  }

  private void add(int segments, int changed, int threads, List<Long> ours, JsonNode theirs) {
    List<Long> walls =
        theirs.get("runs").valueStream().map(PeerProcess::cost).map(Cost::wall).toList();
    String work = "%,d segments against k changed customers".formatted(segments);
    report.say("The monitor's fastest form: " + theirs.get("form").asString());
    report.add(
        Figure.lessIsBetter(
            work,
            PEER,
            changed,
            threads,
            run.customers(),
            Samples.median(ours),
            Samples.median(walls),
            "ms"));
  }

  /** Customers that are not deleted, as far apart as can be, in their present revision. */
  private List<Person> persons(int count) {
    long every = Run.CHANGE_EVERY;
    return LongStream.range(0, count)
        .map(i -> i * (run.customers() / count))
        .map(index -> index % every == 1 ? index + 1 : index)
        .mapToObj(index -> run.population().at(index, index % every == 0 ? 1 : 0))
        .toList();
  }

  private void save(List<Condition> conditions, PeerProcess monitor) throws IOException {
    Path file = folder.resolve("segments.jsonl");
    ConditionWriter writer = new ConditionWriter(WinnowPeer.schema());
    Files.write(file, conditions.stream().map(writer::write).map(Object::toString).toList());
    Path sample = folder.resolve("sample.tsv");
    Rows.write(run.population(), 0, Math.min(run.customers(), SAMPLE), sample, 0);
    ObjectNode command = PeerProcess.command("segments");
    command.put("conditions", file.toString()).put("sample", sample.toString());
    command.put("amount", "total_spend");
    Population.FACETS.stream().map(Facet::name).forEach(command.putArray("facets")::add);
    monitor.ask(command);
  }

  private static ObjectNode match(Path rows, int threads) {
    ObjectNode command = PeerProcess.command("match").put("rows", rows.toString());
    return command.put("threads", threads).put("repeats", REPEATS);
  }

  private static List<BitSet> ours(
      WinnowPeer winnow,
      List<String> ids,
      List<Condition> conditions,
      int threads,
      List<Long> times)
      throws Exception {
    List<BitSet> found = List.of();
    try (ExecutorService helpers = Executors.newFixedThreadPool(threads)) {
      long warm = System.nanoTime() + WARM_UP;
      while (times.size() < REPEATS) {
        long start = System.nanoTime();
        found = memberships(winnow, ids, conditions, threads, helpers);
        if (start > warm) {
          times.add(System.nanoTime() - start);
        }
      }
    }
    return found;
  }

  private static List<BitSet> memberships(
      WinnowPeer winnow,
      List<String> ids,
      List<Condition> conditions,
      int threads,
      ExecutorService helpers)
      throws Exception {
    if (threads == 1 || ids.size() == 1) {
      return winnow.engine().memberships(ids, conditions);
    }
    int half = conditions.size() / 2;
    Future<List<BitSet>> first =
        helpers.submit(() -> winnow.engine().memberships(ids, conditions.subList(0, half)));
    List<BitSet> second =
        winnow.engine().memberships(ids, conditions.subList(half, conditions.size()));
    return Stream.concat(first.get().stream(), second.stream()).toList();
  }

  private static void requireSame(
      List<BitSet> ours, JsonNode theirs, List<Person> persons, List<Condition> conditions) {
    for (int i = 0; i < persons.size(); i++) {
      BitSet their = new BitSet();
      theirs.get(i).forEach(segment -> their.set(segment.asInt()));
      for (int j = 0; j < conditions.size(); j++) {
        if (ours.get(j).get(i) != their.get(j)) {
          throw new IllegalStateException(
              "Winnow says %s, the monitor %s: %s, %s"
                  .formatted(
                      ours.get(j).get(i),
                      their.get(j),
                      Rows.line(persons.get(i)),
                      conditions.get(j)));
        }
      }
    }
  }
}
