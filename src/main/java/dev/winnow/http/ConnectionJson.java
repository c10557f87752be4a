package dev.winnow.http;

import dev.winnow.connections.Connection;
import dev.winnow.connections.ConnectionRun;
import dev.winnow.connections.ConnectionState;
import dev.winnow.connections.DatabaseKind;
import dev.winnow.connections.RunCounts;
import dev.winnow.connections.Schedule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes standing connections and their runs as JSON; of a password only whether there is one. */
final class ConnectionJson {
  private ConnectionJson() {}

  /**
   * One connection.
   *
   * @param runs its latest runs, the latest first
   */
  static void write(
      JsonGenerator json,
      Connection connection,
      ConnectionState state,
      List<ConnectionRun> runs,
      boolean running) {
    json.writeStartObject();
    json.writeStringProperty("name", connection.name());
    json.writeStringProperty("label", connection.label());
    json.writeStringProperty("url", connection.url());
    json.writeStringProperty("kind", kind(connection.url()));
    json.writeStringProperty("user", connection.user());
    json.writeBooleanProperty("hasPassword", connection.password().isPresent());
    json.writeStringProperty("query", connection.query());
    json.writeName("watermark");
    connection.watermark().ifPresentOrElse(marker -> write(json, marker), json::writeNull);
    json.writeName("schedule");
    write(json, connection.schedule());
    json.writeName("mapping");
    connection.mapping().ifPresentOrElse(json::writeTree, json::writeNull);
    optional(json, "mappingName", connection.mappingName());
    json.writeStringProperty("mode", connection.mode());
    json.writeBooleanProperty("enabled", connection.enabled());
    json.writeNumberProperty("version", connection.version());
    json.writeStringProperty("changedAt", connection.changedAt().toString());
    json.writeStringProperty("changedBy", connection.changedBy());
    json.writeObjectPropertyStart("state");
    json.writeBooleanProperty("running", running);
    optional(json, "watermark", state.watermark());
    optional(json, "nextRunAt", state.nextRunAt().map(Object::toString));
    json.writeNumberProperty("failures", state.failures());
    json.writeName("lastRun");
    runs.stream().findFirst().ifPresentOrElse(run -> write(json, run), json::writeNull);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String kind(String url) {
    return DatabaseKind.of(url).name().toLowerCase(Locale.ROOT);
  }

  private static void write(JsonGenerator json, Connection.Marker marker) {
    json.writeStartObject();
    json.writeStringProperty("column", marker.column());
    json.writeStringProperty("first", marker.first());
    json.writeNumberProperty("overlap", marker.overlap());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Schedule schedule) {
    switch (schedule) {
      case Schedule.Off() -> json.writeNull();
      case Schedule.Every(int minutes) -> {
        json.writeStartObject();
        json.writeNumberProperty("every", minutes);
        json.writeEndObject();
      }
      case Schedule.Daily(var at) -> {
        json.writeStartObject();
        json.writeStringProperty("daily", at.toString());
        json.writeEndObject();
      }
    }
  }

  /** One run. */
  static void write(JsonGenerator json, ConnectionRun run) {
    json.writeStartObject();
    json.writeNumberProperty("number", run.number());
    json.writeStringProperty("state", run.state().code());
    optional(json, "by", run.by());
    json.writeStringProperty("startedAt", run.startedAt().toString());
    optional(json, "finishedAt", run.finishedAt().map(Object::toString));
    optional(json, "from", run.from());
    optional(json, "to", run.to());
    optional(json, "job", run.job());
    optional(json, "import", run.imported());
    json.writeName("counts");
    write(json, run.counts());
    Problems.write(json, run.faults());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, RunCounts counts) {
    json.writeStartObject();
    json.writeNumberProperty("read", counts.read());
    json.writeNumberProperty("added", counts.added());
    json.writeNumberProperty("changed", counts.changed());
    json.writeNumberProperty("unchanged", counts.unchanged());
    json.writeNumberProperty("rejected", counts.rejected());
    json.writeNumberProperty("archived", counts.archived());
    json.writeNumberProperty("skipped", counts.skipped());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, Optional<String> text) {
    json.writeStringProperty(name, text.orElse(null));
  }
}
