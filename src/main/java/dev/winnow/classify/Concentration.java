package dev.winnow.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unequally customers share in a sum: the Lorenz curve (M. O. Lorenz, 1905), drawn from the
 * largest customer down as is usual for customers, and the Gini coefficient (C. Gini, 1912).
 *
 * @param curve points from (0, 0) to (1, 1), at each percent of the customers, or at each customer
 *     when there are fewer than a hundred
 * @param gini 0 when all have the same, towards 1 when one has everything
 */
public record Concentration(List<Point> curve, double gini) {
  private static final int PERCENT = 100;

  /** The largest {@code customers} share of the customers has the share {@code sum} of the sum. */
  public record Point(double customers, double sum) {}

  /**
   * Of the amounts in any order; those below zero count as zero. Of nothing the curve is the
   * diagonal.
   */
  public static Concentration of(long[] amounts) {
    long[] sorted = amounts.clone();
    Arrays.parallelSort(sorted);
    int count = sorted.length;
    double[] largest = new double[count + 1];
    double weighted = 0;
    for (int i = 0; i < count; i++) {
      double amount = Math.max(0, sorted[count - 1 - i]);
      largest[i + 1] = largest[i] + amount;
      weighted += (count - i) * amount;
    }
    double total = largest[count];
    if (total == 0) {
      return new Concentration(List.of(new Point(0, 0), new Point(1, 1)), 0);
    }
    double gini = 2 * weighted / (count * total) - (count + 1.0) / count;
    return new Concentration(curve(largest), Math.clamp(gini, 0, 1));
  }

  private static List<Point> curve(double[] largest) {
    int count = largest.length - 1;
    int steps = Math.min(PERCENT, count);
    List<Point> curve = new ArrayList<>();
    for (int step = 0; step <= steps; step++) {
      int customers = (int) ((long) count * step / steps);
      curve.add(new Point((double) customers / count, largest[customers] / largest[count]));
    }
    return List.copyOf(curve);
  }
}
