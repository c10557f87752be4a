package dev.winnow.classify;

/**
 * How far the distribution over the grades has moved, as the population stability index: the sum
 * over the grades of (now − then) · ln(now / then), of shares (N. Siddiqi, "Credit Risk
 * Scorecards", 2006). A grade that is empty at one of the times is taken for half a customer there.
 *
 * @param index 0 for no change
 */
public record Stability(double index) {
  private static final double LITTLE = 0.1;
  private static final double MUCH = 0.25;
  private static final double HALF = 0.5;

  /** What the index says, by the thresholds that Siddiqi gives. */
  public enum Reading {
    /** Below 0.1. */
    STABLE,
    /** From 0.1 to below 0.25. */
    MOVED,
    /** From 0.25: the rule should be looked at. */
    UNSTABLE
  }

  /**
   * Of the numbers of customers in the same grades at two times; 0 when nobody is there at one of
   * them.
   */
  public static Stability of(long[] then, long[] now) {
    double before = total(then);
    double after = total(now);
    double index = 0;
    for (int i = 0; i < then.length; i++) {
      if (then[i] != now[i] || before != after) {
        double expected = Math.max(HALF, (double) then[i]) / before;
        double actual = Math.max(HALF, (double) now[i]) / after;
        boolean nobody = then[i] == 0 && now[i] == 0;
        index += nobody ? 0 : (actual - expected) * Math.log(actual / expected);
      }
    }
    return new Stability(before == 0 || after == 0 ? 0 : index);
  }

  public Reading reading() {
    if (index < LITTLE) {
      return Reading.STABLE;
    }
    return index < MUCH ? Reading.MOVED : Reading.UNSTABLE;
  }

  private static double total(long[] counts) {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }
}
