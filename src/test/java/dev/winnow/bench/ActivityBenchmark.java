package dev.winnow.bench;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ComputedFields;
import dev.winnow.activity.ComputedReader;
import dev.winnow.classify.Grading;
import dev.winnow.condition.Condition;
import dev.winnow.condition.ConditionReader;
import dev.winnow.condition.ConditionResolver;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.Folds;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * What activities cost: loading them, folding fields from them, asking what customers did, and a
 * new day. Arguments: customers (1,000,000), activities (10,000,000), an empty folder. It prints
 * what it has measured.
 */
public final class ActivityBenchmark {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final int BATCH = 5_000;
  private static final int REPEATS = 20;
  private static final List<String> CATEGORIES =
      List.of("Bikes", "Parts", "Clothing", "Tools", "Service", "Rental", "Food", "Books");
  private static final List<String> QUESTIONS =
      List.of(
          "{\"did\":\"purchase\",\"lookback\":\"90d\"}",
          "{\"did\":\"purchase\",\"where\":{\"field\":\"category\",\"in\":[\"Bikes\"]},"
              + "\"count\":{\"gte\":3},\"lookback\":\"90d\"}",
          "{\"did\":\"purchase\",\"sum\":{\"of\":\"amount\",\"gte\":1000},\"lookback\":\"1y\"}",
          "{\"did\":\"purchase\",\"last\":{\"lt\":\"today-90d\"}}",
          "{\"did\":\"purchase\",\"count\":{\"of\":\"order\",\"gte\":5}}",
          "{\"did\":\"feedback\",\"where\":{\"field\":\"open\",\"in\":[true]}}");

  private final Schema schema = SchemaReader.read(Path.of("index-config"));
  private final ComputedFields fields = ComputedReader.read(Path.of("index-config"), schema, ZONE);
  private final int customers;
  private final int activities;
  private final SplittableRandom random = new SplittableRandom(20_26);
  private LocalDate today = TODAY;

  private ActivityBenchmark(int customers, int activities) {
    this.customers = customers;
    this.activities = activities;
  }

  public static void main(String[] args) throws IOException {
    int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int activities = args.length > 1 ? Integer.parseInt(args[1]) : 10_000_000;
    Path folder =
        args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("winnow-activities");
    new ActivityBenchmark(customers, activities).run(folder);
  }

  private void run(Path folder) throws IOException {
    System.out.printf("%,d customers, %,d activities%n", customers, activities);
    try (LuceneEngine engine =
        LuceneEngine.open(folder, schema, fields.currencies(), ZONE, Grading.NONE)) {
      ActivityStore store = engine.activities();
      Folds folds = new Folds(store, engine, fields, () -> today);
      ActivityPipeline pipeline = new ActivityPipeline(store, folds, Optional.empty());
      timed("customers loaded", customers, () -> addCustomers(engine));
      timed(
          "activities loaded",
          activities,
          () -> {
            addActivities(pipeline);
            pipeline.checkpoint();
          });
      timed("customers folded", customers, () -> folds.everybody(Progress.NONE));
      timed("customers folded again", customers, () -> folds.everybody(Progress.NONE));
      memory();
      ask(engine, pipeline);
      singles(pipeline);
      newDay(store, folds);
    }
  }

  private void addCustomers(LuceneEngine engine) {
    List<Write> batch = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      Customer customer =
          new Customer("C" + i, Map.of("name", FieldValue.Words.of("Customer " + i)));
      batch.add(new Write.Put(customer, Expected.ANYTHING));
      if (batch.size() == BATCH || i == customers - 1) {
        var _ = engine.apply(batch, Durability.AT_CHECKPOINT);
        batch = new ArrayList<>();
      }
    }
    engine.checkpoint();
  }

  private void addActivities(ActivityPipeline pipeline) {
    List<ActivityWrite> batch = new ArrayList<>();
    for (int i = 0; i < activities; i++) {
      batch.add(new ActivityWrite.Put(activity("a" + i)));
      if (batch.size() == BATCH || i == activities - 1) {
        var _ = pipeline.bulk(batch, Durability.AT_CHECKPOINT);
        batch = new ArrayList<>();
      }
    }
  }

  private Activity activity(String id) {
    String customer = "C" + (int) (customers * random.nextDouble() * random.nextDouble());
    LocalDate day = TODAY.minusDays((long) (1_500 * random.nextDouble() * random.nextDouble()));
    long time = day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    int kind = random.nextInt(100);
    if (kind < 85) {
      String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
      long amount = 10_000L * (1 + random.nextInt(500));
      return new Activity.Purchase(
          id, customer, time, "o" + id, category + kind, category, 1_000, amount, "CNY");
    }
    return kind < 95
        ? new Activity.Interaction(id, customer, time, "call", "out", "确认交货日期")
        : new Activity.Feedback(
            id,
            customer,
            time,
            "complaint",
            java.util.OptionalInt.of(2),
            "发货太慢",
            random.nextBoolean());
  }

  private void ask(LuceneEngine engine, ActivityPipeline pipeline) {
    JsonMapper json = JsonMapper.builder().build();
    for (String question : QUESTIONS) {
      Condition condition =
          new ConditionResolver(_ -> Optional.empty())
              .resolve(new ConditionReader(schema).read(json.readTree(question), ""), TODAY);
      long begun = System.nanoTime();
      long count = engine.counts(List.of(condition)).getFirst();
      double cold = millis(begun);
      begun = System.nanoTime();
      for (int i = 0; i < REPEATS; i++) {
        count = engine.counts(List.of(condition)).getFirst();
      }
      double kept = millis(begun) / REPEATS;
      begun = System.nanoTime();
      for (int i = 0; i < REPEATS; i++) {
        pipeline.apply(new ActivityWrite.Put(activity("b" + i)));
      }
      double written = millis(begun) / REPEATS;
      double after = 0;
      for (int i = 0; i < REPEATS; i++) {
        pipeline.apply(new ActivityWrite.Put(activity("b" + i)));
        begun = System.nanoTime();
        count = engine.counts(List.of(condition)).getFirst();
        after += millis(begun) / REPEATS;
      }
      System.out.printf(
          "did: first %.1f ms, kept %.3f ms, after a write %.2f ms (a write %.1f ms), %,d: %s%n",
          cold, kept, after, written, count, question);
    }
  }

  private void singles(ActivityPipeline pipeline) {
    int writes = 200;
    timed(
        "single activities written and folded",
        writes,
        () -> {
          for (int i = 0; i < writes; i++) {
            pipeline.apply(new ActivityWrite.Put(activity("s" + i)));
          }
        });
  }

  /** What a new day costs: the customers with a purchase that leaves a window. */
  private void newDay(ActivityStore store, Folds folds) {
    LocalDate before = today;
    today = today.plusDays(1);
    long begun = System.nanoTime();
    Set<String> changed = new HashSet<>();
    fields
        .windows()
        .forEach(
            window ->
                changed.addAll(
                    store.customersBetween(
                        window.asOf(before).begins(ZONE), window.asOf(today).begins(ZONE))));
    double looked = millis(begun);
    folds.fold(List.copyOf(changed), Progress.NONE);
    System.out.printf(
        "a new day: %,d customers found in %.0f ms, folded in %.0f ms%n",
        changed.size(), looked, millis(begun) - looked);
  }

  private static void memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("heap in use %,d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void timed(String what, long units, Runnable work) {
    long begun = System.nanoTime();
    work.run();
    double seconds = millis(begun) / 1_000;
    System.out.printf("%s: %.1f s, %,.0f a second%n", what, seconds, units / seconds);
  }

  private static double millis(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }
}
