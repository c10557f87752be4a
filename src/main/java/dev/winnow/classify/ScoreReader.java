package dev.winnow.classify;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads score rules. */
final class ScoreReader {
  private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000_000);
  private static final List<String> PART_KEYS =
      List.of("field", "weight", "normalise", "from", "to", "missing");
  private static final List<String> NORMALISE = List.of("minmax", "percentile", "log", "fixed");

  private final RuleFields fields;

  ScoreReader(RuleFields fields) {
    this.fields = fields;
  }

  Rule read(RuleNode rule) {
    rule.keys(List.of("kind", "facet", "parts", "bands"));
    Optional<Field> facet = fields.facet(rule);
    List<RuleNode> nodes = rule.required("parts").items(1);
    List<Rule.Part> parts = nodes.stream().map(this::part).toList();
    once(parts, nodes);
    if (!parts.isEmpty() && parts.stream().allMatch(part -> part.weight().signum() == 0)) {
      rule.get("parts").fault("All weights are 0.", "At least one must be something else.");
    }
    List<Rule.ScoreBand> bands =
        new BandsReader<>(fields, facet, RuleNode::number)
            .read(rule.required("bands")).stream()
                .map(band -> new Rule.ScoreBand(band.grade(), band.from()))
                .toList();
    return new Rule.Score(LevelReaders.name(facet), parts, bands);
  }

  private static void once(List<Rule.Part> parts, List<RuleNode> nodes) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < parts.size(); i++) {
      String field = parts.get(i).field();
      if (!field.isEmpty() && !seen.add(field)) {
        nodes
            .get(i)
            .get("field")
            .fault("The field " + Excerpt.quoted(field) + " is weighed twice.", "Give it once.");
      }
    }
  }

  private Rule.Part part(RuleNode node) {
    node.keys(PART_KEYS);
    Optional<Field.Ordered> field = fields.ordered(node, "field");
    BigDecimal weight = node.required("weight").number(MOST_WEIGHT.negate(), MOST_WEIGHT);
    String word = node.required("normalise").word(NORMALISE);
    Rule.Normalise normalise =
        switch (word) {
          case "percentile" -> new Rule.Normalise.Percentile();
          case "log" -> new Rule.Normalise.Log();
          case "fixed" -> fixed(node, field);
          case String _ -> new Rule.Normalise.MinMax();
        };
    if (!word.equals("fixed")) {
      refuse(node, "from");
      refuse(node, "to");
    }
    Optional<BigDecimal> missing =
        node.optional("missing").map(n -> n.number(BigDecimal.ZERO, BigDecimal.ONE));
    return new Rule.Part(LevelReaders.name(field), weight, normalise, missing);
  }

  private static void refuse(RuleNode part, String key) {
    part.optional(key)
        .ifPresent(
            node ->
                node.fault(
                    "\"" + key + "\" belongs to \"normalise\": \"fixed\".", "Leave it out."));
  }

  private Rule.Normalise fixed(RuleNode node, Optional<Field.Ordered> field) {
    int before = node.faults().size();
    long from = fields.amount(node.required("from"), field);
    long to = fields.amount(node.required("to"), field);
    if (from >= to && node.faults().size() == before) {
      node.get("to").fault("The range ends before it begins.", "\"to\" must be above \"from\".");
    }
    return new Rule.Normalise.Fixed(from, to);
  }
}
