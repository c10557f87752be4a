package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import dev.winnow.condition.Canonical;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.Answer;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetCounts.ValueCount;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Question;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/** Winnow's own engine, asked as the service asks it. */
public final class WinnowPeer implements LivePeer {
  private static final String NAME = "name";
  private static final String SPEND = "total_spend";
  private static final int BATCH = 2_000;
  static final List<FacetRequest> REQUESTS =
      Population.FACETS.stream().map(WinnowPeer::request).toList();

  private final Path folder;
  private final Schema schema = schema();
  private LuceneEngine engine;
  private int threads = 1;

  public WinnowPeer(Path folder) throws IOException {
    this.folder = folder;
    engine = LuceneEngine.open(folder, schema);
  }

  /** The fields of {@link Population}. */
  public static Schema schema() {
    try {
      var resource = Objects.requireNonNull(WinnowPeer.class.getResource("/bench"));
      return SchemaReader.read(Path.of(resource.toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A person as Winnow's customer. */
  public static Customer customer(Person person) {
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    values.put(NAME, FieldValue.Words.of(person.name()));
    for (int i = 0; i < Population.FACETS.size(); i++) {
      Facet facet = Population.FACETS.get(i);
      if (person.values()[i].length > 0) {
        List<String> words =
            Arrays.stream(person.values()[i]).mapToObj(facet.values()::get).toList();
        values.put(facet.name(), new FieldValue.Words(words));
      }
    }
    if (person.spend() >= 0) {
      values.put(SPEND, new FieldValue.Amount(person.spend()));
    }
    return new Customer(person.id(), values);
  }

  /** The filters of a screen as a resolved condition. */
  public static Condition condition(Screen screen) {
    return Canonical.of(
        new Condition.All(screen.filters().stream().map(WinnowPeer::condition).toList()));
  }

  /** For benchmarks of what only Winnow has. */
  public LuceneEngine engine() {
    return engine;
  }

  @Override
  public String name() {
    return "Winnow";
  }

  @Override
  public void load(Population population, long customers) {
    List<Write> batch = new ArrayList<>();
    for (long index = 0; index < customers; index++) {
      add(batch, put(population.at(index, 0)));
    }
    checkpoint(batch);
  }

  @Override
  public void change(Population population, long customers, int every) {
    List<Write> batch = new ArrayList<>();
    long round = Math.max(every, customers / CHANGE_ROUNDS);
    for (long index = 0; index < customers; index++) {
      if (index % every == 0) {
        add(batch, put(population.at(index, 1)));
      } else if (index % every == 1) {
        add(batch, new Write.Delete(Population.id(index), Expected.ANYTHING));
      }
      if (index % round == round - 1) {
        checkpoint(batch);
      }
    }
    checkpoint(batch);
  }

  /** A checkpoint also shows leaves that were merged. */
  @Override
  public void settle() {
    engine.checkpoint();
  }

  @Override
  public void threads(int threads) {
    engine.useThreads(threads);
    this.threads = threads;
  }

  @Override
  public Measured screen(Screen screen) {
    Question question = new Question(condition(screen), "", REQUESTS, List.of(), 0, 0);
    Stopwatch watch = new Stopwatch();
    Answer answer = engine.search(question);
    Cost cost = watch.stop();
    return new Measured(() -> counts(answer), cost);
  }

  @Override
  public Measured count(Screen screen) {
    List<Condition> conditions = List.of(condition(screen));
    Stopwatch watch = new Stopwatch();
    long total = engine.counts(conditions).getFirst();
    Cost cost = watch.stop();
    return new Measured(() -> new Counts(total, Map.of()), cost);
  }

  @Override
  public void write(Person person) {
    var _ = engine.apply(List.of(put(person)), Durability.JOURNALED);
  }

  @Override
  public void restart() throws IOException {
    engine.close();
    engine = LuceneEngine.open(folder, schema);
    engine.useThreads(threads);
  }

  @Override
  public void close() {
    engine.close();
  }

  private void add(List<Write> batch, Write write) {
    batch.add(write);
    if (batch.size() == BATCH) {
      flush(batch);
    }
  }

  private void flush(List<Write> batch) {
    var _ = engine.apply(List.copyOf(batch), Durability.AT_CHECKPOINT);
    batch.clear();
  }

  private void checkpoint(List<Write> batch) {
    flush(batch);
    engine.checkpoint();
  }

  private static Write put(Person person) {
    return new Write.Put(customer(person), Expected.ANYTHING);
  }

  private static FacetRequest request(Facet facet) {
    List<String> inner =
        facet.kind() == Kind.TREE
            ? facet.values().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList()
            : List.of();
    return new FacetRequest(facet.name(), FacetRequest.MAX_LIMIT, "", inner);
  }

  private static Condition condition(Filter filter) {
    return switch (filter) {
      case Filter.In(String facet, List<String> values) -> new Condition.In(facet, values);
      case Filter.Spend(long from, long to) ->
          new Condition.Range(
              SPEND,
              Optional.of(new Bound.Fixed(from, true)),
              Optional.of(new Bound.Fixed(to, false)));
      case Filter.Word(String word) -> new Condition.Text(word, List.of(NAME));
    };
  }

  private static Counts counts(Answer answer) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (FacetCounts facet : answer.facets()) {
      Map<String, Long> byValue = new HashMap<>();
      if (facet instanceof FacetCounts.Values values) {
        for (ValueCount value : values.values()) {
          if (value.count() > 0) {
            byValue.put(value.value(), value.count());
          }
        }
      }
      counts.put(facet.field(), byValue);
    }
    return new Counts(answer.total(), counts);
  }
}
