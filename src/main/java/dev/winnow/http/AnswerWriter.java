package dev.winnow.http;

import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.engine.Answer;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetCounts.Histogram;
import dev.winnow.engine.FacetCounts.ValueCount;
import dev.winnow.engine.FacetCounts.Values;
import dev.winnow.engine.Hit;
import dev.winnow.exports.CustomerDocument;
import dev.winnow.schema.Field;
import dev.winnow.schema.Language;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/** Writes what the engine answers as JSON. */
final class AnswerWriter {
  private final Schema schema;
  private final Conditions conditions;
  private final CustomerCodec codec;

  AnswerWriter(Schema schema, Conditions conditions) {
    this.schema = schema;
    this.conditions = conditions;
    this.codec = new CustomerCodec(schema);
  }

  /**
   * @param asked the condition as written, for its wording
   * @param everyone how many customers there are to be found
   * @param millis time that the engine took
   */
  byte[] search(Call call, Condition asked, Answer answer, long everyone, double millis) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("total", answer.total());
          json.writeNumberProperty("everyone", everyone);
          json.writeNumberProperty("tookMs", Math.round(millis * 100) / 100.0);
          writeWording(json, asked);
          json.writeArrayPropertyStart("facets");
          answer.facets().forEach(counts -> writeFacet(json, counts));
          json.writeEndArray();
          json.writeArrayPropertyStart("customers");
          answer.hits().forEach(hit -> writeHit(json, call, hit, false));
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  byte[] suggestions(Call call, List<Hit> hits, List<Values> facets, int limit) {
    record Found(String field, ValueCount value) {}
    List<Found> found =
        facets.stream()
            .flatMap(facet -> facet.values().stream().map(value -> new Found(facet.field(), value)))
            .filter(value -> value.value().count() > 0)
            .sorted(Comparator.comparingLong((Found value) -> value.value().count()).reversed())
            .limit(limit)
            .toList();
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("customers");
          hits.forEach(hit -> writeHit(json, call, hit, true));
          json.writeEndArray();
          json.writeArrayPropertyStart("values");
          for (Found value : found) {
            json.writeStartObject();
            json.writeStringProperty("field", value.field());
            json.writeStringProperty("value", value.value().value());
            json.writeNumberProperty("count", value.value().count());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** The sentence, and the parts of its top level by which it can be taken apart. */
  private void writeWording(JsonGenerator json, Condition asked) {
    List<Clauses.Clause> parts =
        asked instanceof Condition.All(List<Condition> clauses)
            ? IntStream.range(0, clauses.size())
                .mapToObj(i -> new Clauses.Clause("/all/" + i, clauses.get(i)))
                .toList()
            : List.of(new Clauses.Clause("", asked));
    json.writeObjectPropertyStart("wording");
    for (Language language : Language.values()) {
      json.writeObjectPropertyStart(Conditions.tag(language));
      json.writeStringProperty("sentence", conditions.sentence(asked, language));
      json.writeArrayPropertyStart("parts");
      for (Clauses.Clause part : parts) {
        json.writeStartObject();
        json.writeStringProperty("pointer", part.pointer());
        json.writeStringProperty("text", conditions.clause(part.condition(), language));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeFacet(JsonGenerator json, FacetCounts counts) {
    json.writeStartObject();
    json.writeStringProperty("field", counts.field());
    switch (counts) {
      case Values values -> {
        json.writeArrayPropertyStart("values");
        values.values().forEach(value -> writeValue(json, value));
        json.writeEndArray();
        json.writeNumberProperty("distinct", values.distinct());
      }
      case Histogram histogram -> writeHistogram(json, histogram);
    }
    json.writeNumberProperty("missing", counts.missing());
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, ValueCount value) {
    json.writeStartObject();
    json.writeStringProperty("value", value.value());
    json.writeNumberProperty("count", value.count());
    json.writeBooleanProperty("selected", value.selected());
    json.writeBooleanProperty("parent", value.parent());
    json.writeEndObject();
  }

  private void writeHistogram(JsonGenerator json, Histogram histogram) {
    json.writeObjectPropertyStart("histogram");
    json.writeArrayPropertyStart("edges");
    if (schema.field(histogram.field()).orElseThrow() instanceof Field.Ordered field) {
      histogram.edges().forEach(edge -> writeAmount(json, field, edge));
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("counts");
    histogram.counts().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes a point on a field's scale: a number, or a day as a string. */
  static void writeAmount(JsonGenerator json, Field.Ordered field, long amount) {
    switch (Scale.toJson(field, amount)) {
      case BigDecimal number -> json.writeNumber(number);
      case Object day -> json.writeString(day.toString());
    }
  }

  private void writeHit(JsonGenerator json, Call call, Hit hit, boolean titled) {
    json.writeStartObject();
    new CustomerDocument(codec, call.mask()).writeMembers(json, hit.customer());
    if (titled) {
      List<String> title = hit.customer().customer().words(schema.title());
      json.writeStringProperty(
          "title", title.isEmpty() ? hit.customer().customer().id() : title.getFirst());
    }
    json.writeObjectPropertyStart("highlights");
    hit.highlights()
        .forEach(
            (field, marks) -> {
              if (!call.mask().hides(field)) {
                json.writeArrayPropertyStart(field);
                marks.forEach(mark -> writeMark(json, mark));
                json.writeEndArray();
              }
            });
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeMark(JsonGenerator json, Hit.Highlight mark) {
    json.writeStartObject();
    json.writeNumberProperty("value", mark.value());
    json.writeNumberProperty("start", mark.start());
    json.writeNumberProperty("end", mark.end());
    json.writeEndObject();
  }
}
