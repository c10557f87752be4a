package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.activity.Currencies;
import dev.winnow.classify.Grading;
import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.condition.RandomConditions;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Question;
import dev.winnow.engine.Question.SortKey;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.WhatIfAnswer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades are derived, and all of them change at once. */
final class GradingTest {
  private static final Schema SCHEMA = TestSchema.SCHEMA;
  private static final List<Condition> CONDITIONS =
      List.of(
          Condition.EVERYONE,
          new Condition.In("tier", List.of("high", "low")),
          new Condition.Exists("industry", false),
          new Condition.All(
              List.of(
                  new Condition.In("tier", List.of("low")),
                  new Condition.Not(new Condition.In("industry", List.of("甲"))))));

  @TempDir Path folder;
  private long seed;
  private Random random;
  private RandomGradings gradings;
  private RandomCustomers customers;
  private final Map<String, Customer> model = new LinkedHashMap<>();

  @BeforeEach
  void seed() {
    seed = Long.getLong("seed", System.nanoTime());
    System.out.println("GradingTest seed=" + seed);
    random = new Random(seed);
    gradings = new RandomGradings(random);
    customers = new RandomCustomers(SCHEMA, random);
  }

  @RepeatedTest(2)
  void whatever_is_asked_sees_the_grades_of_the_rules_that_hold() throws IOException {
    Grading grading = Grading.NONE;
    for (int life = 0; life < 2; life++) {
      try (LuceneEngine engine =
          LuceneEngine.open(folder, SCHEMA, Currencies.only("CNY"), ZoneOffset.UTC, grading)) {
        check(engine, grading);
        for (int round = 0; round < 3; round++) {
          churn(engine, 1 + random.nextInt(200));
          check(engine, grading);
          grading = gradings.next();
          engine.regrade(grading, Progress.NONE);
          assertThat(engine.grading()).isEqualTo(grading);
          check(engine, grading);
        }
      }
    }
  }

