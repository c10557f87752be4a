package dev.winnow.rules;

import dev.winnow.classify.RuleReader;
import dev.winnow.problem.WinnowException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Rules from their stored form, for the fields of today. */
record RuleLoader(RuleReader reader, RuleTables tables) {
  /**
   * A definition from outside.
   *
   * @throws WinnowException INVALID_RULE with pointers below {@value Rules#POINTER}
   */
  Definition read(JsonNode json) {
    return new Definition.Readable(json, reader.read(json, Rules.POINTER));
  }

  /** A definition that was stored. */
  Definition load(JsonNode json) {
    try {
      return read(json);
    } catch (WinnowException e) {
      return new Definition.Broken(json, e.faults());
    }
  }

  /** All rules, by id. */
  SortedMap<String, GradingRule> all() {
    SortedMap<String, GradingRule> loaded = new TreeMap<>();
    tables.current().forEach(stored -> loaded.put(stored.id(), rule(stored)));
    return Collections.unmodifiableSortedMap(loaded);
  }

  private GradingRule rule(StoredRule stored) {
    return new GradingRule(
        stored.id(),
        stored.name(),
        stored.tag(),
        tables.version(stored.id(), stored.version()).map(this::version),
        stored.retired(),
        stored.draft().map(this::draft),
        stored.order().isPresent());
  }

  private RuleDraft draft(StoredRule.Draft stored) {
    return new RuleDraft(load(stored.definition()), stored.savedBy(), stored.savedAt());
  }

  RuleVersion version(StoredRule.Version stored) {
    return new RuleVersion(
        stored.version(),
        load(stored.definition()),
        stored.cutPoints(),
        stored.comment(),
        stored.publishedBy(),
        stored.publishedAt(),
        stored.sizes());
  }
}
