package dev.winnow.classify;

import dev.winnow.schema.Schema;
import java.time.LocalDate;

/** Finds the cut points of rules that depend on the population. */
public final class CutPointFinder {
  private CutPointFinder() {}

  /**
   * The cut points that hold for this population on a day.
   *
   * @param asOf today, for rules that follow it
   */
  public static CutPoints of(Rule rule, Population population, Schema schema, LocalDate asOf) {
    throw new UnsupportedOperationException(rule.facet() + population + schema + asOf);
  }

  /** Whether the rule needs any. */
  public static boolean needed(Rule rule) {
    throw new UnsupportedOperationException(rule.facet());
  }
}
