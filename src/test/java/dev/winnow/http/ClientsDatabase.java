package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.connections.TestPostgres;
import dev.winnow.jobs.Job;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of a thousand clients in a PostgreSQL, and a connection that brings them in. */
final class ClientsDatabase {
  static final String SECRET = "gehe1m-Pa$$w0rd";
  static final String CRM = "/api/v1/connections/crm";
  private static final String QUERY =
      "SELECT id, name, city, changed_at FROM clients WHERE changed_at >= :watermark";

  private final TestPostgres postgres;

  ClientsDatabase(TestPostgres postgres) throws SQLException {
    this.postgres = postgres;
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

  /** The connection, with a watermark and no schedule. */
  ObjectNode crm() {
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

  static ObjectNode changed(ObjectNode connection) {
    connection.remove("name");
    return connection;
  }

  /** Runs it and waits; gives the run. */
  static JsonNode run(TestServer server, Client client) throws Exception {
    var reply = client.post(CRM + "/run", "");
    assertThat(reply.status()).as(reply.text()).isEqualTo(202);
    Job job =
        server.services().rules().jobs().await(reply.json().path("job").asString()).orElseThrow();
    JsonNode run = client.get(CRM + "/runs").json().path("runs").get(0);
    assertThat(run.path("job").asString()).isEqualTo(job.id());
    return run;
  }

  static List<Long> counts(JsonNode run) {
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
    return Stream.of("read", "added", "changed", "unchanged", "rejected")
        .map(name -> run.path("counts").path(name).asLong())
        .toList();
  }
}
