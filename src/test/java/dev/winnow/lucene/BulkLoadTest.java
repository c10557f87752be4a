package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.condition.Condition;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.Customer;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.engine.WriteResult.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BulkLoadTest {
  private static final int BATCHES = 60;
  private static final int BATCH = 150;

  @TempDir Path folder;
  private final Map<String, Customer> model = new LinkedHashMap<>();

  @Test
  void batches_that_change_the_same_customers_leave_the_last_state_of_each_once()
      throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("BulkLoadTest seed=" + seed);
    Random random = new Random(seed);
    List<Customer> customers = new RandomCustomers(TestSchema.SCHEMA, random).list(400);
    try (LuceneEngine engine = LuceneEngine.open(folder, TestSchema.SCHEMA)) {
      for (int i = 0; i < BATCHES; i++) {
        List<Write> batch = batch(customers, random);
        List<Outcome> expected = batch.stream().map(this::applyToModel).toList();
        boolean durable = random.nextInt(4) == 0;
        List<WriteResult> results =
            engine.apply(batch, durable ? Durability.JOURNALED : Durability.AT_CHECKPOINT);
        assertThat(results).extracting(WriteResult::outcome).isEqualTo(expected);
        look(engine, random);
      }
      engine.checkpoint();
      check(engine);
    }
    try (LuceneEngine engine = LuceneEngine.open(folder, TestSchema.SCHEMA)) {
      check(engine);
    }
  }

  @Test
  void a_journaled_write_that_changes_nothing_shows_what_it_was_compared_with() throws IOException {
    Customer customer = new RandomCustomers(TestSchema.SCHEMA, new Random(1)).next("C1");
    List<Write> put = List.of(new Write.Put(customer, Expected.ANYTHING));
    try (LuceneEngine engine = LuceneEngine.open(folder, TestSchema.SCHEMA)) {
      engine.apply(put, Durability.AT_CHECKPOINT);
      assertThat(engine.apply(put, Durability.JOURNALED))
          .extracting(WriteResult::outcome)
          .containsExactly(Outcome.UNCHANGED);
      assertThat(engine.get("C1").map(StoredCustomer::customer)).contains(customer);
      assertThat(engine.counts(List.of(Condition.EVERYONE))).containsExactly(1L);
    }
  }

  /** Batches of few writes go another way than those of many. */
  private static List<Write> batch(List<Customer> customers, Random random) {
    List<Write> batch = new ArrayList<>();
    for (int n = random.nextInt(random.nextBoolean() ? 8 : BATCH); n >= 0; n--) {
      Customer values = customers.get(random.nextInt(customers.size()));
      String id = customers.get(random.nextInt(customers.size())).id();
      batch.add(
          random.nextInt(3) == 0
              ? new Write.Delete(id, Expected.ANYTHING)
              : new Write.Put(new Customer(id, values.values()), Expected.ANYTHING));
    }
    return batch;
  }

  private Outcome applyToModel(Write write) {
    return switch (write) {
      case Write.Delete(String id, Expected _) ->
          model.remove(id) == null ? Outcome.NOT_FOUND : Outcome.DELETED;
      case Write.Put(Customer customer, var _, Expected _) -> {
        Customer before = model.put(customer.id(), customer);
        yield before == null
            ? Outcome.INSERTED
            : before.equals(customer) ? Outcome.UNCHANGED : Outcome.UPDATED;
      }
      case Write.Compute _, Write.Grade _, Write.Archive _ ->
          throw new IllegalArgumentException("not made here");
    };
  }

  /** Asking refreshes what is shown, at any time. */
  private static void look(LuceneEngine engine, Random random) {
    if (random.nextInt(3) == 0) {
      assertThat(engine.counts(List.of(Condition.EVERYONE))).hasSize(1);
    }
  }

  private void check(LuceneEngine engine) {
    assertThat(engine.counts(List.of(Condition.EVERYONE))).containsExactly((long) model.size());
    model.forEach(
        (id, customer) ->
            assertThat(engine.get(id).map(StoredCustomer::customer))
                .isEqualTo(Optional.of(customer)));
  }
}
