package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.classify.Grading;
import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.condition.RandomConditions;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.Origin;
import dev.winnow.customer.Origins;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.customer.SeenCustomers;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.engine.WriteResult.Outcome;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given, computed and decided of a customer, each written on its own. */
final class LayersTest {
  private static final Schema SCHEMA = withRecords(TestSchema.SCHEMA);
  private static final SeenCustomers SEEN = new SeenCustomers(SCHEMA, ZoneOffset.UTC);
  private static final List<String> COMPUTED = List.of("total_spend", "last_purchase", "tags");
  private static final List<String> GRADED = List.of("tier", "industry");

  @TempDir Path folder;
  private long seed;
  private Random random;
  private RandomCustomers customers;
  private final Map<String, CustomerLayers> model = new TreeMap<>();

  @BeforeEach
  void seed() {
    seed = Long.getLong("seed", System.nanoTime());
    System.out.println("LayersTest seed=" + seed);
    random = new Random(seed);
    customers = new RandomCustomers(SCHEMA, random);
  }

  @Test
  void a_put_replaces_only_what_is_given() throws IOException {
    Customer first = new Customer("A", Map.of("name", FieldValue.Words.of("first")));
    Customer second =
        new Customer(
            "A",
            Map.of("name", FieldValue.Words.of("second"), "total_spend", new FieldValue.Amount(1)));
    GradeOverride override = override("high");
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      write(engine, new Write.Put(first, Expected.ANYTHING));
      write(engine, new Write.Compute("A", amounts("total_spend", 700)));
      write(engine, new Write.Grade("A", "tier", Optional.of(override), Expected.ANYTHING));
      write(engine, new Write.Put(second, Expected.ANYTHING));
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      StoredCustomer stored = engine.get("A").orElseThrow();
      assertThat(stored.given()).isEqualTo(second);
      assertThat(stored.computed()).isEqualTo(amounts("total_spend", 700));
      assertThat(stored.overrides()).isEqualTo(Map.of("tier", override));
      assertThat(stored.customer().amount("total_spend")).hasValue(700);
      assertThat(stored.customer().words("name")).containsExactly("second");
      assertThat(engine.counts(List.of(range("total_spend", 700), range("total_spend", 1))))
          .containsExactly(1L, 0L);
      write(engine, new Write.Compute("A", new LinkedHashMap<>()));
      assertThat(engine.get("A").orElseThrow().customer().amount("total_spend")).hasValue(1);
    }
  }

  @Test
  void nobody_is_computed_or_graded_who_is_not_there() throws IOException {
    Customer customer = new Customer("A", Map.of("name", FieldValue.Words.of("x")));
    Write compute = new Write.Compute("A", amounts("total_spend", 700));
    Write grade = grade("A", "tier", Optional.of(override("high")));
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      assertThat(write(engine, compute).outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(write(engine, grade).outcome()).isEqualTo(Outcome.NOT_FOUND);
      write(engine, new Write.Put(customer, Expected.ANYTHING));
      WriteResult computed = write(engine, compute);
      assertThat(computed.outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(write(engine, compute).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(write(engine, new Write.Put(customer, Expected.ANYTHING)))
          .isEqualTo(new WriteResult("A", Outcome.UNCHANGED, computed.version()));
      Expected stale = new Expected.Version(computed.version() - 1);
      assertThat(
              write(engine, new Write.Grade("A", "tier", Optional.of(override("low")), stale))
                  .outcome())
          .isEqualTo(Outcome.CONFLICT);
      assertThat(write(engine, grade).outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(write(engine, grade).outcome()).isEqualTo(Outcome.UNCHANGED);
      assertThat(write(engine, grade("A", "tier", Optional.empty())).outcome())
          .isEqualTo(Outcome.UPDATED);
      assertThat(write(engine, grade("A", "tier", Optional.empty())).outcome())
          .isEqualTo(Outcome.UNCHANGED);
      write(engine, new Write.Delete("A", Expected.ANYTHING));
      write(engine, new Write.Put(customer, Expected.ANYTHING));
      assertThat(engine.get("A").orElseThrow().computed()).isEmpty();
    }
  }

  @RepeatedTest(3)
  void any_sequence_of_writes_leaves_what_it_says_even_after_a_crash() throws IOException {
    Path crashed = folder.resolve("crashed");
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("live"), SCHEMA)) {
      for (int round = 0; round < 8; round++) {
        churn(engine, 1 + random.nextInt(150));
        check(engine);
      }
      copy(folder.resolve("live"), crashed);
      check(engine);
    }
    for (Path path : List.of(crashed, folder.resolve("live"))) {
      try (LuceneEngine engine = LuceneEngine.open(path, SCHEMA)) {
        check(engine);
      }
    }
  }

  @Test
  void overrides_are_at_hand_for_building_columns() throws IOException {
    CustomerDocuments documents = new CustomerDocuments(SCHEMA, ZoneOffset.UTC);
    LocalDate until = LocalDate.of(2026, 6, 30);
    GradeOverride high = new GradeOverride("high", "r", "me", Instant.EPOCH, Optional.of(until));
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      write(engine, new Write.Put(customers.next("A"), Expected.ANYTHING));
      write(engine, grade("A", "tier", Optional.of(high)));
    }
    try (StateIndex<CustomerLayers> index =
        new StateIndex<>(
            folder.resolve(LuceneEngine.INDEX),
            documents,
            Optional.empty(),
            new Warmed(new CurrentColumns(SCHEMA, Grading.NONE)),
            Layout.of(SCHEMA, ZoneOffset.UTC))) {
      IndexSearcher searcher = index.acquire();
      List<OverrideTerm> terms = new ArrayList<>();
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        SortedSetDocValues values = CustomerDocuments.overrides(leaf.reader(), "tier");
        while (values.nextDoc() < leaf.reader().maxDoc()) {
          terms.add(OverrideTerm.decode(values.lookupOrd(values.nextOrd())));
        }
      }
      index.release(searcher);
      assertThat(terms).containsExactly(new OverrideTerm("high", Optional.of(until)));
      assertThat(terms.getFirst().holds(until)).isTrue();
      assertThat(terms.getFirst().holds(until.plusDays(1))).isFalse();
    }
  }

  /** With every record field, and fields that are wanted of all and of some. */
  private static Schema withRecords(Schema plain) {
    List<Field> fields = new ArrayList<>(plain.fields().values());
    fields.add(new Field.Number(traits("completeness", false), 0, "%"));
    fields.add(new Field.Date(traits("updated_on", false)));
    fields.add(new Field.Keyword(traits("sources", true), List.of(), false));
    fields.add(new Field.Date(traits("archived_on", false)));
    Map<String, Records.Kind> kinds =
        Map.of(
            "completeness", Records.Kind.COMPLETENESS,
            "updated_on", Records.Kind.UPDATED,
            "sources", Records.Kind.SOURCES,
            "archived_on", Records.Kind.ARCHIVED);
    List<Records.Wanted> wanted =
        List.of(
            new Records.Wanted("industry", "", Set.of()),
            new Records.Wanted("last_purchase", "", Set.of()),
            new Records.Wanted("total_spend", "tier", Set.of("high")));
    return Schema.of(fields, plain.title(), plain.search(), new Records(kinds, wanted));
  }

  private static Field.Traits traits(String name, boolean multi) {
    return new Field.Traits(name, new Label(name, name), true, multi, false, false, false);
  }

  private void churn(LuceneEngine engine, int writes) {
    List<Write> batch = new ArrayList<>();
    for (int i = 0; i < writes; i++) {
      Write write = next("C" + random.nextInt(60));
      batch.add(write);
      applyToModel(write);
      if (random.nextInt(12) == 0) {
        engine.apply(batch, random.nextBoolean() ? Durability.JOURNALED : Durability.AT_CHECKPOINT);
        batch = new ArrayList<>();
        if (random.nextInt(4) == 0) {
          engine.checkpoint();
        }
      }
    }
    engine.apply(batch, Durability.AT_CHECKPOINT);
    engine.checkpoint();
    Write last = new Write.Put(customers.next("last"), Expected.ANYTHING);
    applyToModel(last);
    Write computed = new Write.Compute("last", values(customers.next("x")));
    applyToModel(computed);
    engine.apply(List.of(last, computed), Durability.JOURNALED);
  }

  private Write next(String id) {
    return switch (random.nextInt(7)) {
      case 0 -> new Write.Delete(id, Expected.ANYTHING);
      case 1, 2 ->
          new Write.Put(
              customers.next(id),
              Optional.of(origin()).filter(_ -> random.nextInt(8) > 0),
              Expected.ANYTHING);
      case 6 ->
          new Write.Archive(
              id, Optional.of(origin()).filter(_ -> random.nextInt(3) > 0), Expected.ANYTHING);
      case 3, 4 -> new Write.Compute(id, values(customers.next(id)));
      default ->
          grade(
              id,
              GRADED.get(random.nextInt(2)),
              random.nextInt(3) == 0 ? Optional.empty() : Optional.of(override("high")));
    };
  }

  private Origin origin() {
    Instant at = Instant.EPOCH.plus(Duration.ofHours(random.nextInt(50_000)));
    return new Origin("import:" + random.nextInt(3), at);
  }

  private void applyToModel(Write write) {
    CustomerLayers before = model.get(write.id());
    switch (write) {
      case Write.Delete(String id, _) -> model.remove(id);
      case Write.Put(Customer customer, Optional<Origin> origin, _) ->
          model.put(
              customer.id(),
              before == null
                  ? CustomerLayers.of(customer, origin.map(Origins::all).orElse(Origins.NONE))
                  : new CustomerLayers(
                      customer,
                      before.computed(),
                      before.overrides(),
                      before.origins().after(before.given(), customer, origin),
                      Optional.empty()));
      case Write.Compute compute -> {
        if (before != null) {
          model.put(
              compute.id(),
              new CustomerLayers(
                  before.given(),
                  compute.values(),
                  before.overrides(),
                  before.origins(),
                  before.archived()));
        }
      }
      case Write.Grade grade -> {
        if (before != null) {
          Map<String, GradeOverride> overrides = new TreeMap<>(before.overrides());
          overrides.remove(grade.facet());
          grade.override().ifPresent(each -> overrides.put(grade.facet(), each));
          model.put(
              grade.id(),
              new CustomerLayers(
                  before.given(),
                  before.computed(),
                  overrides,
                  before.origins(),
                  before.archived()));
        }
      }
      case Write.Archive archive -> {
        if (before != null) {
          model.put(
              archive.id(),
              new CustomerLayers(
                  before.given(),
                  before.computed(),
                  before.overrides(),
                  before.origins(),
                  archive.origin().map(origin -> before.archived().orElse(origin))));
        }
      }
    }
  }

  private void check(LuceneEngine engine) {
    List<Customer> seen = model.values().stream().map(each -> SEEN.of(each)).toList();
    EngineChecks checks = new EngineChecks(engine, SCHEMA, seen, "seed " + seed);
    checks.screen(Condition.EVERYONE, "");
    checks.stored();
    RandomConditions conditions = new RandomConditions(SCHEMA, random);
    for (int i = 0; i < 4; i++) {
      checks.members(
          new ConditionResolver(_ -> Optional.empty())
              .resolve(conditions.next(), LocalDate.of(2026, 3, 1)));
    }
    model.forEach(
        (id, layers) -> {
          StoredCustomer stored = engine.get(id).orElseThrow();
          assertThat(stored.given()).as("seed %d", seed).isEqualTo(layers.given());
          assertThat(stored.computed()).as("seed %d", seed).isEqualTo(layers.computed());
          assertThat(stored.overrides()).as("seed %d", seed).isEqualTo(layers.overrides());
        });
  }

  private static SequencedMap<String, FieldValue> values(Customer customer) {
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>(customer.values());
    values.keySet().retainAll(COMPUTED);
    return values;
  }

  private GradeOverride override(String value) {
    return new GradeOverride(
        value,
        "because \"of\" }} this",
        "王",
        Instant.ofEpochSecond(random.nextInt()),
        random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.of(2026, 5, 1)));
  }

  private static Write grade(String id, String facet, Optional<GradeOverride> override) {
    return new Write.Grade(id, facet, override, Expected.ANYTHING);
  }

  private static SequencedMap<String, FieldValue> amounts(String field, long amount) {
    return new LinkedHashMap<>(Map.of(field, new FieldValue.Amount(amount)));
  }

  private static Condition range(String field, long amount) {
    Optional<Condition.Bound> bound = Optional.of(new Condition.Bound.Fixed(amount, true));
    return new Condition.Range(field, bound, bound);
  }

  private static WriteResult write(LuceneEngine engine, Write write) {
    return engine.apply(List.of(write), Durability.JOURNALED).getFirst();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals("write.lock")) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }
}
