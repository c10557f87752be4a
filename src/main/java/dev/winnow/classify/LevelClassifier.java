package dev.winnow.classify;

import java.util.List;
import java.util.Optional;

/** Grades by thresholds on one field. */
final class LevelClassifier extends RuleClassifier {
  private final int[] levels;
  private final Thresholds thresholds;
  private final int missing;

  /**
   * @param levels the grades from the lowest amounts up
   * @param thresholds between them; at most one less
   */
  LevelClassifier(Rule rule, List<String> levels, Thresholds thresholds, Optional<String> missing) {
    super(rule);
    this.levels = levels.stream().mapToInt(this::index).toArray();
    this.thresholds = thresholds;
    this.missing = index(missing);
  }

  @Override
  public int grade(Inputs customer) {
    long amount = customer.amount(0);
    return amount == Inputs.MISSING
        ? missing
        : levels[thresholds.passed(amount, customer.number())];
  }
}
