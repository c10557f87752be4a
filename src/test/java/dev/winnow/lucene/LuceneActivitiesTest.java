package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.activity.Activity;
import dev.winnow.activity.RandomActivities;
import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.engine.ActivityResult;
import dev.winnow.engine.ActivityResult.Outcome;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Timeline;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activities in their index, whatever comes in whatever order. */
final class LuceneActivitiesTest {
  private static final Schema SCHEMA = TestSchema.SCHEMA;
  private static final int CUSTOMERS = 12;

  @TempDir private Path folder;
  private long seed;
  private Random random;
  private RandomActivities activities;
  private final Map<String, Activity> model = new TreeMap<>();

  @BeforeEach
  void seed() {
    seed = Long.getLong("seed", System.nanoTime());
    System.out.println("LuceneActivitiesTest seed=" + seed);
    random = new Random(seed);
    activities = new RandomActivities(random, LocalDate.of(2026, 3, 1), ZoneOffset.UTC);
  }

  @RepeatedTest(3)
  void any_sequence_of_writes_leaves_what_it_says_even_after_a_crash() throws IOException {
    Path live = folder.resolve("live");
    try (LuceneEngine engine = LuceneEngine.open(live, SCHEMA)) {
      addCustomers(engine);
      for (int round = 0; round < 6; round++) {
        churn(engine.activities());
        check(engine.activities());
      }
      churn(engine.activities());
      engine.activities().checkpoint();
      apply(engine.activities(), List.of(put("last", "C0")), Durability.JOURNALED);
      apply(engine.activities(), List.of(put("last", "C1")), Durability.JOURNALED);
      copy(live, folder.resolve("crashed"));
    }
    try (LuceneEngine engine = LuceneEngine.open(live, SCHEMA)) {
      check(engine.activities());
    }
    try (LuceneEngine engine = LuceneEngine.open(folder.resolve("crashed"), SCHEMA)) {
      check(engine.activities());
      assertThat(engine.activities().unfoldedCustomers()).containsExactlyInAnyOrder("C0", "C1");
    }
  }

