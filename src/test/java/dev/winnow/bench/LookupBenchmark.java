package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import dev.winnow.bench.Timings.Work;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Answer;
import dev.winnow.engine.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

/**
 * Keyword lookup as it is typed into the box: a word, answered with the total, all facets over the
 * hits, and the first twenty of them. Winnow ranks them and finds typing mistakes too; PostgreSQL
 * looks for parts of the name by trigrams and may return any twenty; Solr looks for the word and
 * ranks. Words that are part of no other word, as frequent as in the names; only those whose totals
 * agree are counted.
 */
final class LookupBenchmark {
  private static final Work LOOKUP = new Work("keyword lookup with facets", Figure.NONE, 1);
  private static final int WARM_UP = 20;
  private static final long LEAST_WARM_UP = TimeUnit.SECONDS.toNanos(10);
  private static final int FIRST = 20;

  private final Report report;
  private final Run run;
  private final Path folder;
  private final List<String> words;

  /** Answers about one word, and their cost. */
  private record Found(long total, Cost cost) {}

  private interface Lookup {
    Found find(String word) throws Exception;
  }

  private LookupBenchmark(Report report, Run run, Path folder) {
    this.report = report;
    this.run = run;
    this.folder = folder;
    words = words(run);
  }

  static void run(Report report, Run run) throws Exception {
    Path folder = Files.createDirectories(run.folder().resolve("lookup"));
    try {
      new LookupBenchmark(report, run, folder).compare();
    } catch (Unavailable e) {
      report.say("SKIPPED keyword lookup: " + e.getMessage());
    } finally {
      Folders.delete(folder);
    }
  }

  /** Different words, each in some name, that no other word begins with. */
  private static List<String> words(Run run) {
    Random random = new Random(run.seed());
    SequencedMap<String, Boolean> drawn = new LinkedHashMap<>();
    for (int i = 0; i < 100 * run.questions() && drawn.size() < run.questions() + WARM_UP; i++) {
      String word =
          run.population().at(random.nextLong(run.customers()), 0).name().split(" ", -1)[0];
      if (Population.WORDS.stream().filter(other -> other.startsWith(word)).count() == 1) {
        drawn.put(word, true);
      }
    }
    return List.copyOf(drawn.keySet());
  }

  private void compare() throws Exception {
    Map<String, Found> ours = new LinkedHashMap<>();
    try (WinnowPeer peer = new WinnowPeer(folder.resolve("winnow"))) {
      peer.load(run.population(), run.customers());
      peer.change(run.population(), run.customers(), Run.CHANGE_EVERY);
      Quiet.after(peer);
      ask(word -> winnow(peer, word), ours);
    }
    Map<String, Found> theirs = new LinkedHashMap<>();
    try (PostgresPeer peer = PostgresPeer.open(folder, PostgresPeer.Words.TRIGRAMS)) {
      peer.load(run.population(), run.customers());
      peer.run(
          List.of("CREATE EXTENSION pg_trgm", "CREATE INDEX ON c USING gin (name gin_trgm_ops)"));
      peer.change(run.population(), run.customers(), Run.CHANGE_EVERY);
      Quiet.after(peer);
      ask(word -> postgres(peer, word), theirs);
      add(ours, theirs, peer.name() + " with pg_trgm");
    }
    theirs.clear();
    try (ProcessPeer peer = SolrPeer.open(Files.createDirectories(folder.resolve("solr")))) {
      peer.load(run.population(), run.customers());
      peer.change(run.population(), run.customers(), Run.CHANGE_EVERY);
      Quiet.after(peer);
      ask(word -> solr(peer, word), theirs);
      add(ours, theirs, peer.name());
    }
  }

  private void ask(Lookup lookup, Map<String, Found> found) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < WARM_UP || System.nanoTime() - start < LEAST_WARM_UP; i++) {
      var _ = lookup.find(words.get(i % WARM_UP));
    }
    for (String word : words.subList(WARM_UP, words.size())) {
      found.put(word, lookup.find(word));
    }
  }

  private static Found winnow(WinnowPeer peer, String word) {
    Question question =
        new Question(Condition.EVERYONE, word, WinnowPeer.REQUESTS, List.of(), 0, FIRST);
    Stopwatch watch = new Stopwatch();
    Answer answer = peer.engine().search(question);
    return new Found(answer.total(), watch.stop());
  }

  private static Found postgres(PostgresPeer peer, String word) throws Exception {
    Peer.Measured screen = peer.screen(new Screen(List.of(new Filter.Word(word))));
    Cost first = peer.first(PostgresPeer.Words.TRIGRAMS.word(word), FIRST);
    Cost cost = screen.cost();
    return new Found(
        screen.counts().total(), new Cost(cost.wall() + first.wall(), cost.cpu() + first.cpu()));
  }

  private static Found solr(ProcessPeer peer, String word) throws Exception {
    Peer.Measured found = peer.lookup(word, FIRST);
    return new Found(found.counts().total(), found.cost());
  }

  private void add(Map<String, Found> ours, Map<String, Found> theirs, String peer) {
    Timings our = new Timings();
    Timings their = new Timings();
    List<String> different = new ArrayList<>();
    theirs.forEach(
        (word, found) -> {
          Found own = ours.getOrDefault(word, found);
          if (own.total() == found.total()) {
            our.add(LOOKUP, own.cost());
            their.add(LOOKUP, found.cost());
          } else {
            different.add("%s %d/%d".formatted(word, own.total(), found.total()));
          }
        });
    report.say(
        "Lookup: totals agree on %d of %d words %s"
            .formatted(theirs.size() - different.size(), theirs.size(), different));
    our.compare(report, peer, run.customers(), their);
  }
}
