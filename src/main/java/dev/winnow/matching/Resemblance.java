package dev.winnow.matching;

import java.util.Comparator;
import java.util.List;

/**
 * How likely two records are the same customer.
 *
 * @param score 0 to 1, a probability as far as the weights are right
 * @param reasons the weightiest first
 * @param differentCodes whether both have a code and none in common: a person has to decide then
 */
public record Resemblance(double score, List<Reason> reasons, boolean differentCodes) {
  /** Bits against any two records that share a key: most of them are not the same customer. */
  private static final double PRIOR = -10;

  private static final double NEARLY_ONE = 1 - 1e-9;

  public Resemblance {
    reasons = List.copyOf(reasons);
  }

  /** What reasons have to weigh at least for a score; no more for one of 1 than for nearly 1. */
  static double bits(double score) {
    double below = Math.min(score, NEARLY_ONE);
    return Math.log(below / (1 - below)) / Math.log(2) - PRIOR;
  }

  static Resemblance of(List<Reason> reasons, boolean differentCodes) {
    double bits = PRIOR + reasons.stream().mapToDouble(Reason::weight).sum();
    return new Resemblance(
        1 / (1 + Math.pow(2, -bits)),
        reasons.stream()
            .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight())))
            .toList(),
        differentCodes);
  }
}
