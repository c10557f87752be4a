package dev.winnow.classify;

import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.List;

/** Makes rules ready to grade. */
public final class Classifiers {
  private Classifiers() {}

  /**
   * The rule as a classifier.
   *
   * @param points of this rule; {@link CutPoints#NONE} if it asks for none
   * @param asOf today, for rules that follow it
   */
  public static Classifier of(Rule rule, CutPoints points, Schema schema, LocalDate asOf) {
    return switch (rule) {
      case Rule.Bands bands -> bands(bands);
      case Rule.Quantiles quantiles -> quantiles(quantiles, points, schema);
      case Rule.Abc abc -> abc(abc, points, schema);
      case Rule.Rfm rfm -> new RfmClassifier(rfm, new RfmScores(rfm, points, schema, asOf));
      case Rule.Lifecycle lifecycle -> new LifecycleClassifier(lifecycle, points, asOf);
      case Rule.Score score -> new ScoreClassifier(score, points, schema);
      case Rule.Mapping mapping -> new MappingClassifier(mapping, schema);
    };
  }

  /** Whether grades can change from one day to the next though no customer changes. */
  public static boolean followsToday(Rule rule) {
    return switch (rule) {
      case Rule.Lifecycle _ -> true;
      case Rule.Rfm rfm -> rfm.asOf().isEmpty();
      case Rule.Bands _, Rule.Quantiles _, Rule.Abc _, Rule.Score _, Rule.Mapping _ -> false;
    };
  }

  private static Classifier bands(Rule.Bands rule) {
    long[] from =
        rule.bands().stream().skip(1).mapToLong(band -> band.from().orElseThrow()).toArray();
    List<String> levels = rule.bands().stream().map(Rule.Band::grade).toList();
    return new LevelClassifier(rule, levels, Thresholds.of(from), rule.missing());
  }

  private static Classifier quantiles(Rule.Quantiles rule, CutPoints points, Schema schema) {
    int decimals = Decimals.of(schema, rule.field());
    Thresholds cuts =
        Thresholds.of(points.of(CutPointFinder.CUTS), decimals, rule.method().rightClosed())
            .withNumbers(points.of(CutPointFinder.CUTS + CutPointFinder.NUMBERS));
    return new LevelClassifier(rule, rule.levels(), cuts, rule.missing());
  }

  private static Classifier abc(Rule.Abc rule, CutPoints points, Schema schema) {
    int decimals = Decimals.of(schema, rule.field());
    List<String> levels = rule.classes().stream().map(Rule.Share::grade).toList().reversed();
    Thresholds cuts = Thresholds.of(points.of(CutPointFinder.CUTS).reversed(), decimals, false);
    return new LevelClassifier(rule, levels, cuts, rule.missing());
  }
}
