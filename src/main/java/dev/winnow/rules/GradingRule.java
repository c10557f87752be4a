package dev.winnow.rules;

import dev.winnow.classify.CutPoints;
import dev.winnow.schema.Label;
import java.util.Optional;

/**
 * A rule as it is now. It has a published version, a draft, or both.
 *
 * @param id 1 to 64 lower-case letters, digits and hyphens; never changes
 * @param tag grows with every change of anything here
 * @param published the newest version; also of a retired rule
 * @param retired it grades nobody; the facet shows what was given
 * @param busy a version is being published
 */
public record GradingRule(
    String id,
    Label name,
    int tag,
    Optional<RuleVersion> published,
    boolean retired,
    Optional<RuleDraft> draft,
    boolean busy) {
  /** Where a rule stands. */
  public enum State {
    DRAFT,
    PUBLISHED,
    RETIRED
  }

  public State state() {
    if (retired) {
      return State.RETIRED;
    }
    return published.isPresent() ? State.PUBLISHED : State.DRAFT;
  }

  /** The published definition, else the draft's. */
  public Definition definition() {
    return published
        .map(RuleVersion::definition)
        .or(() -> draft.map(RuleDraft::definition))
        .orElseThrow();
  }

  /** The cut points by which it grades now. */
  public CutPoints cutPoints() {
    return published.flatMap(RuleVersion::cutPoints).orElse(CutPoints.NONE);
  }

  /** The name of the facet that it grades, or would grade. */
  public String facet() {
    return definition().facet();
  }

  /** Whether customers are graded by it. */
  public boolean holds() {
    return state() == State.PUBLISHED
        && published.orElseThrow().definition().fits()
        && published.orElseThrow().cutPoints().isPresent();
  }

  /** Whether it would grade customers if it knew its cut points. */
  public boolean awaitsCustomers() {
    return state() == State.PUBLISHED
        && published.orElseThrow().definition().fits()
        && published.orElseThrow().cutPoints().isEmpty();
  }
}
