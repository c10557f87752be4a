package dev.winnow.http;

import dev.winnow.connections.Connection;
import dev.winnow.connections.ConnectionDraft;
import dev.winnow.imports.Imports;
import dev.winnow.imports.Inspection;
import dev.winnow.tables.JdbcSource;
import dev.winnow.tables.Row;
import dev.winnow.tables.TableProfile;
import dev.winnow.tables.TableProfiler;
import dev.winnow.tables.Watermark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Tries a standing connection out before it is kept: connects, and shows the first rows that its
 * query gives, what its columns hold, and how they could be mapped.
 */
final class ConnectionTrial {
  private static final int SHOWN = 20;
  private static final int READ = 1_000;

  private final ConnectionServices services;
  private final Imports imports;

  ConnectionTrial(Services services) {
    this.services = services.connections();
    this.imports = services.imports();
  }

  /** Of the connection as it is kept, or as the body says it is to be. */
  void test(Call call) throws IOException {
    new Params(call.http()).check();
    String name = call.path("name");
    Connection connection = connection(name, call);
    long begun = System.nanoTime();
    byte[] answer =
        services
            .reader()
            .tryOut(
                connection,
                services.connections().state(name),
                READ,
                rows -> answer(connection, rows, begun));
    call.json(answer);
  }

  private Connection connection(String name, Call call) throws IOException {
    if (call.http().req().getContentLengthLong() == 0) {
      return services.connections().get(name);
    }
    ConnectionDraft draft = new ConnectionInput(Body.json(call.http())).draft();
    return services.connections().drafted(name, draft, call.caller().name());
  }

  private byte[] answer(Connection connection, JdbcSource source, long begun) {
    TableProfile profile = TableProfiler.profile(source, _ -> {});
    List<String> header = source.header();
    Inspection seen = new Inspection(List.of(), true, List.of(), header, profile);
    byte[] proposal = ProposalJson.of(imports.propose(seen, connection.label()));
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("millis", millis);
          json.writeNumberProperty("rows", profile.rows());
          json.writeBooleanProperty("more", profile.rows() == READ);
          json.writeStringProperty(
              "watermark", source.greatest().map(Watermark::text).orElse(null));
          json.writeArrayPropertyStart("header");
          header.forEach(name -> json.writeString(Problems.clip(name)));
          json.writeEndArray();
          json.writeArrayPropertyStart("first");
          profile.first().stream().limit(SHOWN).forEach(row -> write(json, row));
          json.writeEndArray();
          json.writeArrayPropertyStart("columns");
          profile.columns().forEach(column -> TableJson.write(json, column));
          json.writeEndArray();
          json.writeName("proposal");
          json.writeRawValue(new String(proposal, StandardCharsets.UTF_8));
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Row row) {
    json.writeStartArray();
    row.cells().forEach(cell -> json.writeString(Problems.clip(cell)));
    json.writeEndArray();
  }
}
