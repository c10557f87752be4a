package dev.winnow.http;

import dev.winnow.imports.Counts;
import dev.winnow.imports.ImportRun;
import dev.winnow.imports.Imports;
import dev.winnow.imports.Live;
import dev.winnow.imports.PreviewRow;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Imports as they are answered. */
record ImportJson(Imports imports) {
  byte[] one(ImportRun run) {
    return Json.write(json -> write(json, run));
  }

  byte[] list(List<ImportRun> runs) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("imports");
          runs.forEach(run -> write(json, run));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void write(JsonGenerator json, ImportRun run) {
    json.writeStartObject();
    json.writeStringProperty("id", run.id());
    json.writeStringProperty("name", run.upload().name());
    number(json, "size", run.upload().size());
    json.writeNumberProperty("received", run.upload().received());
    json.writeBooleanProperty("stored", run.upload().stored());
    json.writeStringProperty("state", run.state().code());
    json.writeStringProperty("by", run.by());
    json.writeStringProperty("createdAt", run.times().createdAt().toString());
    json.writeName("startedAt");
    run.times().startedAt().ifPresentOrElse(at -> json.writeString(at.toString()), json::writeNull);
    json.writeName("finishedAt");
    run.times()
        .finishedAt()
        .ifPresentOrElse(at -> json.writeString(at.toString()), json::writeNull);
    json.writeName("job");
    run.job().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeName("progress");
    imports.live(run.id()).ifPresentOrElse(live -> progress(json, live), json::writeNull);
    raw(json, "format", run.plan().format());
    raw(json, "mapping", run.plan().mapping());
    json.writeStringProperty("mappingName", run.plan().mappingName());
    json.writeStringProperty("source", run.plan().source());
    json.writeStringProperty("mode", run.plan().mode().code());
    json.writeNumberProperty("rows", run.plan().rows());
    counts(json, imports.live(run.id()).map(Live::counts).orElse(run.counts()));
    json.writeName("problem");
    run.problem()
        .ifPresentOrElse(
            failure -> Problems.write(json, failure.code(), failure.faults()), json::writeNull);
    json.writeBooleanProperty("undoable", run.undoable());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, long value) {
    if (value < 0) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }

  private static void raw(JsonGenerator json, String name, String value) {
    json.writeName(name);
    if (value.isEmpty()) {
      json.writeNull();
    } else {
      json.writeRawValue(value);
    }
  }

  private static void progress(JsonGenerator json, Live live) {
    json.writeStartObject();
    json.writeNumberProperty("done", live.done());
    json.writeNumberProperty("total", live.total());
    json.writeNumberProperty("rowsPerSecond", Math.round(live.rowsPerSecond()));
    json.writeNumberProperty("secondsLeft", live.secondsLeft());
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, Counts counts) {
    json.writeObjectPropertyStart("counts");
    json.writeNumberProperty("read", counts.read());
    json.writeNumberProperty("added", counts.added());
    json.writeNumberProperty("changed", counts.changed());
    json.writeNumberProperty("unchanged", counts.unchanged());
    json.writeNumberProperty("duplicates", counts.duplicates());
    json.writeNumberProperty("rejected", counts.rejected());
    json.writeNumberProperty("archived", counts.archived());
    json.writeNumberProperty("skipped", counts.skipped());
    json.writeNumberProperty("kept", counts.kept());
    json.writeArrayPropertyStart("parts");
    for (Counts.PartCounts part : counts.parts()) {
      json.writeStartObject();
      json.writeStringProperty("rows", part.rows());
      json.writeNumberProperty("added", part.added());
      json.writeNumberProperty("changed", part.changed());
      json.writeNumberProperty("unchanged", part.unchanged());
      json.writeNumberProperty("skipped", part.skipped());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes the member {@code preview}. */
  static void preview(JsonGenerator json, List<PreviewRow> rows) {
    json.writeArrayPropertyStart("preview");
    for (PreviewRow row : rows) {
      json.writeStartObject();
      json.writeNumberProperty("row", row.row());
      json.writeArrayPropertyStart("parts");
      for (PreviewRow.Part part : row.parts()) {
        json.writeStartObject();
        json.writeStringProperty("rows", part.rows());
        json.writeStringProperty("id", part.id());
        json.writeName("fields");
        json.writeRawValue(part.fields().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("faults");
      row.faults()
          .forEach(
              fault -> {
                json.writeStartObject();
                json.writeStringProperty("column", Problems.clip(fault.pointer()));
                json.writeStringProperty("detail", Problems.clip(fault.detail()));
                json.writeStringProperty("expected", Problems.clip(fault.expected()));
                json.writeEndObject();
              });
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
