package dev.winnow.classify;

import dev.winnow.classify.Rule.Normalise;
import dev.winnow.classify.Rule.Rhythm;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a rule as JSON, the way {@link RuleReader} reads it. */
public final class RuleWriter {
  private final Schema schema;

  public RuleWriter(Schema schema) {
    this.schema = schema;
  }

  /** The JSON form; all fields must be in the schema. */
  public ObjectNode write(Rule rule) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", RuleKind.of(rule).word()).put("facet", rule.facet());
    switch (rule) {
      case Rule.Bands bands -> bands(json, bands);
      case Rule.Quantiles quantiles -> quantiles(json, quantiles);
      case Rule.Abc abc -> abc(json, abc);
      case Rule.Rfm rfm -> rfm(json, rfm);
      case Rule.Lifecycle lifecycle -> lifecycle(json, lifecycle);
      case Rule.Score score -> score(json, score);
      case Rule.Mapping mapping -> mapping(json, mapping);
    }
    return json;
  }

  private void bands(ObjectNode json, Rule.Bands rule) {
    json.put("field", rule.field());
    ArrayNode bands = json.putArray("bands");
    for (Rule.Band band : rule.bands()) {
      ObjectNode node = bands.addObject().put("grade", band.grade());
      band.from().ifPresent(from -> amount(node, "from", rule.field(), from));
    }
    optional(json, "missing", rule.missing());
  }

  private static void quantiles(ObjectNode json, Rule.Quantiles rule) {
    json.put("field", rule.field());
    rule.levels().forEach(json.putArray("grades")::add);
    json.put("method", rule.method().word()).put("ties", rule.ties().word());
    optional(json, "missing", rule.missing());
  }

  private static void abc(ObjectNode json, Rule.Abc rule) {
    json.put("field", rule.field());
    ArrayNode classes = json.putArray("grades");
    for (Rule.Share share : rule.classes()) {
      ObjectNode node = classes.addObject().put("grade", share.grade());
      share.upTo().ifPresent(upTo -> node.put("upTo", upTo));
    }
    json.put("crossing", rule.crossing());
    optional(json, "missing", rule.missing());
  }

  private static void rfm(ObjectNode json, Rule.Rfm rule) {
    json.put(CutPointFinder.RECENCY, rule.recency().field());
    json.put(CutPointFinder.FREQUENCY, rule.frequency().field());
    json.put(CutPointFinder.MONETARY, rule.monetary().field());
    json.put("asOf", rule.asOf().map(Object::toString).orElse("today"));
    json.put("scores", rule.scores());
    ObjectNode methods = json.putObject("method");
    ObjectNode cuts = JsonNodeFactory.instance.objectNode();
    rule.dimensions()
        .forEach(
            (key, dimension) -> {
              methods.put(key, dimension.method().word());
              if (!dimension.cuts().isEmpty()) {
                dimension.cuts().forEach(cuts.putArray(key)::add);
              }
            });
    json.put("ties", rule.recency().ties().word());
    if (!cuts.isEmpty()) {
      json.set("cuts", cuts);
    }
    ArrayNode segments = json.putArray("segments");
    for (Rule.RfmSegment segment : rule.segments()) {
      ObjectNode node = segments.addObject().put("grade", segment.grade());
      span(node, "r", segment.r());
      span(node, "f", segment.f());
      span(node, "m", segment.m());
      span(node, "sum", segment.sum());
    }
    optional(json, "otherwise", rule.otherwise());
    optional(json, "missing", rule.missing());
  }

  private static void span(ObjectNode json, String key, Rule.Span span) {
    json.putArray(key).add(span.from()).add(span.to());
  }

  private static void lifecycle(ObjectNode json, Rule.Lifecycle rule) {
    json.put("first", rule.first()).put("last", rule.last());
    optional(json, "count", rule.count());
    json.put("newDays", rule.newDays());
    switch (rule.rhythm()) {
      case Rhythm.Fixed(int atRisk, int churned) ->
          json.put("mode", "fixed").put("atRiskAfter", atRisk).put("churnedAfter", churned);
      case Rhythm.OwnInterval own -> {
        json.put("mode", "own-interval");
        json.put("atRiskAfter", own.atRiskAfter()).put("churnedAfter", own.churnedAfter());
        own.interval().ifPresent(days -> json.put("interval", days));
        json.put("leastInterval", own.leastInterval());
      }
    }
    Rule.Stages stages = rule.stages();
    json.putObject("grades")
        .put("prospect", stages.prospect())
        .put("new", stages.newcomer())
        .put("active", stages.active())
        .put("atRisk", stages.atRisk())
        .put("churned", stages.churned());
  }

  private void score(ObjectNode json, Rule.Score rule) {
    ArrayNode parts = json.putArray("parts");
    rule.parts().forEach(part -> part(parts.addObject(), part));
    ArrayNode bands = json.putArray("bands");
    for (Rule.ScoreBand band : rule.bands()) {
      ObjectNode node = bands.addObject().put("grade", band.grade());
      band.from().ifPresent(from -> node.put("from", from));
    }
  }

  private void part(ObjectNode json, Rule.Part part) {
    json.put("field", part.field()).put("weight", part.weight());
    switch (part.normalise()) {
      case Normalise.MinMax _ -> json.put("normalise", "minmax");
      case Normalise.Percentile _ -> json.put("normalise", "percentile");
      case Normalise.Log _ -> json.put("normalise", "log");
      case Normalise.Fixed(long from, long to) -> {
        json.put("normalise", "fixed");
        amount(json, "from", part.field(), from);
        amount(json, "to", part.field(), to);
      }
    }
    part.missing().ifPresent(missing -> json.put("missing", missing));
  }

  private void mapping(ObjectNode json, Rule.Mapping rule) {
    json.put("field", rule.field());
    boolean bool = schema.field(rule.field()).filter(Field.Bool.class::isInstance).isPresent();
    ArrayNode groups = json.putArray("groups");
    for (Rule.Group group : rule.groups()) {
      ArrayNode values = groups.addObject().put("grade", group.grade()).putArray("values");
      List<String> words = group.values();
      words.forEach(
          bool ? word -> values.add(Boolean.parseBoolean(word)) : word -> values.add(word));
    }
    optional(json, "otherwise", rule.otherwise());
    optional(json, "missing", rule.missing());
  }

  private void amount(ObjectNode json, String key, String field, long amount) {
    switch (Scale.toJson(Decimals.ordered(schema, field), amount)) {
      case BigDecimal number -> json.put(key, number);
      case Object date -> json.put(key, date.toString());
    }
  }

  private static void optional(ObjectNode json, String key, Optional<String> value) {
    value.ifPresent(text -> json.put(key, text));
  }
}
