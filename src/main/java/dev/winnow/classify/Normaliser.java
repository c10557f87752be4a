package dev.winnow.classify;

import java.math.BigDecimal;
import java.util.Arrays;

/** Makes the amounts of a field numbers from 0 to 1, never falling as amounts rise. */
interface Normaliser {
  double of(long amount);

  /** Of a population in which nobody, or everybody alike, has the field, all is 0. */
  static Normaliser of(Rule.Part part, CutPoints points, int decimals) {
    double[] found =
        points.of(part.field()).stream()
            .map(point -> point.movePointRight(decimals))
            .mapToDouble(BigDecimal::doubleValue)
            .toArray();
    double unit = StrictMath.pow(10, decimals);
    return switch (part.normalise()) {
      case Rule.Normalise.Fixed(long from, long to) -> new Linear(from, to);
      case Rule.Normalise.MinMax _ ->
          found.length == 2 ? new Linear(found[0], found[1]) : amount -> 0;
      case Rule.Normalise.Log _ ->
          found.length == 2 ? new Logarithmic(found[0], found[1], unit) : amount -> 0;
      case Rule.Normalise.Percentile _ -> found.length > 0 ? new Percentiles(found) : amount -> 0;
    };
  }

  /** From one amount to another. */
  record Linear(double from, double to) implements Normaliser {
    @Override
    public double of(long amount) {
      return to > from ? Math.clamp((amount - from) / (to - from), 0, 1) : 0;
    }
  }

  /** The logarithm of what is above the least amount. */
  record Logarithmic(double from, double to, double unit) implements Normaliser {
    @Override
    public double of(long amount) {
      double above = Math.clamp(amount - from, 0, to - from);
      return to > from ? StrictMath.log1p(above / unit) / StrictMath.log1p((to - from) / unit) : 0;
    }
  }

  /** Interpolates between equally spaced quantiles; of equal ones the lowest counts. */
  final class Percentiles implements Normaliser {
    private final double[] at;

    Percentiles(double[] at) {
      this.at = at;
    }

    @Override
    public double of(long amount) {
      int i = Arrays.binarySearch(at, (double) amount);
      if (i >= 0) {
        while (i > 0 && at[i - 1] == amount) {
          i--;
        }
        return (double) i / (at.length - 1);
      }
      int above = -i - 1;
      if (above == 0 || above == at.length) {
        return above == 0 ? 0 : 1;
      }
      double part = (amount - at[above - 1]) / (at[above] - at[above - 1]);
      return (above - 1 + part) / (at.length - 1);
    }
  }
}
