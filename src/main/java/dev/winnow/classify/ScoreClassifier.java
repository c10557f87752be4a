package dev.winnow.classify;

import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.util.List;

/**
 * Grades by a weighted sum. It is computed in binary floating point and rounded to nine decimals,
 * so that 0.1 + 0.2 reaches a band that begins at 0.3.
 */
final class ScoreClassifier extends RuleClassifier {
  private static final int DECIMALS = 9;
  private static final double UNIT = 1e9;

  private final Normaliser[] normalisers;
  private final double[] weights;
  private final double[] missing;
  private final Thresholds bands;
  private final int[] levels;

  ScoreClassifier(Rule.Score rule, CutPoints points, Schema schema) {
    super(rule);
    List<Rule.Part> parts = rule.parts();
    normalisers =
        parts.stream()
            .map(part -> Normaliser.of(part, points, Decimals.of(schema, part.field())))
            .toArray(Normaliser[]::new);
    weights = parts.stream().mapToDouble(part -> part.weight().doubleValue()).toArray();
    missing =
        parts.stream()
            .mapToDouble(part -> part.missing().map(BigDecimal::doubleValue).orElse(Double.NaN))
            .toArray();
    List<BigDecimal> from =
        rule.bands().stream().skip(1).map(band -> band.from().orElseThrow()).toList();
    bands = Thresholds.of(from, DECIMALS, false);
    levels = rule.bands().stream().mapToInt(band -> index(band.grade())).toArray();
  }

  @Override
  public int grade(Inputs customer) {
    double score = score(customer);
    return Double.isNaN(score) ? UNGRADED : levels[bands.passed(Math.round(score * UNIT), 0)];
  }

  /** Not a number when something is missing that the rule has no substitute for. */
  double score(Inputs customer) {
    double score = 0;
    for (int i = 0; i < normalisers.length; i++) {
      long amount = customer.amount(i);
      double normal = amount == Inputs.MISSING ? missing[i] : normalisers[i].of(amount);
      score += weights[i] * normal;
    }
    return score;
  }
}
