package dev.winnow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.crash.ServerProcess.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the service at random moments of an import, which goes on by itself after the next start
 * and comes to what an undisturbed one comes to; and the same with its undo. {@code
 * -Dwinnow.crash.imports=10} kills ten times, {@code -Dwinnow.seed=N} repeats a run.
 */
final class ImportKillTest {
  private static final int KILLS = Integer.getInteger("winnow.crash.imports", 1);
  private static final int ROWS = 30_000;
  private static final int PEOPLE = 3_000;
  private static final String CHECKPOINTS = "-Dwinnow.imports.checkpoint-rows=5000";
  private static final Map<String, Object> PEOPLE_MAPPING =
      Map.of("id", "who", "fields", Map.of("name", "name"));
  private static final Map<String, Object> ORDER_MAPPING =
      Map.of(
          "rows",
          "purchases",
          "id",
          "#row",
          "fields",
          Map.of("customer", "who", "time", "day", "order", "order", "amount", "sum"));

  @TempDir Path folder;

  @Test
  void a_killed_import_ends_as_an_undisturbed_one() throws Exception {
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("ImportKillTest seed=" + seed + " kills=" + KILLS);
    Random random = new Random(seed);
    ServerProcess server = ServerProcess.start(folder, CHECKPOINTS);
    start(server, upload(server, "people.csv", people(), PEOPLE_MAPPING));
    server = killed(server, "imp-1", random);
    String orders = upload(server, "orders.csv", orders(), ORDER_MAPPING);
    start(server, orders);
    server = killed(server, orders, random);
    check(server, ROWS, PEOPLE);
    assertThat(server.send("POST", "/imports/" + orders + "/undo", Map.of(), List.of()).status())
        .isEqualTo(202);
    server = killed(server, orders, random);
    assertThat(state(server, orders).path("state").asString()).isEqualTo("undone");
    check(server, 0, PEOPLE);
    server.kill();
  }

  /** Kills again and again, and waits for the end. */
  private ServerProcess killed(ServerProcess first, String id, Random random) throws Exception {
    ServerProcess server = first;
    for (int kill = 0; kill < KILLS; kill++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1500)));
      server.kill();
      server = ServerProcess.start(folder, CHECKPOINTS);
    }
    JsonNode run = state(server, id);
    while (List.of("running", "undoing").contains(run.path("state").asString())) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      run = state(server, id);
    }
    if (run.path("state").asString().equals("paused")) {
      Reply resumed = server.send("POST", "/imports/" + id + "/resume", Map.of(), List.of());
      assertThat(resumed.status()).isEqualTo(202);
      while (!state(server, id).path("state").asString().equals("done")) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    assertThat(run.path("problem").isNull() || run.path("state").asString().equals("paused"))
        .as(run.toString())
        .isTrue();
    return server;
  }

  private static String upload(
      ServerProcess server, String name, String table, Map<String, Object> mapping) {
    String id =
        server
            .post("/imports?name=" + name, table.getBytes(StandardCharsets.UTF_8))
            .json()
            .path("id")
            .asString();
    while (state(server, id).path("state").asString().equals("inspecting")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    Reply mapped =
        server.send("PUT", "/imports/" + id + "/mapping", Map.of("mapping", mapping), List.of());
    assertThat(mapped.status()).as(mapped.json().toString()).isEqualTo(200);
    return id;
  }

  private static void start(ServerProcess server, String id) {
    assertThat(server.send("POST", "/imports/" + id + "/start", Map.of(), List.of()).status())
        .isEqualTo(202);
  }

  private static JsonNode state(ServerProcess server, String id) {
    return server.get("/imports/" + id).json();
  }

  /** Every customer has the sum of exactly its orders. */
  private static void check(ServerProcess server, int rows, int people) {
    long[] sums = new long[PEOPLE];
    for (int row = 0; row < rows; row++) {
      sums[row % PEOPLE] += row % 97;
    }
    int found = 0;
    for (int offset = 0; offset < people; offset += 1000) {
      JsonNode page =
          server
              .send("POST", "/customers/search", Map.of("limit", 1000, "offset", offset), List.of())
              .json();
      assertThat(page.path("total").asInt()).isEqualTo(people);
      for (JsonNode customer : page.path("customers")) {
        int person = Integer.parseInt(customer.path("id").asString().substring(1));
        assertThat(customer.at("/fields/total_spend").asLong(0))
            .as(customer.toString())
            .isEqualTo(sums[person]);
        found++;
      }
    }
    assertThat(found).isEqualTo(people);
  }

  private static String people() {
    StringBuilder table = new StringBuilder("who,name\n");
    for (int i = 0; i < PEOPLE; i++) {
      table.append("C%d,Customer %d%n".formatted(i, i));
    }
    return table.toString();
  }

  private static String orders() {
    StringBuilder table = new StringBuilder("who,day,order,sum\n");
    for (int i = 0; i < ROWS; i++) {
      table.append("C%d,2026-02-%02d,O%d,%d%n".formatted(i % PEOPLE, 1 + i % 28, i, i % 97));
    }
    return table.toString();
  }
}
