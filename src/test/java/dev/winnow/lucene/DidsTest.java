package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ActivityFilter;
import dev.winnow.activity.Currencies;
import dev.winnow.activity.Measures;
import dev.winnow.activity.RandomActivities;
import dev.winnow.classify.Grading;
import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.condition.RandomDids;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Conditions on activities, held against the activities themselves, whatever happens meanwhile. */
final class DidsTest {
  private static final Schema SCHEMA = TestSchema.SCHEMA;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Currencies CURRENCIES =
      new Currencies("CNY", Map.of("USD", new BigDecimal("7.1")));
  private static final int CUSTOMERS = 40;

  @TempDir private Path folder;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final RandomActivities activities = new RandomActivities(random, TODAY, ZONE);
  private final Measures measures = new Measures(new ActivityFilter(CURRENCIES, ZONE));
  private final Map<String, Activity> model = new TreeMap<>();
  private final List<String> customers = new ArrayList<>();
  private final List<Condition> asked = new ArrayList<>();

  @RepeatedTest(4)
  void every_condition_has_the_answer_of_the_naive_filter() throws IOException {
    System.out.println("DidsTest seed=" + seed);
    RandomDids dids = new RandomDids(random);
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA, CURRENCIES, ZONE, Grading.NONE)) {
      addCustomers(engine, 0, CUSTOMERS);
      for (int round = 0; round < 12; round++) {
        churn(engine.activities());
        if (random.nextInt(3) == 0) {
          deleteCustomer(engine);
        }
        for (int i = 0; i < 25; i++) {
          asked.add(resolved(random.nextBoolean() ? dids.next() : new Condition.Not(dids.next())));
        }
        asked.add(resolved(saying("发货")));
        check(engine, asked.subList(Math.max(0, asked.size() - 60), asked.size()));
        if (random.nextInt(4) == 0) {
          addCustomers(engine, 1_000 + 100 * round, 5);
        }
      }
      check(engine, asked);
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA, CURRENCIES, ZONE, Grading.NONE)) {
      check(engine, asked);
    }
  }

  private static Condition saying(String text) {
    return new Condition.Did(
        dev.winnow.condition.ActivityKind.FEEDBACK,
        new Condition.Text(text, List.of("text")),
        List.of(),
        Optional.empty());
  }

  private static Condition resolved(Condition condition) {
    return new ConditionResolver(_ -> Optional.empty()).resolve(condition, TODAY);
  }

  private void check(LuceneEngine engine, List<Condition> conditions) {
    List<Long> counts = engine.counts(conditions);
    List<String> some = customers.stream().filter(_ -> random.nextInt(4) == 0).toList();
    List<BitSet> members = engine.memberships(some, conditions);
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      assertThat(counts.get(i))
          .as("seed %d: %s", seed, condition)
          .isEqualTo(customers.stream().filter(each -> holds(condition, each)).count());
      for (int place = 0; place < some.size(); place++) {
        assertThat(members.get(i).get(place))
            .as("seed %d, %s: %s", seed, some.get(place), condition)
            .isEqualTo(holds(condition, some.get(place)));
      }
    }
    if (!some.isEmpty()) {
      assertThat(engine.evaluate(some.getFirst(), conditions).orElseThrow())
          .isEqualTo(conditions.stream().map(each -> holds(each, some.getFirst())).toList());
    }
  }

  private boolean holds(Condition condition, String customer) {
    return switch (condition) {
      case Condition.Did did ->
          measures.hold(
              did,
              model.values().stream().filter(each -> each.customer().equals(customer)).toList());
      case Condition.Not(Condition part) -> !holds(part, customer);
      case Condition.All(List<Condition> parts) ->
          parts.stream().allMatch(part -> holds(part, customer));
      case Condition.Any(List<Condition> parts) ->
          parts.stream().anyMatch(part -> holds(part, customer));
      default -> throw new AssertionError(condition);
    };
  }

  private void addCustomers(LuceneEngine engine, int from, int count) {
    RandomCustomers random = new RandomCustomers(SCHEMA, this.random);
    List<Write> writes = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      customers.add("C" + i);
      writes.add(new Write.Put(random.next("C" + i), Expected.ANYTHING));
    }
    engine.apply(writes, Durability.JOURNALED);
  }

  private void deleteCustomer(LuceneEngine engine) {
    String id = customers.remove(random.nextInt(customers.size()));
    engine.apply(List.of(new Write.Delete(id, Expected.ANYTHING)), Durability.JOURNALED);
    engine.activities().forget(List.of(id));
    model.values().removeIf(each -> each.customer().equals(id));
  }

  private void churn(ActivityStore store) {
    for (int batch = random.nextInt(4); batch >= 0; batch--) {
      List<ActivityWrite> writes = new ArrayList<>();
      for (int i = random.nextInt(batch == 0 ? 60 : 6); i >= 0; i--) {
        writes.add(write());
      }
      boolean journaled = random.nextInt(4) > 0;
      store.apply(writes, journaled ? Durability.JOURNALED : Durability.AT_CHECKPOINT, _ -> {});
      if (!journaled) {
        store.checkpoint();
      }
    }
  }

  private ActivityWrite write() {
    List<String> known = List.copyOf(model.keySet());
    if (!known.isEmpty() && random.nextInt(5) == 0) {
      String id = known.get(random.nextInt(known.size()));
      model.remove(id);
      return new ActivityWrite.Delete(id);
    }
    String customer = customers.get(random.nextInt(customers.size()));
    Activity activity =
        !known.isEmpty() && random.nextInt(4) == 0
            ? activities.next(known.get(random.nextInt(known.size())), customer)
            : activities.next(customer);
    model.put(activity.id(), activity);
    return new ActivityWrite.Put(activity);
  }
}