  @Test
  void a_write_says_what_it_did_and_with_whom() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      addCustomers(engine);
      ActivityStore store = engine.activities();
      Activity first = activities.next("a", "C1");
      Set<String> folded = new HashSet<>();
      List<ActivityWrite> put = List.of(new ActivityWrite.Put(first));
      assertThat(store.apply(put, Durability.JOURNALED, folded::addAll))
          .containsExactly(new ActivityResult("a", Outcome.INSERTED, List.of("C1")));
      assertThat(folded).containsExactly("C1");
      assertThat(one(store, put.getFirst()))
          .isEqualTo(new ActivityResult("a", Outcome.UNCHANGED, List.of()));
      assertThat(one(store, put("a", "C2")))
          .isEqualTo(new ActivityResult("a", Outcome.UPDATED, List.of("C2", "C1")));
      assertThat(one(store, put("b", "nobody")).outcome()).isEqualTo(Outcome.UNKNOWN_CUSTOMER);
      assertThat(one(store, new ActivityWrite.Delete("a")))
          .isEqualTo(new ActivityResult("a", Outcome.DELETED, List.of("C2")));
      assertThat(one(store, new ActivityWrite.Delete("a")).outcome()).isEqualTo(Outcome.NOT_FOUND);
      assertThat(store.isUnfolded()).isFalse();
    }
  }

  @Test
  void what_is_loaded_without_a_journal_stays_unfolded_until_someone_says_it_is_not()
      throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      addCustomers(engine);
      apply(engine.activities(), List.of(put("a", "C1")), Durability.AT_CHECKPOINT);
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      assertThat(engine.activities().isUnfolded()).isTrue();
      check(engine.activities());
      engine.activities().folded();
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      assertThat(engine.activities().isUnfolded()).isFalse();
    }
  }

  @Test
  void texts_are_found_in_chinese_and_english() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, SCHEMA)) {
      addCustomers(engine);
      ActivityStore store = engine.activities();
      one(store, new ActivityWrite.Put(said("a", "这次发货太慢了，客户很不满意")));
      one(store, new ActivityWrite.Put(said("b", "Please send the new catalogue")));
      assertThat(found(store, "发货")).containsExactly("a");
      assertThat(found(store, "catalogue")).containsExactly("b");
      assertThat(found(store, "质量")).isEmpty();
    }
  }

  private static Activity said(String id, String text) {
    return new Activity.Interaction(id, "C1", 1_000, "call", "in", text);
  }

  private static List<String> found(ActivityStore store, String text) {
    return store
        .timeline("C1", new Timeline.Query(Optional.empty(), text, Optional.empty(), 10))
        .activities()
        .stream()
        .map(Activity::id)
        .toList();
  }

  private void addCustomers(LuceneEngine engine) {
    RandomCustomers customers = new RandomCustomers(SCHEMA, random);
    List<Write> writes = new ArrayList<>();
    customers.list(CUSTOMERS).forEach(each -> writes.add(new Write.Put(each, Expected.ANYTHING)));
    engine.apply(writes, Durability.JOURNALED);
  }

  private void churn(ActivityStore store) {
    for (int batch = 0; batch < 8; batch++) {
      List<ActivityWrite> writes = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        String id = "a" + random.nextInt(300);
        writes.add(
            random.nextInt(5) == 0
                ? new ActivityWrite.Delete(id)
                : put(id, "C" + random.nextInt(CUSTOMERS)));
      }
      boolean journaled = random.nextBoolean();
      apply(store, writes, journaled ? Durability.JOURNALED : Durability.AT_CHECKPOINT);
      if (!journaled || random.nextInt(3) == 0) {
        store.checkpoint();
      }
    }
  }

  private ActivityWrite put(String id, String customer) {
    return new ActivityWrite.Put(activities.next(id, customer));
  }

  private static ActivityResult one(ActivityStore store, ActivityWrite write) {
    return store.apply(List.of(write), Durability.JOURNALED, _ -> {}).getFirst();
  }

  private void apply(ActivityStore store, List<ActivityWrite> writes, Durability durability) {
    Set<String> expected = new HashSet<>();
    for (ActivityWrite write : writes) {
      Activity before = model.get(write.id());
      switch (write) {
        case ActivityWrite.Delete(String id) -> model.remove(id);
        case ActivityWrite.Put(Activity activity) -> model.put(activity.id(), activity);
      }
      Activity after = model.get(write.id());
      Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
          .flatMap(Optional::stream)
          .filter(_ -> !java.util.Objects.equals(before, after))
          .forEach(each -> expected.add(each.customer()));
    }
    Set<String> folded = new HashSet<>();
    store.apply(writes, durability, folded::addAll);
    if (durability == Durability.JOURNALED) {
      assertThat(folded).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private void check(ActivityStore store) {
    assertThat(store.count()).as("seed %d", seed).isEqualTo(model.size());
    for (int i = 0; i < 20; i++) {
      String id = "a" + random.nextInt(300);
      assertThat(store.get(id)).isEqualTo(Optional.ofNullable(model.get(id)));
    }
    checkHistories(store);
    for (int i = 0; i < 10; i++) {
      checkTimeline(store, "C" + random.nextInt(CUSTOMERS));
    }
    long from = at(random.nextInt(model.size()));
    long to = from + random.nextLong(40L * 24 * 3_600_000);
    assertThat(store.customersBetween(from, to))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(
            model.values().stream()
                .filter(each -> each.time() >= from && each.time() < to)
                .map(Activity::customer)
                .distinct()
                .toList());
  }

  private long at(int place) {
    return new ArrayList<>(model.values()).get(place).time();
  }

  private void checkHistories(ActivityStore store) {
    Map<String, List<Activity>> told = new HashMap<>();
    store.histories(store.customers(), true, (id, all) -> told.put(id, List.copyOf(all)));
    Map<String, List<Activity>> fast = new HashMap<>();
    store.histories(store.customers(), false, (id, all) -> fast.put(id, List.copyOf(all)));
    assertThat(told.keySet()).hasSize(CUSTOMERS).isEqualTo(fast.keySet());
    for (String customer : told.keySet()) {
      List<Activity> expected = of(customer);
      assertThat(told.get(customer)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(fast.get(customer))
          .containsExactlyInAnyOrderElementsOf(
              expected.stream().map(LuceneActivitiesTest::withoutText).toList());
    }
  }

  private List<Activity> of(String customer) {
    return model.values().stream().filter(each -> each.customer().equals(customer)).toList();
  }

  private static Activity withoutText(Activity activity) {
    return switch (activity) {
      case Activity.Purchase purchase -> purchase;
      case Activity.Interaction each ->
          new Activity.Interaction(
              each.id(), each.customer(), each.time(), each.type(), each.direction(), "");
      case Activity.Feedback each ->
          new Activity.Feedback(
              each.id(), each.customer(), each.time(), each.type(), each.score(), "", each.open());
    };
  }

  private void checkTimeline(ActivityStore store, String customer) {
    Optional<ActivityKind> kind =
        random.nextBoolean() ? Optional.empty() : Optional.of(ActivityKind.PURCHASE);
    List<Activity> expected =
        of(customer).stream()
            .filter(each -> kind.isEmpty() || each.kind() == kind.get())
            .sorted(Comparator.comparingLong(Activity::time).reversed().thenComparing(Activity::id))
            .toList();
    List<Activity> read = new ArrayList<>();
    Optional<Timeline.Before> before = Optional.empty();
    do {
      Timeline page =
          store.timeline(customer, new Timeline.Query(kind, "", before, 1 + random.nextInt(9)));
      assertThat(page.total()).as("seed %d", seed).isEqualTo(expected.size());
      read.addAll(page.activities());
      before = page.next();
    } while (before.isPresent());
    assertThat(read).as("seed %d", seed).isEqualTo(expected);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!file.getFileName().toString().equals("write.lock")) {
          Files.copy(file, target);
        }
      }
    }
  }
}
