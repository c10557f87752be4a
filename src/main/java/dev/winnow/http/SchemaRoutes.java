package dev.winnow.http;

import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import dev.winnow.schema.Records;
import dev.winnow.schema.Schema;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The fields of a customer, for those who show or fill them. */
final class SchemaRoutes {
  private final byte[] body;

  SchemaRoutes(Schema schema) {
    this.body =
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("title", schema.title());
              json.writeArrayPropertyStart("fields");
              schema.fields().values().forEach(field -> write(json, field, schema.records()));
              json.writeEndArray();
              json.writeEndObject();
            });
  }

  void schema(Call call) {
    new Params(call.http()).check();
    call.json(body);
  }

  private static void write(JsonGenerator json, Field field, Records records) {
    json.writeStartObject();
    json.writeStringProperty("name", field.name());
    json.writeStringProperty("type", type(field));
    writeLabel(json, field.label());
    json.writeBooleanProperty("facet", field.facet());
    json.writeBooleanProperty("multi", field.multi());
    json.writeBooleanProperty("personal", field.traits().personal());
    json.writeBooleanProperty("required", field.traits().required());
    json.writeBooleanProperty("searched", field.traits().searched());
    Optional.ofNullable(records.kinds().get(field.name()))
        .ifPresent(kind -> json.writeStringProperty("record", kind.word()));
    records.wanted().stream()
        .filter(wanted -> wanted.field().equals(field.name()))
        .findFirst()
        .ifPresent(wanted -> writeWanted(json, wanted));
    switch (field) {
      case Field.Keyword(var _, List<KnownValue> values, boolean closed) ->
          writeValues(json, values, closed);
      case Field.Tree(var _, List<KnownValue> values, boolean closed) ->
          writeValues(json, values, closed);
      case Field.Number(var _, int decimals, String unit) -> {
        json.writeNumberProperty("decimals", decimals);
        json.writeStringProperty("unit", unit);
      }
      case Field.Money(var _, String currency, int decimals) -> {
        json.writeNumberProperty("decimals", decimals);
        json.writeStringProperty("currency", currency);
      }
      case Field.Text _, Field.Bool _, Field.Phone _, Field.Email _, Field.Date _ -> {}
    }
    json.writeEndObject();
  }

  /** The type as it is written in fields.yml. */
  static String type(Field field) {
    return switch (field) {
      case Field.Text _ -> "text";
      case Field.Keyword _ -> "keyword";
      case Field.Tree _ -> "tree";
      case Field.Bool _ -> "boolean";
      case Field.Phone _ -> "phone";
      case Field.Email _ -> "email";
      case Field.Number _ -> "number";
      case Field.Money _ -> "money";
      case Field.Date _ -> "date";
    };
  }

  private static void writeValues(JsonGenerator json, List<KnownValue> values, boolean closed) {
    json.writeArrayPropertyStart("values");
    for (KnownValue value : values) {
      json.writeStartObject();
      json.writeStringProperty("value", value.value());
      writeLabel(json, value.label());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanProperty("closed", closed);
  }

  /** True, or a field with the values of the customers of whom it is wanted. */
  private static void writeWanted(JsonGenerator json, Records.Wanted wanted) {
    if (wanted.by().isEmpty()) {
      json.writeBooleanProperty("wanted", true);
      return;
    }
    json.writeObjectPropertyStart("wanted");
    json.writeArrayPropertyStart(wanted.by());
    wanted.values().stream().sorted().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeLabel(JsonGenerator json, Label label) {
    json.writeObjectPropertyStart("label");
    for (Language language : Language.values()) {
      json.writeStringProperty(Conditions.tag(language), label.in(language));
    }
    json.writeEndObject();
  }
}
