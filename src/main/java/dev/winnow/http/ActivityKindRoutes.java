package dev.winnow.http;

import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.MeasureScales;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The kinds of activity and what can be asked of them, for those who build conditions. */
final class ActivityKindRoutes {
  private static final int MOST_VALUES = 200;

  private final ActivityServices activities;

  ActivityKindRoutes(ActivityServices activities) {
    this.activities = activities;
  }

  void kinds(Call call) {
    new Params(call.http()).check();
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("kinds");
              for (ActivityKind kind : ActivityKind.values()) {
                write(json, kind);
              }
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  private void write(JsonGenerator json, ActivityKind kind) {
    json.writeStartObject();
    json.writeStringProperty("kind", kind.word());
    writeLabel(json, "label", kind.label());
    json.writeArrayPropertyStart("attributes");
    for (Field field : kind.attributes().fields().values()) {
      json.writeStartObject();
      json.writeStringProperty("name", field.name());
      json.writeStringProperty("type", SchemaRoutes.type(field));
      writeLabel(json, "label", field.label());
      if (field instanceof Field.Keyword keyword) {
        writeValues(json, kind, keyword);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    List<Figure> figures =
        Arrays.stream(Figure.values()).filter(figure -> isPossible(kind, figure)).toList();
    json.writeArrayPropertyStart("measures");
    figures.forEach(figure -> json.writeString(figure.word()));
    json.writeEndArray();
    json.writeObjectPropertyStart("measured");
    for (Figure figure : figures) {
      json.writeArrayPropertyStart(figure.word());
      MeasureScales.attributes(kind, figure).forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static boolean isPossible(ActivityKind kind, Figure figure) {
    return switch (figure) {
      case COUNT, FIRST, LAST -> true;
      case SUM, AVERAGE -> !MeasureScales.attributes(kind, figure).isEmpty();
    };
  }

  private void writeValues(JsonGenerator json, ActivityKind kind, Field.Keyword field) {
    Map<String, Label> labels = kind.attributes().valueLabels(field);
    List<String> values =
        labels.isEmpty()
            ? activities.store().values(kind, field.name(), MOST_VALUES)
            : List.copyOf(labels.keySet());
    json.writeArrayPropertyStart("values");
    values.forEach(json::writeString);
    json.writeEndArray();
    if (!labels.isEmpty()) {
      json.writeObjectPropertyStart("labels");
      labels.forEach((value, label) -> writeLabel(json, value, label));
      json.writeEndObject();
    }
  }

  private static void writeLabel(JsonGenerator json, String name, Label label) {
    json.writeObjectPropertyStart(name);
    for (Language language : Language.values()) {
      json.writeStringProperty(Conditions.tag(language), label.in(language));
    }
    json.writeEndObject();
  }
}
