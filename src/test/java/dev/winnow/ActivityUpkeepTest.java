package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.activity.Activity;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.jobs.Job;
import dev.winnow.store.AdjustableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Computed fields stay right from day to day, over restarts and changes of their definitions. */
final class ActivityUpkeepTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private Path data;
  private final AdjustableClock clock = new AdjustableClock();

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(data.resolve(Config.FILE), "time-zone: Asia/Shanghai\n");
    Path schema = data.resolve(Config.SCHEMA);
    ShippedSchema.copyTo(schema);
    define("90d");
  }

  @Test
  void a_window_rolls_on_by_itself_and_a_missed_day_is_caught_up() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    try (App app = start()) {
      add(app, "C1", today.minusDays(88), 500);
      add(app, "C2", today, 700);
      assertThat(spend(app, "C1")).isEqualTo(500_00);
      clock.advance(Duration.ofDays(1));
      app.days().look();
      assertThat(spend(app, "C1")).isEqualTo(500_00);
      clock.advance(Duration.ofDays(1));
      app.days().look();
      assertThat(spend(app, "C1")).isZero();
      assertThat(spend(app, "C2")).isEqualTo(700_00);
    }
    clock.advance(Duration.ofDays(100));
    try (App app = start()) {
      app.days().look();
      assertThat(spend(app, "C2")).isZero();
    }
  }

  @Test
  void a_changed_definition_is_computed_for_everybody_in_the_background() throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    try (App app = start()) {
      add(app, "C1", today.minusDays(50), 500);
      assertThat(spend(app, "C1")).isEqualTo(500_00);
    }
    define("30d");
    try (App app = start()) {
      finish(app);
      assertThat(spend(app, "C1")).isZero();
      assertThat(app.jobs().list())
          .extracting(Job::kind, Job::state)
          .contains(org.assertj.core.groups.Tuple.tuple("compute", Job.State.DONE));
    }
    Files.delete(data.resolve(Config.SCHEMA).resolve("computed.yml"));
    try (App app = start()) {
      finish(app);
      assertThat(customer(app, "C1").computed()).isEmpty();
    }
  }

  @Test
  void what_was_loaded_but_not_folded_is_folded_after_the_next_start() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    try (App app = start()) {
      put(app, "C1");
      var _ =
          app.activityPipeline()
              .bulk(List.of(purchase("a1", "C1", today, 500)), Durability.AT_CHECKPOINT);
    }
    try (App app = start()) {
      finish(app);
      assertThat(spend(app, "C1")).isEqualTo(500_00);
    }
  }

  @Test
  void made_up_customers_come_with_what_happened_with_them() {
    try (App app = start(200)) {
      int withPurchases = 0;
      for (int i = 1; i <= 200; i++) {
        StoredCustomer customer = customer(app, "C%07d".formatted(i));
        for (String field : List.of("order_count", "last_purchase")) {
          if (customer.computed().containsKey(field)) {
            assertThat(customer.computed().get(field))
                .as("%s of %s", field, customer.given())
                .isEqualTo(customer.given().values().get(field));
            withPurchases++;
          }
        }
      }
      assertThat(withPurchases).isGreaterThan(100);
    }
  }

  private App start() {
    return start(0);
  }

  private App start(int sample) {
    var overrides =
        new Config.Overrides(
            Optional.empty(), OptionalInt.of(sample), Optional.empty(), OptionalInt.of(0));
    return App.start(ConfigReader.read(data).with(overrides), clock);
  }

  private void define(String lookback) throws IOException {
    Files.writeString(
        data.resolve(Config.SCHEMA).resolve("computed.yml"),
        """
        fields:
          - {field: total_spend, activities: purchase, fold: sum, attribute: amount, lookback: %s}
          - {field: order_count, activities: purchase, fold: count, attribute: order}
          - {field: last_purchase, activities: purchase, fold: last}
        """
            .formatted(lookback));
  }

  private static void finish(App app) {
    while (app.jobs().list().stream().anyMatch(job -> job.state() == Job.State.RUNNING)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static void add(App app, String customer, LocalDate day, int amount) {
    put(app, customer);
    app.activityPipeline().apply(purchase(customer + "-1", customer, day, amount));
  }

  private static void put(App app, String id) {
    Customer customer = new Customer(id, Map.of("name", FieldValue.Words.of(id)));
    app.store().apply(List.of(new Write.Put(customer, Expected.ANYTHING)), Durability.JOURNALED);
  }

  private static ActivityWrite purchase(String id, String customer, LocalDate day, int amount) {
    long time = day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    return new ActivityWrite.Put(
        new Activity.Purchase(id, customer, time, id, "", "", 1_000, amount * 10_000L, "CNY"));
  }

  private static long spend(App app, String customer) {
    return customer(app, customer).customer().amount("total_spend").orElse(-1);
  }

  private static StoredCustomer customer(App app, String id) {
    return app.engine().get(id).orElseThrow();
  }
}
