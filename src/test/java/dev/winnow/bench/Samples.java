package dev.winnow.bench;

import java.util.Arrays;
import java.util.List;

/** Statistics of a few measurements. */
public final class Samples {
  private Samples() {}

  /** The median, in milliseconds. */
  public static double median(List<Long> nanos) {
    return quantile(nanos, 0.5);
  }

  /** The 95th percentile, in milliseconds. */
  public static double p95(List<Long> nanos) {
    return quantile(nanos, 0.95);
  }

  public static double geometricMean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
  }

  /** Between neighbours it is interpolated. */
  private static double quantile(List<Long> nanos, double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return (sorted[below] + (at - below) * (sorted[above] - sorted[below])) / 1e6;
  }
}
