package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a condition as JSON, the way {@link ConditionReader} reads it. Of an anniversary that has
 * been resolved, the first day is not written: as written it always begins today.
 */
public final class ConditionWriter {
  private final Schema schema;

  public ConditionWriter(Schema schema) {
    this.schema = schema;
  }

  /** The JSON form; all fields must be in the schema. */
  public ObjectNode write(Condition condition) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (condition) {
      case Condition.All(List<Condition> parts) -> parts(json.putArray("all"), parts);
      case Condition.Any(List<Condition> parts) -> parts(json.putArray("any"), parts);
      case Condition.Not(Condition part) -> json.set("not", write(part));
      case Condition.In in -> in(json, in);
      case Condition.Range(String field, Optional<Bound> from, Optional<Bound> to) -> {
        json.put("field", field);
        from.ifPresent(bound -> bound(json, ordered(field), bound, "gte", "gt"));
        to.ifPresent(bound -> bound(json, ordered(field), bound, "lte", "lt"));
      }
      case Condition.Anniversary(String field, Optional<Long> _, int days) ->
          json.put("field", field).put("anniversaryWithin", days + "d");
      case Condition.Exists(String field, boolean present) ->
          json.put("field", field).put("exists", present);
      case Condition.Text(String query, List<String> fields) -> {
        json.put("text", query);
        if (!fields.isEmpty()) {
          strings(json.putArray("fields"), fields);
        }
      }
      case Condition.InSegment(String segment) -> json.put("segment", segment);
      case Condition.Bucket(String salt, int from, int to) ->
          json.putObject("bucket").put("salt", salt).put("from", from).put("to", to);
      case Condition.Did did -> did(json, did);
    }
    return json;
  }

  /** Of a window that has been resolved, nothing is written: as written it always ends today. */
  private static void did(ObjectNode json, Condition.Did did) {
    json.put("did", did.kind().word());
    ConditionWriter attributes = new ConditionWriter(did.kind().attributes());
    if (!did.where().equals(Condition.EVERYONE)) {
      json.set("where", attributes.write(did.where()));
    }
    for (Measure measure : did.measures()) {
      ObjectNode range = json.putObject(measure.figure().word());
      if (!measure.of().isEmpty()) {
        range.put("of", measure.of());
      }
      Field.Ordered scale = MeasureScales.of(did.kind(), measure.figure(), measure.of());
      measure.from().ifPresent(bound -> bound(range, scale, bound, "gte", "gt"));
      measure.to().ifPresent(bound -> bound(range, scale, bound, "lte", "lt"));
    }
    did.window()
        .ifPresent(
            window -> {
              switch (window) {
                case Condition.Window.Lookback lookback ->
                    json.put("lookback", RelativeDates.format(lookback));
                case Condition.Window.Days _ -> {}
              }
            });
  }

  private void parts(ArrayNode array, List<Condition> parts) {
    parts.forEach(part -> array.add(write(part)));
  }

  private void in(ObjectNode json, Condition.In in) {
    json.put("field", in.field());
    ArrayNode values = json.putArray("in");
    if (field(in.field()) instanceof Field.Bool) {
      in.values().forEach(value -> values.add(Boolean.parseBoolean(value)));
    } else {
      strings(values, in.values());
    }
  }

  private static void strings(ArrayNode array, List<String> strings) {
    strings.forEach(array::add);
  }

  private static void bound(
      ObjectNode json, Field.Ordered field, Bound bound, String inclusive, String exclusive) {
    String key = bound.inclusive() ? inclusive : exclusive;
    switch (bound) {
      case Bound.Fixed(long value, boolean _) -> fixed(json, key, field, value);
      case Bound.Relative relative -> json.put(key, RelativeDates.format(relative));
    }
  }

  private static void fixed(ObjectNode json, String key, Field.Ordered field, long value) {
    switch (Scale.toJson(field, value)) {
      case BigDecimal number -> json.put(key, number);
      case Object date -> json.put(key, date.toString());
    }
  }

  private Field.Ordered ordered(String name) {
    if (field(name) instanceof Field.Ordered ordered) {
      return ordered;
    }
    throw new IllegalArgumentException("not an ordered field: " + name);
  }

  private Field field(String name) {
    return schema
        .field(name)
        .orElseThrow(() -> new IllegalArgumentException("not in the schema: " + name));
  }
}
