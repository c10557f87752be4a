package dev.winnow.classify;

import dev.winnow.schema.Field;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads lifecycle rules. */
final class LifecycleReader {
  private static final int MOST_DAYS = 36_500;
  private static final int FACTOR_DECIMALS = 3;
  private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(1000);
  private static final String OWN = "own-interval";
  private static final List<String> KEYS =
      List.of(
          "kind",
          "facet",
          "first",
          "last",
          "count",
          "newDays",
          "mode",
          "atRiskAfter",
          "churnedAfter",
          "interval",
          "leastInterval",
          "grades");

  private final RuleFields fields;
  private final RuleNode rule;

  LifecycleReader(RuleFields fields, RuleNode rule) {
    this.fields = fields;
    this.rule = rule;
  }

  Rule read() {
    rule.keys(KEYS);
    Optional<Field> facet = fields.facet(rule);
    boolean own = rule.required("mode").word(List.of("fixed", OWN)).equals(OWN);
    if (own) {
      rule.required("count");
    } else {
      refuse("interval");
      refuse("leastInterval");
    }
    return new Rule.Lifecycle(
        LevelReaders.name(facet),
        fields.date(rule, "first"),
        fields.date(rule, "last"),
        rule.optional("count").map(_ -> fields.count(rule, "count")),
        rule.required("newDays").whole(0, MOST_DAYS),
        own ? ownInterval() : fixed(),
        stages(facet));
  }

  private void refuse(String key) {
    rule.optional(key)
        .ifPresent(
            node ->
                node.fault(
                    "\"" + key + "\" belongs to the mode \"" + OWN + "\".", "Leave it out."));
  }

  private Rule.Rhythm fixed() {
    int atRisk = rule.required("atRiskAfter").whole(1, MOST_DAYS);
    int churned = rule.required("churnedAfter").whole(1, MOST_DAYS);
    inOrder(BigDecimal.valueOf(atRisk), BigDecimal.valueOf(churned));
    return new Rule.Rhythm.Fixed(atRisk, churned);
  }

  private Rule.Rhythm ownInterval() {
    BigDecimal atRisk = factor("atRiskAfter");
    BigDecimal churned = factor("churnedAfter");
    inOrder(atRisk, churned);
    return new Rule.Rhythm.OwnInterval(
        atRisk,
        churned,
        rule.optional("interval").map(node -> node.whole(1, MOST_DAYS)),
        rule.optional("leastInterval").map(node -> node.whole(1, MOST_DAYS)).orElse(1));
  }

  private BigDecimal factor(String key) {
    BigDecimal factor = rule.required(key).number(FACTOR_DECIMALS);
    if (rule.has(key) && (factor.signum() <= 0 || factor.compareTo(MOST_FACTOR) > 0)) {
      rule.get(key)
          .fault(
              factor.toPlainString() + " is not a number of intervals.",
              "It must be over 0 and at most " + MOST_FACTOR + ".");
    }
    return factor;
  }

  private void inOrder(BigDecimal atRisk, BigDecimal churned) {
    if (rule.has("atRiskAfter") && rule.has("churnedAfter") && atRisk.compareTo(churned) >= 0) {
      rule.get("churnedAfter")
          .fault(
              "Customers would be churned before they are at risk.",
              "It must be over " + atRisk.toPlainString() + ".");
    }
  }

  private Rule.Stages stages(Optional<Field> facet) {
    RuleNode grades = rule.get("grades");
    if (rule.has("grades")) {
      grades.keys(List.of("prospect", "new", "active", "atRisk", "churned"));
    }
    Rule.Stages usual = Rule.Stages.USUAL;
    return new Rule.Stages(
        stage(grades, "prospect", usual.prospect(), facet),
        stage(grades, "new", usual.newcomer(), facet),
        stage(grades, "active", usual.active(), facet),
        stage(grades, "atRisk", usual.atRisk(), facet),
        stage(grades, "churned", usual.churned(), facet));
  }

  private String stage(RuleNode grades, String key, String usual, Optional<Field> facet) {
    if (grades.has(key)) {
      return fields.value(grades.get(key), facet);
    }
    fields.check(grades.get(key), usual, facet);
    return usual;
  }
}
