package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import dev.winnow.connections.NeedsPostgres;
import dev.winnow.connections.TestPostgres;
import dev.winnow.jobs.Job;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Standing connections as an administrator uses them, to a real PostgreSQL. */
@ExtendWith(NeedsPostgres.class)
final class ConnectionsApiTest {
  private static final String SECRET = "gehe1m-Pa$$w0rd";
  private static final String CRM = "/api/v1/connections/crm";
  private static final String QUERY =
      "SELECT id, name, city, changed_at FROM clients WHERE changed_at >= :watermark";

  @TempDir private Path folder;
  private TestPostgres postgres;

  @BeforeEach
  void a_table_of_clients(TestPostgres shared) throws Exception {
    postgres = shared;
    postgres.run(
        "DROP TABLE IF EXISTS clients",
        "CREATE TABLE clients (id text PRIMARY KEY, name text, city text, changed_at timestamptz)",
        "DROP ROLE IF EXISTS reader",
        "CREATE ROLE reader LOGIN PASSWORD '" + SECRET + "'",
        "GRANT SELECT ON clients TO reader",
        "INSERT INTO clients SELECT 'C' || i, 'Client ' || i, 'Berlin',"
            + " timestamptz '2026-02-01 00:00:00Z' + i * interval '1 minute'"
            + " FROM generate_series(1, 1000) i");
  }

  private ObjectNode crm() {
    ObjectNode body = (ObjectNode) Json.read("{}".getBytes(StandardCharsets.UTF_8));
    body.put("name", "crm").put("label", "CRM").put("url", postgres.url()).put("user", "reader");
    body.put("password", SECRET).put("query", QUERY);
    body.putObject("watermark")
        .put("column", "changed_at")
        .put("first", "1970-01-01")
        .put("overlap", 0);
    body.putObject("mapping").put("id", "id").putObject("fields").put("name", "name");
    return body;
  }

  private static ObjectNode changed(ObjectNode connection) {
    connection.remove("name");
    return connection;
  }

