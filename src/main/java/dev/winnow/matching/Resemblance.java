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

  public Resemblance {
    reasons = List.copyOf(reasons);
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
