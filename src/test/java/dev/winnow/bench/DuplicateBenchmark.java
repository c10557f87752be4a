package dev.winnow.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.winnow.activity.ComputedReader;
import dev.winnow.condition.Condition;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.duplicates.Duplicates;
import dev.winnow.duplicates.Lookalikes;
import dev.winnow.duplicates.MergedCustomers;
import dev.winnow.duplicates.Surroundings;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.imports.sample.SampleCustomers;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.ingest.Folds;
import dev.winnow.jobs.Jobs;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.matching.Matching;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.store.Database;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long it takes to look through all customers for duplicates, how much memory that needs, and
 * how many rows a second are compared with existing customers. Arguments: a folder for the index
 * and how many customers (1,000,000).
 */
public final class DuplicateBenchmark {
  private static final Path CONFIG = Path.of("index-config");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  private static final int BATCH = 5_000;
  private static final int ROWS = 500;
  private static final int NEW_ROWS = 20_000;

  private DuplicateBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    Schema schema = SchemaReader.read(CONFIG);
    Matching matching = Matching.of(schema);
    try (LuceneEngine engine = LuceneEngine.open(folder, schema);
        Database database = Database.open(folder.resolve("winnow.db"))) {
      long start = System.nanoTime();
      long known = engine.counts(List.of(Condition.EVERYONE)).getFirst();
      if (known == 0) {
        load(engine, new SampleCustomers(schema, 1, TODAY), count);
      }
      say("%,d customers indexed, or found indexed, in %.1f s", count, since(start));
      Duplicates duplicates = duplicates(folder, schema, matching, engine, database);
      AtomicLong peak = new AtomicLong();
      long begin = System.nanoTime();
      double used = processors();
      AtomicLong said = new AtomicLong(-1);
      duplicates.search(
          (done, total) -> {
            long heap = peak.accumulateAndGet(usedHeap(), Math::max);
            long tenths = 10 * done / total;
            if (said.getAndSet(tenths) != tenths) {
              say("%.1f s: %d %%, %,d MB", since(begin), 10 * tenths, heap >> 20);
            }
          });
      say(
          "searched in %.1f s (%.1f s of processors), most heap in use %,d MB",
          since(begin), processors() - used, peak.get() >> 20);
      say("pairs %s", duplicates.counts());
      lookalikes(duplicates.lookalikes(), new SampleCustomers(schema, 1, TODAY));
    }
  }

  /** One customer in twenty stands in the list twice, spelled otherwise. */
  private static void load(LuceneEngine engine, SampleCustomers customers, int count) {
    List<Write> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean copy = i % 20 == 19;
      Customer customer = customers.customer(copy ? i - 10 : i);
      batch.add(new Write.Put(copy ? respelled(customer) : customer, Expected.ANYTHING));
      if (batch.size() == BATCH || i == count - 1) {
        var _ = engine.apply(batch, Durability.AT_CHECKPOINT);
        batch.clear();
      }
    }
    engine.checkpoint();
  }

  private static Customer respelled(Customer customer) {
    Map<String, FieldValue> values = new LinkedHashMap<>(customer.values());
    String name = customer.words("name").getFirst();
    values.put("name", FieldValue.Words.of(name.toUpperCase(Locale.ROOT).replace("有限公司", "")));
    values.keySet().removeAll(List.of("code", "email", "tags"));
    return new Customer("copy-" + customer.id(), values);
  }

  private static Duplicates duplicates(
      Path folder, Schema schema, Matching matching, LuceneEngine engine, Database database) {
    var computed = ComputedReader.read(CONFIG, schema, ZoneOffset.UTC);
    Folds folds = new Folds(engine.activities(), engine, computed, () -> TODAY);
    MergedCustomers merged = new MergedCustomers(database);
    return new Duplicates(
        new Surroundings(
            schema,
            matching,
            engine,
            engine,
            engine.matches(),
            engine.activities(),
            new ActivityPipeline(engine.activities(), folds, Optional.empty(), merged),
            merged,
            database,
            new Jobs(database, Clock.systemUTC()),
            Clock.systemUTC(),
            folder.resolve("duplicates")));
  }

  private static void lookalikes(Lookalikes lookalikes, SampleCustomers known) {
    List<Customer> fresh = new ArrayList<>();
    for (int i = 0; i < NEW_ROWS; i++) {
      Customer customer = known.customer(i);
      fresh.add(new Customer("new-" + customer.id(), customer.values()));
    }
    long start = System.nanoTime();
    double used = processors();
    long matches = 0;
    for (int from = 0; from < fresh.size(); from += ROWS) {
      List<Customer> rows = fresh.subList(from, Math.min(fresh.size(), from + ROWS));
      matches += lookalikes.of(rows).stream().mapToInt(List::size).sum();
    }
    say(
        "%,.0f rows/s compared (%.1f s of processors for %,d), %,d matches",
        fresh.size() / since(start), processors() - used, fresh.size(), matches);
  }

  /** Seconds that this process has had of all processors, which other programs do not change. */
  private static double processors() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static long usedHeap() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
