package dev.winnow.http;

import dev.winnow.imports.Proposed;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.mapping.Proposal;
import dev.winnow.mapping.Proposal.Target;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Proposed mappings as they are answered. */
final class ProposalJson {
  private ProposalJson() {}

  static byte[] of(Proposed proposed) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeName("mapping");
          json.writeRawValue(MappingWriter.toJson(proposed.proposal().mapping()).toString());
          json.writeArrayPropertyStart("columns");
          proposed.proposal().columns().forEach(column -> write(json, column));
          json.writeEndArray();
          json.writeArrayPropertyStart("questions");
          proposed.proposal().questions().forEach(question -> write(json, question));
          json.writeEndArray();
          json.writeName("saved");
          proposed.saved().ifPresentOrElse(json::writeString, json::writeNull);
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Proposal.Suggestion column) {
    json.writeStartObject();
    json.writeStringProperty("column", column.column());
    json.writeName("target");
    target(json, column.target());
    json.writeNumberProperty("confidence", Math.round(column.confidence() * 100) / 100.0);
    json.writeStringProperty("reason", code(column.reason()));
    json.writeArrayPropertyStart("others");
    column.others().forEach(other -> target(json, Optional.of(other)));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void target(JsonGenerator json, Optional<Target> target) {
    if (target.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("rows", target.get().rows().word());
    json.writeStringProperty("field", target.get().field());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Proposal.Question question) {
    json.writeStartObject();
    json.writeStringProperty("column", question.column());
    json.writeStringProperty("kind", code(question.kind()));
    label(json, "text", question.text());
    json.writeArrayPropertyStart("options");
    for (Proposal.Option option : question.options()) {
      json.writeStartObject();
      json.writeStringProperty("value", option.value());
      label(json, "label", option.label());
      json.writeStringProperty("example", option.example());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void label(JsonGenerator json, String name, Label label) {
    json.writeObjectPropertyStart(name);
    for (Language language : Language.values()) {
      json.writeStringProperty(Conditions.tag(language), label.in(language));
    }
    json.writeEndObject();
  }

  private static String code(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