  @Test
  void a_snapshot_keeps_the_grades_it_began_with() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      churn(engine, 300);
      Grading first = gradings.next();
      engine.regrade(first, Progress.NONE);
      List<Customer> before = RandomGradings.graded(first, model.values());
      try (Snapshot snapshot = engine.snapshot()) {
        engine.regrade(gradings.next(), Progress.NONE);
        churn(engine, 100);
        engine.checkpoint();
        assertThat(snapshot.members(Condition.EVERYONE, -1, 1000))
            .extracting(StoredCustomer::customer)
            .containsExactlyInAnyOrderElementsOf(before);
        for (Condition condition : CONDITIONS) {
          assertThat(snapshot.count(condition))
              .isEqualTo(new EngineOracle(SCHEMA, before).matching(condition).size());
        }
      }
    }
  }

  @Test
  void customers_are_sorted_by_the_grades_that_hold() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      churn(engine, 300);
      Grading grading = gradings.next();
      engine.regrade(grading, Progress.NONE);
      List<String> order = List.of("high", "medium", "low", "");
      List<String> tiers =
          engine
              .search(
                  new Question(
                      Condition.EVERYONE,
                      "",
                      List.of(),
                      List.of(new SortKey("tier", false)),
                      0,
                      1000))
              .hits()
              .stream()
              .map(hit -> hit.customer().customer().words("tier"))
              .map(words -> words.isEmpty() ? "" : words.getFirst())
              .toList();
      assertThat(tiers).extracting(order::indexOf).isSorted();
      assertThat(tiers)
          .containsExactlyInAnyOrderElementsOf(
              RandomGradings.graded(grading, model.values()).stream()
                  .map(customer -> customer.words("tier"))
                  .map(words -> words.isEmpty() ? "" : words.getFirst())
                  .toList());
    }
  }

  @RepeatedTest(3)
  void a_trial_says_what_the_rules_would_do_and_does_nothing() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      churn(engine, 400);
      Grading before = gradings.next();
      engine.regrade(before, Progress.NONE);
      Grading draft =
          Stream.generate(gradings::next)
              .filter(each -> each.of("tier").isPresent())
              .findAny()
              .get();
      WhatIfAnswer answer =
          engine.whatIf(
              new WhatIf(
                  draft,
                  "tier",
                  Condition.EVERYONE,
                  List.of("total_spend"),
                  CONDITIONS,
                  Optional.of(new WhatIf.Movers(WhatIf.End.ANY, WhatIf.End.ANY, 0, 1000))));
      List<Customer> now = RandomGradings.graded(before, model.values());
      check(engine, before);
      List<Customer> then = RandomGradings.graded(draft, model.values());
      assertThat(answer.customers()).isEqualTo(now.size());
      assertThat(moves(answer)).isEqualTo(moves(now, then));
      assertThat(answer.movers())
          .extracting(mover -> mover.customer().number())
          .isSorted()
          .hasSize(
              (int)
                  answer.matrix().stream()
                      .filter(WhatIfAnswer.Move::changes)
                      .mapToLong(WhatIfAnswer.Move::customers)
                      .sum());
      effects(answer, now, then, draft, before);
    }
  }

  private void effects(
      WhatIfAnswer answer, List<Customer> now, List<Customer> then, Grading draft, Grading before) {
    // Only the industry's grades that follow from the tier's are tried with them.
    boolean together = draft.of("industry").equals(before.of("industry"));
    for (int i = 0; i < CONDITIONS.size() && together; i++) {
      EngineOracle oracleNow = new EngineOracle(SCHEMA, now);
      List<String> was = ids(oracleNow.matching(CONDITIONS.get(i)));
      List<String> is = ids(new EngineOracle(SCHEMA, then).matching(CONDITIONS.get(i)));
      long entered = is.stream().filter(id -> !was.contains(id)).count();
      long left = was.stream().filter(id -> !is.contains(id)).count();
      assertThat(answer.effects().get(i))
          .isEqualTo(new WhatIfAnswer.Effect(was.size(), is.size(), entered, left));
    }
  }

  private static List<String> ids(List<Customer> customers) {
    return customers.stream().map(Customer::id).toList();
  }

  private static Map<String, String> moves(WhatIfAnswer answer) {
    Map<String, String> moves = new TreeMap<>();
    for (WhatIfAnswer.Move move : answer.matrix()) {
      moves.put(
          move.from().orElse("-") + " to " + move.to().orElse("-"),
          move.customers() + " with " + move.sums().getFirst());
    }
    return moves;
  }

  private static Map<String, String> moves(List<Customer> now, List<Customer> then) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Long> sums = new TreeMap<>();
    for (int i = 0; i < now.size(); i++) {
      String key = tier(now.get(i)) + " to " + tier(then.get(i));
      counts.merge(key, 1L, Long::sum);
      sums.merge(key, now.get(i).amount("total_spend").orElse(0), Long::sum);
    }
    Map<String, String> moves = new TreeMap<>();
    counts.forEach((key, count) -> moves.put(key, count + " with " + sums.get(key)));
    return moves;
  }

  private static String tier(Customer customer) {
    return customer.words("tier").isEmpty() ? "-" : customer.words("tier").getFirst();
  }

  @Test
  void questions_asked_during_a_reclassification_never_see_half_of_it() throws Exception {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      churn(engine, 800);
      List<Grading> two = List.of(gradings.next(), gradings.next());
      engine.regrade(two.getFirst(), Progress.NONE);
      List<Map<String, Long>> allowed =
          two.stream()
              .map(grading -> answers(RandomGradings.graded(grading, model.values())))
              .toList();
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Void> grader =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i < 20; i++) {
                  engine.regrade(two.get(i % 2), Progress.NONE);
                }
                done.set(true);
              });
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> rewrite(engine, done));
      int asked = 0;
      while (!done.get() || asked < 5) {
        assertThat(answers(engine)).as("seed %d", seed).isIn(allowed);
        List<StoredCustomer> members = members(engine);
        assertThat(answers(members.stream().map(StoredCustomer::customer).toList()))
            .as("seed %d", seed)
            .isIn(allowed);
        asked++;
      }
      grader.get();
      writer.get();
    }
  }

  /** Writes notes, which no rule and no question speaks of: new leaves, deletions and merges. */
  private void rewrite(LuceneEngine engine, AtomicBoolean done) {
    Random own = new Random(seed + 1);
    List<Customer> all = List.copyOf(model.values());
    for (int i = 0; !done.get(); i++) {
      Map<String, FieldValue> values = new LinkedHashMap<>();
      Customer customer = all.get(own.nextInt(all.size()));
      for (String field : SCHEMA.fields().keySet()) {
        if (field.equals("notes")) {
          values.put(field, FieldValue.Words.of("note " + i));
        } else if (customer.values().containsKey(field)) {
          values.put(field, customer.values().get(field));
        }
      }
      engine.apply(
          List.of(new Write.Put(new Customer(customer.id(), values), Expected.ANYTHING)),
          Durability.JOURNALED);
      if (i % 50 == 0) {
        engine.checkpoint();
      }
    }
  }

  private static List<StoredCustomer> members(LuceneEngine engine) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.members(Condition.EVERYONE, -1, 1000);
    }
  }

  private static Map<String, Long> answers(LuceneEngine engine) {
    List<Long> counts = engine.counts(CONDITIONS);
    Map<String, Long> answers = new LinkedHashMap<>();
    for (int i = 0; i < counts.size(); i++) {
      answers.put(CONDITIONS.get(i).toString(), counts.get(i));
    }
    return answers;
  }

  private static Map<String, Long> answers(List<Customer> customers) {
    EngineOracle oracle = new EngineOracle(SCHEMA, customers);
    Map<String, Long> answers = new LinkedHashMap<>();
    for (Condition condition : CONDITIONS) {
      answers.put(condition.toString(), (long) oracle.matching(condition).size());
    }
    return answers;
  }

  private void check(LuceneEngine engine, Grading grading) {
    List<Customer> seen = RandomGradings.graded(grading, model.values());
    EngineChecks checks = new EngineChecks(engine, SCHEMA, seen, "seed " + seed);
    RandomConditions conditions = new RandomConditions(SCHEMA, random);
    List<Condition> asked = new ArrayList<>(CONDITIONS);
    Stream.generate(conditions::next).limit(3).map(GradingTest::resolved).forEach(asked::add);
    for (Condition condition : asked) {
      checks.count(condition);
      checks.screen(condition, "");
      checks.members(condition);
    }
    checks.memberships(random.ints(30, 0, 400).mapToObj(i -> "C" + i).toList(), asked);
    for (Customer customer : seen) {
      assertThat(engine.get(customer.id()).orElseThrow().customer().values())
          .as("seed %d", seed)
          .isEqualTo(customer.values());
    }
  }

  private void churn(LuceneEngine engine, int operations) {
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
        batch = new ArrayList<>();
      }
    }
    engine.apply(batch, Durability.JOURNALED);
    if (random.nextInt(3) == 0) {
      engine.checkpoint();
    }
  }

  private static Condition resolved(Condition condition) {
    return new ConditionResolver(_ -> Optional.empty()).resolve(condition, RandomGradings.DAY);
  }
}
