package dev.winnow.classify;

/** Grades by a table of segments over the three scores. */
final class RfmClassifier extends RuleClassifier {
  private final Rule.Rfm rule;
  private final RfmScores scores;

  /** The grade of r, f and m. */
  private final int[][][] table;

  private final int missing;

  RfmClassifier(Rule.Rfm rule, RfmScores scores) {
    super(rule);
    this.rule = rule;
    this.scores = scores;
    this.missing = index(rule.missing());
    int size = rule.scores() + 1;
    table = new int[size][size][size];
    for (int r = 1; r < size; r++) {
      for (int f = 1; f < size; f++) {
        for (int m = 1; m < size; m++) {
          table[r][f][m] = segment(r, f, m);
        }
      }
    }
  }

  private int segment(int r, int f, int m) {
    for (Rule.RfmSegment segment : rule.segments()) {
      if (segment.r().contains(r)
          && segment.f().contains(f)
          && segment.m().contains(m)
          && segment.sum().contains(r + f + m)) {
        return index(segment.grade());
      }
    }
    return index(rule.otherwise());
  }

  @Override
  public int grade(Inputs customer) {
    return scores.complete(customer)
        ? of(scores.r(customer), scores.f(customer), scores.m(customer))
        : missing;
  }

  Rule.Rfm rule() {
    return rule;
  }

  RfmScores scores() {
    return scores;
  }

  /** The grade of three scores. */
  int of(int r, int f, int m) {
    return table[r][f][m];
  }
}
