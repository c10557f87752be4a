package dev.winnow.http;

import static dev.winnow.http.ClientsDatabase.CRM;
import static dev.winnow.http.ClientsDatabase.changed;
import static dev.winnow.http.ClientsDatabase.counts;
import static dev.winnow.http.ClientsDatabase.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.connections.NeedsPostgres;
import dev.winnow.connections.TestPostgres;
import dev.winnow.jobs.Job;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Standing connections as an administrator uses them, to a real PostgreSQL. */
@NeedsPostgres
final class ConnectionsApiTest {
  @TempDir private Path folder;
  private TestPostgres postgres;
  private ClientsDatabase clients;

  @BeforeEach
  void a_table_of_clients(TestPostgres shared) throws Exception {
    postgres = shared;
    clients = new ClientsDatabase(shared);
  }

  @Test
  void only_what_is_new_is_read_and_nothing_at_the_edge_is_lost() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      assertThat(client.post("/api/v1/connections", clients.crm().toString()).status())
          .isEqualTo(201);
      assertThat(counts(run(server, client))).containsExactly(1000L, 1000L, 0L, 0L, 0L);
      assertThat(counts(run(server, client))).containsExactly(1L, 0L, 0L, 1L, 0L);
      postgres.run(
          "INSERT INTO clients SELECT 'D', 'As late as the last', 'Bonn', max(changed_at) FROM clients",
          "UPDATE clients SET name = 'Renamed', changed_at = '2026-02-02 00:00:00.000001Z'"
              + " WHERE id = 'C7'");
      assertThat(counts(run(server, client))).containsExactly(3L, 1L, 1L, 1L, 0L);
      JsonNode state = client.get(CRM).json().path("state");
      assertThat(state.path("watermark").asString()).isEqualTo("2026-02-02T00:00:00.000001Z");
      assertThat(client.get("/api/v1/customers/C7").json().at("/fields/name").asString())
          .isEqualTo("Renamed");
    }
  }

  @Test
  void what_was_committed_late_is_found_within_the_overlap() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server);
        java.sql.Connection late = postgres.connect()) {
      ObjectNode crm = clients.crm();
      crm.withObject("watermark").put("overlap", 120);
      client.post("/api/v1/connections", crm.toString());
      late.setAutoCommit(false);
      late.createStatement()
          .execute("INSERT INTO clients VALUES ('L', 'Late', '', '2026-02-01 16:39:00Z')");
      assertThat(counts(run(server, client)).getFirst()).isEqualTo(1000);
      late.commit();
      assertThat(counts(run(server, client))).containsExactly(4L, 1L, 0L, 3L, 0L);
    }
  }

  @Test
  void a_row_dated_in_the_future_does_not_hide_what_changes_until_then() throws Exception {
    postgres.run("INSERT INTO clients VALUES ('F', 'Future', '', '2099-01-01Z')");
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      client.post("/api/v1/connections", clients.crm().toString());
      assertThat(counts(run(server, client)).getFirst()).isEqualTo(1001);
      server.clock().advance(Duration.ofMinutes(10));
      postgres.run("INSERT INTO clients VALUES ('N', 'New', '', '2026-03-01 08:05:00Z')");
      assertThat(counts(run(server, client))).containsExactly(2L, 1L, 0L, 1L, 0L);
    }
  }

  @Test
  void while_others_write_nothing_is_missed() throws Exception {
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("ConnectionsApiTest seed " + seed);
    postgres.run("UPDATE clients SET changed_at = clock_timestamp()");
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server);
        ExecutorService writers = Executors.newFixedThreadPool(2)) {
      ObjectNode crm = clients.crm();
      crm.withObject("watermark").put("overlap", 20);
      client.post("/api/v1/connections", crm.toString());
      List<Future<?>> ends = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        Random random = new Random(seed + writer);
        String prefix = "W" + writer + "-";
        ends.add(writers.submit(() -> change(random, prefix)));
      }
      int runs = 0;
      while (!ends.stream().allMatch(Future::isDone) || runs < 3) {
        runNow(server, client);
        runs++;
      }
      for (Future<?> end : ends) {
        end.get();
      }
      runNow(server, client);
      for (String row : postgres.column("SELECT id || '=' || name FROM clients ORDER BY id")) {
        String[] expected = row.split("=", 2);
        assertThat(server.services().engine().get(expected[0]))
            .as("seed %d, %s", seed, row)
            .hasValueSatisfying(customer -> assertThat(customer.toString()).contains(expected[1]));
      }
    }
  }

  private static void runNow(TestServer server, Client client) throws Exception {
    server.clock().advance(Duration.between(server.clock().instant(), Instant.now()));
    assertThat(counts(run(server, client)).getLast()).isZero();
  }

  /** Inserts and updates in transactions of a few statements. */
  private Object change(Random random, String prefix) throws SQLException {
    try (java.sql.Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 300; i++) {
        statement.execute(
            random.nextBoolean()
                ? "INSERT INTO clients VALUES ('%s', 'New %d', '', clock_timestamp())"
                    .formatted(prefix + i, random.nextInt(1000))
                : "UPDATE clients SET name = 'Name %d', changed_at = clock_timestamp() WHERE id = 'C%d'"
                    .formatted(
                        random.nextInt(1000),
                        1 + random.nextInt(500) * 2 + prefix.charAt(1) - '0'));
        if (random.nextInt(4) == 0) {
          connection.commit();
        }
      }
      connection.commit();
      return statement;
    }
  }

  @Test
  void a_database_that_is_killed_leaves_the_watermark_and_the_next_run_completes()
      throws Exception {
    postgres.run(
        "INSERT INTO clients SELECT 'E' || i, 'More ' || i, '', timestamptz '2026-02-03Z'"
            + " FROM generate_series(1, 5000) i");
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = clients.crm();
      crm.put(
          "query",
          "SELECT id, name, changed_at,"
              + " CASE WHEN id = 'E3000' THEN pg_advisory_lock_shared(7)::text END AS wait"
              + " FROM clients WHERE changed_at >= :watermark");
      client.post("/api/v1/connections", crm.toString());
      String job;
      try (java.sql.Connection gate = postgres.connect()) {
        gate.createStatement().execute("SELECT pg_advisory_lock(7)");
        job = client.post(CRM + "/run", "").json().path("job").asString();
        while (postgres
            .column("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            .isEmpty()) {
          Thread.onSpinWait();
        }
        assertThat(client.post(CRM + "/run", "").code()).isEqualTo("connection-busy");
        assertThat(client.delete(CRM).code()).isEqualTo("connection-busy");
        assertThat(client.get(CRM).json().at("/state/running").asBoolean()).isTrue();
        postgres.kill();
      }
      var _ = server.services().rules().jobs().await(job);
      JsonNode failed = client.get(CRM + "/runs").json().path("runs").get(0);
      assertThat(failed.path("state").asString()).isEqualTo("failed");
      assertThat(failed.at("/faults/0/detail").asString())
          .startsWith("After row ")
          .contains("lost");
      assertThat(client.get(CRM).json().at("/state/watermark").isNull()).isTrue();
      JsonNode refused = run(server, client);
      assertThat(refused.at("/faults/0/detail").asString())
          .isEqualTo("Nothing answers at the database's address.");
      assertThat(client.get(CRM).json().at("/state/failures").asInt()).isEqualTo(2);

      postgres.restart();
      List<Long> counts = counts(run(server, client));
      assertThat(counts.getFirst()).isEqualTo(6000);
      assertThat(client.get("/api/v1/customers/E5000").status()).isEqualTo(200);
      assertThat(client.get(CRM).json().at("/state/failures").asInt()).isZero();
    }
  }

  @Test
  void a_restart_keeps_the_schedule_the_password_and_the_watermark() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = clients.crm();
      crm.putObject("schedule").put("every", 15);
      client.post("/api/v1/connections", crm.toString());
      look(server);
      JsonNode state = client.get(CRM).json().path("state");
      assertThat(state.path("nextRunAt").asString()).isEqualTo("2026-03-01T08:15:00Z");
      assertThat(state.at("/lastRun/by").isNull()).isTrue();
      look(server);
      assertThat(client.get(CRM + "/runs").json().path("runs")).hasSize(1);
    }
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      server.clock().advance(Duration.ofMinutes(14));
      look(server);
      assertThat(client.get(CRM + "/runs").json().path("runs")).hasSize(1);
      server.clock().advance(Duration.ofMinutes(1));
      look(server);
      JsonNode runs = client.get(CRM + "/runs").json().path("runs");
      assertThat(runs).hasSize(2);
      assertThat(counts(runs.get(0)).getFirst()).isEqualTo(1);
      ObjectNode off = changed(clients.crm()).put("enabled", false);
      assertThat(client.put(CRM, off.toString()).json().at("/state/nextRunAt").isNull()).isTrue();
      assertThat(client.delete(CRM).status()).isEqualTo(204);
      assertThat(client.get(CRM).status()).isEqualTo(404);
    }
  }

  /** Begins what is due and waits for its end. */
  private static void look(TestServer server) {
    server.connectionClock().look();
    server.services().rules().jobs().list().forEach(job -> await(server, job));
  }

  private static void await(TestServer server, Job job) {
    var _ = server.services().rules().jobs().await(job.id());
  }
}
