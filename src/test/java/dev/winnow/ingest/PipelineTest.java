package dev.winnow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PipelineTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Origin ORIGIN = new Origin("api:test", Instant.EPOCH);

  @TempDir private Path folder;

  private static JsonNode fields(String json) {
    return JSON.readTree(json);
  }

  @Test
  void patches_at_the_same_time_all_take_effect() throws Exception {
    try (TestServer server = new TestServer(folder)) {
      Pipeline pipeline = server.services().pipeline();
      pipeline.apply(
          new Change.Replace("A", fields("{\"name\":\"A\"}"), Expected.ANYTHING), ORIGIN);
      List<String> names =
          List.of("short_name", "english_name", "code", "owner", "occupation", "address");
      List<Thread> threads = new ArrayList<>();
      for (String name : names) {
        JsonNode patch = fields("{\"" + name + "\":\"x\"}");
        threads.add(
            Thread.startVirtualThread(
                () -> pipeline.apply(new Change.Merge("A", patch, Expected.ANYTHING), ORIGIN)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(server.services().engine().get("A").orElseThrow().customer().values().keySet())
          .containsAll(names);
    }
  }

  @Test
  void changes_of_one_customer_in_one_bulk_are_applied_in_order() throws Exception {
    try (TestServer server = new TestServer(folder)) {
      Expected any = Expected.ANYTHING;
      List<Receipt> receipts =
          server
              .services()
              .pipeline()
              .bulk(
                  List.of(
                      new Change.Replace("A", fields("{\"name\":\"1\"}"), any),
                      new Change.Merge("A", fields("{\"code\":\"c\"}"), any),
                      new Change.Replace("A", fields("{\"name\":\"2\"}"), Expected.ABSENT),
                      new Change.Remove("A", any),
                      new Change.Merge("A", fields("{}"), any),
                      new Change.Replace("A", fields("{\"name\":\"3\"}"), Expected.ABSENT)),
                  Durability.JOURNALED,
                  ORIGIN);
      assertThat(receipts.stream().map(Receipt::outcome))
          .containsExactly(
              Receipt.Outcome.INSERTED,
              Receipt.Outcome.UPDATED,
              Receipt.Outcome.CONFLICT,
              Receipt.Outcome.DELETED,
              Receipt.Outcome.NOT_FOUND,
              Receipt.Outcome.INSERTED);
      assertThat(server.services().engine().get("A").orElseThrow().customer().words("name"))
          .containsExactly("3");
    }
  }

  @Test
  void a_patch_changes_what_is_given_and_nothing_that_is_computed() throws Exception {
    try (TestServer server = new TestServer(folder)) {
      Pipeline pipeline = server.services().pipeline();
      SequencedMap<String, FieldValue> computed =
          new LinkedHashMap<>(Map.of("order_count", new FieldValue.Amount(7)));
      pipeline.apply(
          new Change.Replace("A", fields("{\"name\":\"A\",\"order_count\":1}"), Expected.ANYTHING),
          ORIGIN);
      server
          .services()
          .store()
          .apply(List.of(new Write.Compute("A", computed)), Durability.JOURNALED);
      pipeline.apply(new Change.Merge("A", fields("{\"code\":\"c\"}"), Expected.ANYTHING), ORIGIN);
      StoredCustomer stored = server.services().engine().get("A").orElseThrow();
      assertThat(stored.customer().amount("order_count")).hasValue(7);
      assertThat(stored.customer().words("code")).containsExactly("c");
      assertThat(stored.given().amount("order_count")).hasValue(1);
      assertThat(stored.computed()).isEqualTo(computed);
    }
  }
}
