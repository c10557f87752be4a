package dev.winnow.http;

import dev.winnow.connections.Connection;
import dev.winnow.connections.ConnectionDraft;
import dev.winnow.tables.JdbcSource;
import dev.winnow.tables.Row;
import dev.winnow.tables.Watermark;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Tries a standing connection out before it is kept: connects, and shows the first rows that its
 * query gives.
 */
final class ConnectionTrial {
  private static final int SHOWN = 20;
  private static final int READ = 1_000;
  private static final int MAX_CELL = 500;

  private final ConnectionServices services;

  ConnectionTrial(Services services) {
    this.services = services.connections();
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
                rows -> answer(rows, begun));
    call.json(answer);
  }

  private Connection connection(String name, Call call) throws IOException {
    if (call.http().req().getContentLengthLong() == 0) {
      return services.connections().get(name);
    }
    ConnectionDraft draft = new ConnectionInput(Body.json(call.http())).draft();
    return services.connections().drafted(name, draft, call.caller().name());
  }

  private static byte[] answer(JdbcSource source, long begun) {
    List<Row> rows = new ArrayList<>();
    source.forEachRemaining(rows::add);
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("millis", millis);
          json.writeNumberProperty("rows", rows.size());
          json.writeBooleanProperty("more", rows.size() == READ);
          json.writeStringProperty(
              "watermark", source.greatest().map(Watermark::text).orElse(null));
          texts(json, "header", source.header());
          json.writeArrayPropertyStart("first");
          for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            json.writeStartArray();
            row.cells().forEach(cell -> json.writeString(clip(cell)));
            json.writeEndArray();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static String clip(String cell) {
    return cell.length() > MAX_CELL ? cell.substring(0, MAX_CELL) + "…" : cell;
  }
}
