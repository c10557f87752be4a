package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.condition.RandomConditions;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.engine.WriteResult.Outcome;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneEngineTest {
  private static final Schema SCHEMA = TestSchema.SCHEMA;

  @TempDir Path folder;
  private long seed;
  private Random random;
  private final Map<String, Customer> model = new LinkedHashMap<>();

  @BeforeEach
  void seed() {
    seed = Long.getLong("seed", System.nanoTime());
    System.out.println("LuceneEngineTest seed=" + seed);
    random = new Random(seed);
  }

  @RepeatedTest(3)
  void counts_facets_and_members_equal_the_naive_filter_over_many_leaves_and_deletes()
      throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      for (int round = 0; round < 12; round++) {
        churn(engine, 1 + random.nextInt(250));
        checkEverything(engine, 8);
      }
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      checkEverything(engine, 20);
    }
  }

  @Test
  void blocks_wholly_and_mostly_matched_are_counted_right() throws IOException {
    RandomCustomers customers = new RandomCustomers(SCHEMA, random);
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      List<Write> writes = new ArrayList<>();
      for (Customer customer : customers.list(2 * Blocks.DOCS + 1000)) {
        model.put(customer.id(), customer);
        writes.add(new Write.Put(customer, Expected.ANYTHING));
      }
      engine.apply(writes, Durability.AT_CHECKPOINT);
      engine.checkpoint();
      checkScreens(engine, 3);
      churn(engine, 300);
      for (int threads = 1; threads < 4; threads++) {
        engine.useThreads(threads);
        checkScreens(engine, 1);
      }
    }
  }

  @Test
  void a_snapshot_stays_as_it_was_while_customers_change() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      churn(engine, 300);
      List<Customer> before = List.copyOf(model.values());
      try (Snapshot snapshot = engine.snapshot()) {
        churn(engine, 300);
        engine.checkpoint();
        assertThat(snapshot.count(Condition.EVERYONE)).isEqualTo(before.size());
        List<Customer> read = new ArrayList<>();
        long after = -1;
        for (List<StoredCustomer> page = snapshot.members(Condition.EVERYONE, after, 7);
            !page.isEmpty();
            page = snapshot.members(Condition.EVERYONE, after, 7)) {
          page.forEach(member -> read.add(member.customer()));
          after = page.getLast().number();
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(before);
      }
    }
  }

  @Test
  void numbers_stay_with_a_customer_and_are_never_given_twice() throws IOException {
    Map<Long, String> givenTo = new HashMap<>();
    for (int life = 0; life < 4; life++) {
      try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
        for (int round = 0; round < 5; round++) {
          churn(engine, 40);
          for (String id : model.keySet()) {
            long number = engine.get(id).orElseThrow().number();
            String owner = givenTo.putIfAbsent(number, id);
            assertThat(owner == null || owner.equals(id))
                .as("number %d, seed %d", number, seed)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void versions_guard_against_lost_updates() throws IOException {
    RandomCustomers customers = new RandomCustomers(SCHEMA, random);
    Customer first = customers.next("A");
    Customer second = differentFrom(first, customers);
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      WriteResult inserted = put(engine, first, Expected.ABSENT);
      assertThat(inserted.outcome()).isEqualTo(Outcome.INSERTED);
      assertThat(put(engine, first, Expected.ABSENT).outcome()).isEqualTo(Outcome.CONFLICT);
      assertThat(put(engine, first, Expected.ANYTHING).outcome()).isEqualTo(Outcome.UNCHANGED);
      WriteResult updated = put(engine, second, new Expected.Version(inserted.version()));
      assertThat(updated.outcome()).isEqualTo(Outcome.UPDATED);
      assertThat(updated.version()).isGreaterThan(inserted.version());
      WriteResult stale = put(engine, first, new Expected.Version(inserted.version()));
      assertThat(stale.outcome()).isEqualTo(Outcome.CONFLICT);
      assertThat(stale.version()).isEqualTo(updated.version());
      assertThat(engine.get("A").orElseThrow().customer()).isEqualTo(second);
      assertThat(delete(engine, "A").outcome()).isEqualTo(Outcome.DELETED);
      assertThat(delete(engine, "A").outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(put(engine, first, Expected.ABSENT).version()).isGreaterThan(updated.version());
    }
  }

  @Test
  void one_batch_may_write_a_customer_several_times_in_order() throws IOException {
    RandomCustomers customers = new RandomCustomers(SCHEMA, random);
    Customer first = customers.next("A");
    Customer second = differentFrom(first, customers);
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      List<WriteResult> results =
          engine.apply(
              List.of(
                  new Write.Put(first, Expected.ANYTHING),
                  new Write.Put(second, Expected.ANYTHING),
                  new Write.Delete("A", Expected.ANYTHING),
                  new Write.Put(first, Expected.ANYTHING)),
              Durability.JOURNALED);
      assertThat(results)
          .extracting(WriteResult::outcome)
          .containsExactly(Outcome.INSERTED, Outcome.UPDATED, Outcome.DELETED, Outcome.INSERTED);
      assertThat(engine.get("A").orElseThrow().customer()).isEqualTo(first);
    }
  }

  @Test
  void a_changed_schema_indexes_everything_again_from_the_stored_sources() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      churn(engine, 200);
    }
    List<Field> fields = new ArrayList<>(SCHEMA.fields().values());
    fields.replaceAll(
        field ->
            field instanceof Field.Keyword keyword && keyword.name().equals("code")
                ? new Field.Keyword(facet(keyword.traits()), List.of(), false)
                : field);
    Schema changed = Schema.of(fields, "name", SCHEMA.search());
    try (LuceneEngine engine = LuceneEngine.open(folder, changed)) {
      new EngineChecks(engine, changed, model.values(), "seed " + seed)
          .screen(Condition.EVERYONE, "");
    }
  }

  private static Field.Traits facet(Field.Traits traits) {
    return new Field.Traits(
        traits.name(), traits.label(), true, false, false, false, traits.searched());
  }

  private void checkEverything(LuceneEngine engine, int questions) {
    EngineChecks checks = new EngineChecks(engine, SCHEMA, model.values(), "seed " + seed);
    RandomConditions conditions = new RandomConditions(SCHEMA, random);
    checks.screen(Condition.EVERYONE, "");
    for (int i = 0; i < questions; i++) {
      Condition condition = resolved(conditions.next());
      checks.count(condition);
      checks.screen(condition, "");
      checks.members(condition);
      checks.screen(clicked(i % 5), "");
    }
    List<String> some = random.ints(30, 0, 400).mapToObj(i -> "C" + i).toList();
    checks.memberships(
        some, Stream.generate(() -> resolved(conditions.next())).limit(questions).toList());
    checks.stored();
  }

  private void checkScreens(LuceneEngine engine, int questions) {
    EngineChecks checks = new EngineChecks(engine, SCHEMA, model.values(), "seed " + seed);
    RandomConditions conditions = new RandomConditions(SCHEMA, random);
    for (int i = 0; i < questions; i++) {
      checks.screen(resolved(conditions.next()), "");
      checks.screen(clicked(1 + random.nextInt(4)), "");
    }
  }

  /** So many facets filtered by values and ranges that occur, as one clicks them together. */
  private Condition clicked(int filters) {
    List<Field> fields = new ArrayList<>(SCHEMA.facets());
    Collections.shuffle(fields, random);
    List<Customer> customers = List.copyOf(model.values());
    List<Condition> clauses = new ArrayList<>();
    for (Field field : fields.subList(0, filters)) {
      Set<String> words = new TreeSet<>();
      List<Long> amounts = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        switch (customers.get(random.nextInt(customers.size())).values().get(field.name())) {
          case FieldValue.Words(List<String> found) -> words.add(found.getFirst());
          case FieldValue.Amount(long amount) -> amounts.add(amount);
          case null -> {}
        }
      }
      Condition none = new Condition.Exists(field.name(), false);
      if (!amounts.isEmpty()) {
        clauses.add(
            new Condition.Range(
                field.name(),
                Optional.of(new Bound.Fixed(Collections.min(amounts), random.nextBoolean())),
                Optional.of(new Bound.Fixed(Collections.max(amounts), random.nextBoolean()))));
      } else if (words.isEmpty()) {
        clauses.add(none);
      } else {
        List<String> some = words.stream().limit(1 + random.nextInt(3)).toList();
        Condition in = new Condition.In(field.name(), some);
        clauses.add(
            switch (random.nextInt(4)) {
              case 0 -> new Condition.Not(in);
              case 1 -> new Condition.Any(List.of(in, none));
              default -> in;
            });
      }
    }
    return resolved(new Condition.All(clauses));
  }

  /** Random puts and deletes in batches of random size, each of which makes a leaf. */
  private void churn(LuceneEngine engine, int operations) {
    RandomCustomers customers = new RandomCustomers(SCHEMA, random);
    List<Write> batch = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      String id = "C" + random.nextInt(400);
      if (random.nextInt(4) == 0) {
        model.remove(id);
        batch.add(new Write.Delete(id, Expected.ANYTHING));
      } else {
        Customer customer = customers.next(id);
        model.put(id, customer);
        batch.add(new Write.Put(customer, Expected.ANYTHING));
      }
      if (random.nextInt(30) == 0) {
        engine.apply(batch, random.nextBoolean() ? Durability.JOURNALED : Durability.AT_CHECKPOINT);
        engine.counts(List.of(Condition.EVERYONE));
        batch = new ArrayList<>();
      }
    }
    engine.apply(batch, Durability.JOURNALED);
    if (random.nextInt(3) == 0) {
      engine.checkpoint();
    }
  }

  private static Condition resolved(Condition condition) {
    return new ConditionResolver(_ -> Optional.empty())
        .resolve(condition, LocalDate.of(2026, 3, 1));
  }

  private static WriteResult put(LuceneEngine engine, Customer customer, Expected expected) {
    return engine
        .apply(List.of(new Write.Put(customer, expected)), Durability.JOURNALED)
        .getFirst();
  }

  private static WriteResult delete(LuceneEngine engine, String id) {
    return engine
        .apply(List.of(new Write.Delete(id, Expected.ANYTHING)), Durability.JOURNALED)
        .getFirst();
  }

  private static Customer differentFrom(Customer first, RandomCustomers customers) {
    Customer second = customers.next(first.id());
    while (second.equals(first)) {
      second = customers.next(first.id());
    }
    return second;
  }
}
