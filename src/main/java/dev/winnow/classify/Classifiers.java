package dev.winnow.classify;

import dev.winnow.schema.Schema;
import java.time.LocalDate;

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
    throw new UnsupportedOperationException(rule.facet() + points + schema + asOf);
  }
}
