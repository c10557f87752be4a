package dev.winnow.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A logarithmic axis between two powers of ten, laid between two places of a picture. */
record LogAxis(int first, int last, double from, double to) {
  /** Covers all values, each of them above zero. */
  static LogAxis covering(Collection<Double> values, double from, double to) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(10);
    int first = (int) Math.floor(Math.log10(least));
    return new LogAxis(first, Math.max(first + 1, (int) Math.ceil(Math.log10(most))), from, to);
  }

  double at(double value) {
    return from + (Math.log10(value) - first) / (last - first) * (to - from);
  }

  /** The powers of ten. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      ticks.add(Math.pow(10, power));
    }
    return ticks;
  }

  static String label(double tick) {
    return tick >= 1
        ? String.format(Locale.ROOT, "%,.0f", tick)
        : String.format(Locale.ROOT, "%." + Math.round(-Math.log10(tick)) + "f", tick);
  }
}
