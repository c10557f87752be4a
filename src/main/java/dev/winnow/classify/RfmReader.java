package dev.winnow.classify;

import dev.winnow.classify.QuantileMethod.Ties;
import dev.winnow.schema.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads RFM rules. */
final class RfmReader {
  private static final String TODAY = "today";
  private static final int LEAST_SCORES = 2;
  private static final int MOST_SCORES = 10;
  private static final int USUAL_SCORES = 5;
  private static final List<String> DIMENSIONS =
      List.of(CutPointFinder.RECENCY, CutPointFinder.FREQUENCY, CutPointFinder.MONETARY);
  private static final List<String> KEYS =
      List.of(
          "kind",
          "facet",
          "recency",
          "frequency",
          "monetary",
          "asOf",
          "scores",
          "method",
          "ties",
          "cuts",
          "segments",
          "otherwise",
          "missing");

  private final RuleFields fields;
  private final RuleNode rule;
  private final int scores;

  RfmReader(RuleFields fields, RuleNode rule) {
    this.fields = fields;
    this.rule = rule;
    this.scores =
        rule.optional("scores")
            .map(node -> node.whole(LEAST_SCORES, MOST_SCORES))
            .orElse(USUAL_SCORES);
  }

  Rule read() {
    rule.keys(KEYS);
    rule.optional("method")
        .filter(node -> node.json().isObject())
        .ifPresent(n -> n.keys(DIMENSIONS));
    rule.optional("cuts").ifPresent(node -> node.keys(DIMENSIONS));
    Optional<Field> facet = fields.facet(rule);
    Ties ties = LevelReaders.ties(rule);
    String frequency = LevelReaders.name(fields.quantity(rule, CutPointFinder.FREQUENCY));
    String monetary = LevelReaders.name(fields.quantity(rule, CutPointFinder.MONETARY));
    if (!monetary.isEmpty() && monetary.equals(frequency)) {
      rule.get(CutPointFinder.MONETARY)
          .fault("One field is scored twice.", "Frequency and monetary value are two fields.");
    }
    return new Rule.Rfm(
        LevelReaders.name(facet),
        dimension(CutPointFinder.RECENCY, fields.date(rule, CutPointFinder.RECENCY), ties),
        dimension(CutPointFinder.FREQUENCY, frequency, ties),
        dimension(CutPointFinder.MONETARY, monetary, ties),
        rule.optional("asOf").flatMap(this::asOf),
        scores,
        rule.required("segments").items(1).stream().map(node -> segment(node, facet)).toList(),
        fields.optionalGrade(rule, "otherwise", facet),
        fields.optionalGrade(rule, "missing", facet));
  }

  private Optional<LocalDate> asOf(RuleNode node) {
    if (node.json().isString() && node.text().equals(TODAY)) {
      return Optional.empty();
    }
    return Optional.of(LocalDate.ofEpochDay(RuleFields.day(node)));
  }

  private Rule.Dimension dimension(String key, String field, Ties ties) {
    RuleNode node = rule.required("method");
    QuantileMethod method =
        QuantileMethod.of(
                (node.json().isObject() ? node.required(key) : node).word(QuantileMethod.words()))
            .orElseThrow();
    RuleNode cuts = rule.get("cuts").get(key);
    if (method == QuantileMethod.FIXED) {
      return new Rule.Dimension(field, method, ties, cuts(cuts));
    }
    if (!cuts.json().isMissingNode()) {
      cuts.fault("The cut points are found, not fixed.", "Leave them out or use \"fixed\".");
    }
    return new Rule.Dimension(field, method, ties, List.of());
  }

  private List<BigDecimal> cuts(RuleNode node) {
    if (node.json().isMissingNode()) {
      node.fault("The cut points are missing.", "The method \"fixed\" needs them.");
      return List.of();
    }
    List<RuleNode> items = node.items(scores - 1);
    if (items.size() > scores - 1) {
      node.fault("There are too many cut points.", (scores - 1) + " divide " + scores + " scores.");
    }
    List<BigDecimal> cuts = items.stream().map(RuleNode::number).toList();
    for (int i = 1; i < cuts.size(); i++) {
      if (cuts.get(i).compareTo(cuts.get(i - 1)) <= 0) {
        items.get(i).fault("The cut points are out of order.", "Each is above the one before it.");
      }
    }
    return cuts;
  }

  private Rule.RfmSegment segment(RuleNode node, Optional<Field> facet) {
    node.keys(List.of("grade", "r", "f", "m", "sum"));
    return new Rule.RfmSegment(
        fields.value(node.required("grade"), facet),
        span(node, "r", 1, scores),
        span(node, "f", 1, scores),
        span(node, "m", 1, scores),
        span(node, "sum", DIMENSIONS.size(), DIMENSIONS.size() * scores));
  }

  private static Rule.Span span(RuleNode segment, String key, int least, int most) {
    Optional<RuleNode> node = segment.optional(key);
    if (node.isEmpty()) {
      return new Rule.Span(least, most);
    }
    List<RuleNode> ends = node.get().items(2);
    if (ends.size() != 2) {
      if (ends.size() > 2) {
        node.get().fault("A range has two ends.", "Such as [" + least + ", " + most + "].");
      }
      return new Rule.Span(least, most);
    }
    int from = ends.getFirst().whole(least, most);
    int to = ends.getLast().whole(least, most);
    if (from > to) {
      node.get().fault("The range ends before it begins.", "Such as [" + to + ", " + from + "].");
    }
    return new Rule.Span(from, to);
  }
}
