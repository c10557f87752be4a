package dev.winnow.classify;

import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import java.util.List;
import java.util.Optional;

/** Says scores as ranges of the fields, so that those who have them can be searched for. */
final class RfmConditions {
  private final Rule.Rfm rule;
  private final RfmScores scores;

  RfmConditions(Rule.Rfm rule, RfmScores scores) {
    this.rule = rule;
    this.scores = scores;
  }

  /** Those with both scores and a monetary value; empty when no condition can tell them apart. */
  Optional<Condition> of(int r, int f) {
    if (scores.recency().byNumber() || scores.frequency().byNumber()) {
      return Optional.empty();
    }
    Condition monetary = new Condition.Exists(rule.monetary().field(), true);
    return Optional.of(new Condition.All(List.of(recency(r), frequency(f), monetary)));
  }

  private Condition frequency(int f) {
    Thresholds cuts = scores.frequency();
    int passed = f - 1;
    if (passed > cuts.count()) {
      return Condition.NOBODY;
    }
    Optional<Long> least = passed == 0 ? Optional.empty() : Optional.of(cuts.at(passed - 1));
    Optional<Long> most =
        passed == cuts.count() ? Optional.empty() : Optional.of(cuts.at(passed) - 1);
    return range(rule.frequency().field(), least, most);
  }

  /** More days mean an earlier date; what lies in the future counts as today. */
  private Condition recency(int r) {
    Thresholds cuts = scores.recency();
    int passed = rule.scores() - r;
    if (passed > cuts.count() || (passed < cuts.count() && cuts.at(passed) <= 0)) {
      return Condition.NOBODY;
    }
    Optional<Long> latest =
        passed == 0 || cuts.at(passed - 1) <= 0
            ? Optional.empty()
            : Optional.of(scores.day() - cuts.at(passed - 1));
    Optional<Long> earliest =
        passed == cuts.count() ? Optional.empty() : Optional.of(scores.day() - cuts.at(passed) + 1);
    return range(rule.recency().field(), earliest, latest);
  }

  private static Condition range(String field, Optional<Long> from, Optional<Long> to) {
    if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
      return Condition.NOBODY;
    }
    return from.isEmpty() && to.isEmpty()
        ? new Condition.Exists(field, true)
        : new Condition.Range(field, from.map(RfmConditions::end), to.map(RfmConditions::end));
  }

  private static Bound end(long value) {
    return new Bound.Fixed(value, true);
  }
}