  /** Runs it and waits; gives the run. */
  private static JsonNode run(TestServer server, Client client) throws Exception {
    var reply = client.post(CRM + "/run", "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    Job job =
        server.services().rules().jobs().await(reply.json().path("job").asString()).orElseThrow();
    JsonNode run = client.get(CRM + "/runs").json().path("runs").get(0);
    assertThat(run.path("job").asString()).isEqualTo(job.id());
    return run;
  }

  private static List<Long> counts(JsonNode run) {
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
    return Stream.of("read", "added", "changed", "unchanged", "rejected")
        .map(name -> run.path("counts").path(name).asLong())
        .toList();
  }

  @Test
  void only_what_is_new_is_read_and_nothing_at_the_edge_is_lost() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      assertThat(client.post("/api/v1/connections", crm().toString()).status()).isEqualTo(201);
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
      ObjectNode crm = crm();
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
      client.post("/api/v1/connections", crm().toString());
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
      ObjectNode crm = crm();
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
      ObjectNode crm = crm();
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
      var unused = server.services().rules().jobs().await(job);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "password | wrong | /password | refuses the user or the password",
        "url | jdbc:postgresql://no-such-host.invalid/d | /url | There is no host of the name",
        "url | jdbc:postgresql://127.0.0.1:1/d | /url | Nothing answers",
        "query | SELECT nothing FROM clients WHERE changed_at >= :watermark | /query"
            + " | column \"nothing\" does not exist",
        "query | SELECT id FROM clients WHERE changed_at >= :watermark | /watermark/column"
            + " | The query has no column \"changed_at\"",
        "query | SELECT id, id, changed_at FROM clients WHERE changed_at >= :watermark | /query"
            + " | occurs twice",
        "query | SELECT id, changed_at, 'x'::bytea AS b FROM clients WHERE changed_at >= :watermark"
            + " | /query | holds bytes",
      })
  void what_is_wrong_is_said_when_it_is_tried_out_and_in_the_history(
      String member, String value, String pointer, String detail) throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = crm().put(member, value);
      var created = client.post("/api/v1/connections", crm.toString());
      assertThat(created.status()).as(created.text()).isEqualTo(201);
      var tried = client.post(CRM + "/test", changed(crm).toString());
      assertThat(tried.status()).isIn(400, 422);
      assertThat(tried.pointers()).containsExactly(pointer);
      assertThat(tried.text()).contains(detail.replace("\"", "\\\"")).doesNotContain(SECRET);
      JsonNode run = run(server, client);
      assertThat(run.path("state").asString()).isEqualTo("failed");
      assertThat(run.at("/faults/0/detail").asString()).contains(detail);
    }
  }

  @Test
  void a_column_that_the_mapping_needs_and_the_query_lacks_is_named() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = crm();
      crm.withObject("mapping").withObject("fields").put("name", "titel");
      client.post("/api/v1/connections", crm.toString());
      assertThat(run(server, client).at("/faults/0/detail").asString())
          .isEqualTo("The table has no column \"titel\".");
    }
  }

  @Test
  void it_is_tried_out_before_it_is_kept() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode draft = changed(crm());
      draft.remove("mapping");
      JsonNode trial = client.post(CRM + "/test", draft.toString()).json();
      assertThat(trial.path("header").valueStream().map(JsonNode::asString))
          .containsExactly("id", "name", "city", "changed_at");
      assertThat(trial.at("/first/0").valueStream().map(JsonNode::asString))
          .containsExactly("C1", "Client 1", "Berlin", "2026-02-01T00:01:00Z");
      assertThat(trial.path("first")).hasSize(20);
      assertThat(trial.path("rows").asInt()).isEqualTo(1000);
      assertThat(client.get(CRM).code()).isEqualTo("connection-not-found");
      assertThat(client.get("/api/v1/customers/C1").status()).isEqualTo(404);
    }
  }

  @Test
  void the_database_cannot_be_written_to() throws Exception {
    postgres.run(
        "CREATE OR REPLACE FUNCTION sneak() RETURNS text LANGUAGE sql VOLATILE AS"
            + " $$ UPDATE clients SET name = 'sneaked' RETURNING name $$",
        "GRANT UPDATE ON clients TO reader");
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode draft = changed(crm());
      draft.put(
          "query", "SELECT id, changed_at, sneak() FROM clients WHERE changed_at >= :watermark");
      assertThat(client.post(CRM + "/test", draft.toString()).text())
          .contains("read-only transaction");
      assertThat(postgres.column("SELECT count(*) FROM clients WHERE name = 'sneaked'"))
          .containsExactly("0");
    }
  }

  @Test
  void the_password_is_in_no_answer_and_no_file_and_follows_no_new_address() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server);
        Client editor =
            new Client(server, List.of("Authorization", "Bearer " + server.key(Role.EDITOR)))) {
      ObjectNode crm = crm();
      String answers =
          client.post("/api/v1/connections", crm.toString()).text()
              + run(server, client)
              + client.get(CRM).text()
              + editor.get("/api/v1/connections").text()
              + client.get("/api/v1/jobs").text();
      assertThat(answers).contains("\"hasPassword\":true").doesNotContain(SECRET);
      assertThat(editor.post(CRM + "/run", "").status()).isEqualTo(403);

      ObjectNode moved = changed(crm);
      moved.remove("password");
      assertThat(client.put(CRM, moved.toString()).status()).isEqualTo(200);
      assertThat(counts(run(server, client)).getFirst()).isEqualTo(1);
      moved.put("url", "jdbc:postgresql://127.0.0.1:1/elsewhere");
      assertThat(client.put(CRM, moved.toString()).pointers()).containsExactly("/password");
      assertThat(client.post(CRM + "/test", moved.toString()).pointers())
          .containsExactly("/password");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(SECRET);
      }
    }
  }

  @Test
  void a_restart_keeps_the_schedule_the_password_and_the_watermark() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = crm();
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
      ObjectNode off = changed(crm()).put("enabled", false);
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
    var unused = server.services().rules().jobs().await(job.id());
  }

  @Test
  void a_mirror_with_a_watermark_and_a_query_without_its_placeholder_are_refused()
      throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = crm().put("mode", "mirror").put("query", "SELECT * FROM clients");
      assertThat(client.post("/api/v1/connections", crm.toString()).pointers())
          .containsExactlyInAnyOrder("/mode", "/query");
      crm.putNull("watermark");
      assertThat(client.post("/api/v1/connections", crm.toString()).status()).isEqualTo(201);
      assertThat(client.post("/api/v1/connections", crm.toString()).code())
          .isEqualTo("already-exists");
    }
  }

  @Test
  void many_types_come_as_text() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode draft = changed(crm());
      draft.putNull("watermark");
      draft.put(
          "query",
          """
          SELECT true AS b, 12.50::numeric AS n, 1e20::float8 AS f, 17850::float8 AS w, 7::int8 AS i,
                 date '2026-03-31' AS d, timestamp '2026-03-31 10:00' AS t,
                 timestamptz '2026-03-31 10:00+08' AS z, NULL::text AS nothing,
                 ARRAY['a','b'] AS a, '{"x": 1}'::jsonb AS j, 'NaN'::numeric AS nan,
                 'infinity'::timestamptz AS always, '0012' AS code
          """);
      JsonNode trial = client.post(CRM + "/test", draft.toString()).json();
      Map<String, String> cells = new TreeMap<>();
      for (int i = 0; i < trial.path("header").size(); i++) {
        cells.put(trial.path("header").get(i).asString(), trial.at("/first/0").get(i).asString());
      }
      assertThat(cells)
          .containsEntry("b", "true")
          .containsEntry("n", "12.50")
          .containsEntry("f", "100000000000000000000")
          .containsEntry("w", "17850")
          .containsEntry("i", "7")
          .containsEntry("d", "2026-03-31")
          .containsEntry("t", "2026-03-31T10:00:00")
          .containsEntry("z", "2026-03-31T02:00:00Z")
          .containsEntry("nothing", "")
          .containsEntry("a", "a;b")
          .containsEntry("j", "{\"x\": 1}")
          .containsEntry("nan", "")
          .containsEntry("always", "")
          .containsEntry("code", "0012");
    }
  }
}
