package dev.winnow;

import dev.winnow.activity.ComputedFields;
import dev.winnow.customer.Customer;
import dev.winnow.customer.Origin;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.imports.sample.SampleActivities;
import dev.winnow.imports.sample.SampleCustomers;
import dev.winnow.ingest.ActivityPipeline;
import dev.winnow.schema.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Fills a new installation with made-up customers and what they did. */
final class SampleFill {
  private static final long SEED = 20_26;
  private static final int BATCH = 5_000;
  private static final int CHECKPOINT = 200_000;

  private final Schema schema;
  private final SampleCustomers customers;
  private final Origin origin;
  private final CustomerStore store;
  private final ActivityPipeline pipeline;

  /**
   * @param now when the customers are made up
   */
  SampleFill(
      Schema schema, Instant now, LocalDate today, CustomerStore store, ActivityPipeline pipeline) {
    this.schema = schema;
    this.origin = new Origin("sample", now);
    this.customers = new SampleCustomers(schema, SEED, today);
    this.store = store;
    this.pipeline = pipeline;
  }

  /**
   * Adds so many customers.
   *
   * @param purchases at most so many for each of them; 0 for no activities at all
   */
  void add(int count, int purchases, ZoneId zone, ComputedFields computed) {
    addCustomers(count);
    if (purchases > 0) {
      addActivities(
          count, new SampleActivities(schema, SEED, purchases, zone, computed.currencies().home()));
    }
  }

  private void addCustomers(long count) {
    Iterator<Customer> made = this.customers.generate(count);
    List<Write> batch = new ArrayList<>();
    for (long i = 1; made.hasNext(); i++) {
      batch.add(new Write.Put(made.next(), origin, Expected.ANYTHING));
      if (batch.size() == BATCH || !made.hasNext()) {
        var _ = store.apply(batch, Durability.AT_CHECKPOINT);
        batch = new ArrayList<>();
      }
      if (i % CHECKPOINT == 0 || !made.hasNext()) {
        store.checkpoint();
      }
    }
  }

  /** After all customers: an activity needs its customer. */
  private void addActivities(int count, SampleActivities activities) {
    Iterator<Customer> made = customers.generate(count);
    List<ActivityWrite> batch = new ArrayList<>();
    while (made.hasNext()) {
      activities.of(made.next()).forEach(each -> batch.add(new ActivityWrite.Put(each)));
      if (batch.size() >= BATCH || !made.hasNext()) {
        var _ = pipeline.bulk(List.copyOf(batch), Durability.AT_CHECKPOINT);
        batch.clear();
      }
    }
    pipeline.settle();
  }
}
