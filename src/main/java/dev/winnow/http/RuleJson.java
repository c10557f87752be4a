package dev.winnow.http;

import dev.winnow.classify.CutPoints;
import dev.winnow.classify.RuleWording;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Engine;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetCounts.ValueCount;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Question;
import dev.winnow.rules.Definition;
import dev.winnow.rules.GradingRule;
import dev.winnow.rules.RuleDraft;
import dev.winnow.rules.RuleVersion;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Writes rules as JSON, each with the present sizes of its grades. */
final class RuleJson {
  private final Engine engine;
  private final Schema schema;
  private final Conditions conditions;
  private final RuleWording wording;

  RuleJson(Services services, Conditions conditions) {
    this.engine = services.engine();
    this.schema = services.schema();
    this.conditions = conditions;
    this.wording = new RuleWording(services.schema());
  }

  byte[] list(Call call, List<GradingRule> rules) {
    Map<String, FacetCounts.Values> sizes = sizes(call, rules);
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("rules");
          for (GradingRule rule : rules) {
            json.writeStartObject();
            writeMembers(json, rule, sizes);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  byte[] one(Call call, GradingRule rule) {
    Map<String, FacetCounts.Values> sizes = sizes(call, List.of(rule));
    return Json.write(
        json -> {
          json.writeStartObject();
          writeMembers(json, rule, sizes);
          json.writeName("definition");
          json.writeTree(rule.definition().json());
          writeCutPoints(json, rule.cutPoints());
          json.writeName("draft");
          rule.draft().ifPresentOrElse(draft -> writeDraft(json, draft), json::writeNull);
          json.writeEndObject();
        });
  }

  byte[] versions(List<RuleVersion> versions) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("versions");
          for (RuleVersion version : versions) {
            json.writeStartObject();
            json.writeNumberProperty("version", version.version());
            json.writeName("definition");
            json.writeTree(version.definition().json());
            writeCutPoints(json, version.cutPoints().orElse(CutPoints.NONE));
            writeSentence(json, version.definition(), version.cutPoints());
            json.writeStringProperty("comment", version.comment());
            json.writeStringProperty("publishedAt", version.publishedAt().toString());
            json.writeStringProperty("publishedBy", version.publishedBy());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** Writes {@code "cutPoints": {key: [number, …]}}. */
  static void writeCutPoints(JsonGenerator json, CutPoints points) {
    json.writeObjectPropertyStart("cutPoints");
    for (Map.Entry<String, List<BigDecimal>> entry : points.points().entrySet()) {
      json.writeArrayPropertyStart(entry.getKey());
      entry.getValue().forEach(json::writeNumber);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Writes {@code "sentence": {"en": …, "zh": …}}, or null for what no longer fits the fields. */
  void writeSentence(JsonGenerator json, Definition definition, Optional<CutPoints> points) {
    json.writeName("sentence");
    if (!definition.fits()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    for (Language language : Language.values()) {
      json.writeStringProperty(
          Conditions.tag(language),
          wording.sentence(definition.rule(), points.orElse(CutPoints.NONE), language));
    }
    json.writeEndObject();
  }

  private void writeMembers(
      JsonGenerator json, GradingRule rule, Map<String, FacetCounts.Values> sizes) {
    json.writeStringProperty("id", rule.id());
    writeName(json, rule.name());
    json.writeStringProperty("facet", rule.facet());
    json.writeStringProperty("kind", rule.definition().kind());
    json.writeStringProperty("state", rule.state().name().toLowerCase(Locale.ROOT));
    json.writeBooleanProperty("hasDraft", rule.draft().isPresent());
    json.writeBooleanProperty("busy", rule.busy());
    json.writeBooleanProperty("awaitsCustomers", rule.awaitsCustomers());
    json.writeNumberProperty("version", rule.published().map(RuleVersion::version).orElse(0));
    if (rule.published().isPresent()) {
      RuleVersion version = rule.published().get();
      json.writeStringProperty("publishedAt", version.publishedAt().toString());
      json.writeStringProperty("publishedBy", version.publishedBy());
      json.writeStringProperty("comment", version.comment());
    }
    writeSentence(json, rule.definition(), Optional.of(rule.cutPoints()));
    writeSizes(json, Optional.ofNullable(sizes.get(rule.facet())));
  }

  private static void writeName(JsonGenerator json, Label name) {
    json.writeObjectPropertyStart("name");
    json.writeStringProperty("en", name.en());
    json.writeStringProperty("zh", name.zh());
    json.writeEndObject();
  }

  private void writeDraft(JsonGenerator json, RuleDraft draft) {
    json.writeStartObject();
    json.writeName("definition");
    json.writeTree(draft.definition().json());
    writeSentence(json, draft.definition(), Optional.empty());
    json.writeStringProperty("savedAt", draft.savedAt().toString());
    json.writeStringProperty("savedBy", draft.savedBy());
    json.writeEndObject();
  }

  private static void writeSizes(JsonGenerator json, Optional<FacetCounts.Values> sizes) {
    json.writeArrayPropertyStart("sizes");
    for (ValueCount value : sizes.map(FacetCounts.Values::values).orElse(List.of())) {
      json.writeStartObject();
      json.writeStringProperty("value", value.value());
      json.writeNumberProperty("count", value.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("ungraded", sizes.map(FacetCounts.Values::missing).orElse(0L));
  }

  /** What everyone sees of the facets of some rules, at the same moment. */
  private Map<String, FacetCounts.Values> sizes(Call call, List<GradingRule> rules) {
    List<FacetRequest> facets =
        rules.stream()
            .map(GradingRule::facet)
            .distinct()
            .filter(facet -> schema.field(facet).isPresent())
            .map(facet -> new FacetRequest(facet, FacetRequest.MAX_LIMIT, "", List.of()))
            .toList();
    Condition everyone = conditions.resolve(call, Condition.EVERYONE);
    return engine.search(new Question(everyone, "", facets, List.of(), 0, 0)).facets().stream()
        .flatMap(
            counts ->
                switch (counts) {
                  case FacetCounts.Values values -> List.of(values).stream();
                  case FacetCounts.Histogram _ -> List.<FacetCounts.Values>of().stream();
                })
        .collect(Collectors.toMap(FacetCounts.Values::field, values -> values));
  }
}
