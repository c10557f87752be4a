package dev.winnow.http;

import static dev.winnow.http.ClientsDatabase.CRM;
import static dev.winnow.http.ClientsDatabase.SECRET;
import static dev.winnow.http.ClientsDatabase.changed;
import static dev.winnow.http.ClientsDatabase.counts;
import static dev.winnow.http.ClientsDatabase.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import dev.winnow.connections.NeedsPostgres;
import dev.winnow.connections.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What connections refuse, what they say when one is tried out, and how they keep a password. */
@NeedsPostgres
final class ConnectionFaultsTest {
  @TempDir private Path folder;
  private TestPostgres postgres;
  private ClientsDatabase clients;

  @BeforeEach
  void a_table_of_clients(TestPostgres shared) throws Exception {
    postgres = shared;
    clients = new ClientsDatabase(shared);
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
      ObjectNode crm = clients.crm().put(member, value);
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
      ObjectNode crm = clients.crm();
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
      ObjectNode draft = changed(clients.crm());
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
      ObjectNode draft = changed(clients.crm());
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
      ObjectNode crm = clients.crm();
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
  void a_mirror_with_a_watermark_and_a_query_without_its_placeholder_are_refused()
      throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      ObjectNode crm = clients.crm().put("mode", "mirror").put("query", "SELECT * FROM clients");
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
      ObjectNode draft = changed(clients.crm());
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
