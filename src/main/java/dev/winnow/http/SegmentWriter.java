package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.engine.Engine;
import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import dev.winnow.segment.Segment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes segments as JSON, each with its present count. */
final class SegmentWriter {
  private final Engine engine;
  private final Conditions conditions;

  SegmentWriter(Services services, Conditions conditions) {
    this.engine = services.engine();
    this.conditions = conditions;
  }

  byte[] one(Call call, Segment segment) {
    Counted counted = count(call, List.of(segment)).getFirst();
    return Json.write(json -> write(json, counted));
  }

  byte[] list(Call call, List<Segment> segments) {
    List<Counted> all = count(call, segments);
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("segments");
          all.forEach(counted -> write(json, counted));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  byte[] versions(List<Segment> versions) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("versions");
          for (Segment version : versions) {
            json.writeStartObject();
            json.writeNumberProperty("version", version.version());
            json.writeStringProperty("name", version.name());
            writeCondition(json, version);
            writeChange(json, version);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /**
   * @param count empty when the condition no longer fits the fields
   */
  private record Counted(Segment segment, Optional<Long> count, List<Fault> faults) {}

  private record Resolved(Segment segment, Optional<Condition> condition, List<Fault> faults) {}

  /** All at the same moment. */
  private List<Counted> count(Call call, List<Segment> segments) {
    List<Resolved> resolved = segments.stream().map(segment -> resolve(call, segment)).toList();
    Iterator<Long> counts =
        engine
            .counts(resolved.stream().flatMap(each -> each.condition().stream()).toList())
            .iterator();
    List<Counted> counted = new ArrayList<>();
    for (Resolved each : resolved) {
      Optional<Long> count = each.condition().map(_ -> counts.next());
      counted.add(new Counted(each.segment(), count, each.faults()));
    }
    return counted;
  }

  /**
   * A segment, or one that it refers to, may no longer fit the fields; it is listed all the same.
   */
  private Resolved resolve(Call call, Segment segment) {
    try {
      return new Resolved(
          segment, Optional.of(conditions.resolve(call, segment.condition())), List.of());
    } catch (WinnowException e) {
      return new Resolved(segment, Optional.empty(), e.faults());
    }
  }

  private void write(JsonGenerator json, Counted counted) {
    Segment segment = counted.segment();
    json.writeStartObject();
    json.writeStringProperty("id", segment.id());
    json.writeStringProperty("name", segment.name());
    json.writeStringProperty("folder", segment.folder());
    json.writeStringProperty("note", segment.note());
    writeCondition(json, segment);
    json.writeBooleanProperty("archived", segment.archived());
    json.writeNumberProperty("version", segment.version());
    json.writeStringProperty("createdBy", segment.createdBy());
    json.writeStringProperty("createdAt", segment.createdAt().toString());
    writeChange(json, segment);
    if (counted.count().isPresent()) {
      json.writeNumberProperty("count", counted.count().get());
    } else {
      json.writeNullProperty("count");
      Problems.write(json, counted.faults());
    }
    json.writeEndObject();
  }

  private static void writeChange(JsonGenerator json, Segment segment) {
    json.writeStringProperty("changedBy", segment.changedBy());
    json.writeStringProperty("changedAt", segment.changedAt().toString());
    json.writeStringProperty("comment", segment.comment());
  }

  private void writeCondition(JsonGenerator json, Segment segment) {
    json.writeName("condition");
    json.writeTree(segment.saved().json());
    if (segment.faults().isEmpty()) {
      conditions.writeSentence(json, segment.condition());
    } else {
      json.writeNullProperty("wording");
    }
  }
}
