package dev.winnow.imports.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Things of unequal frequency. */
final class Weighted<T> {
  private final List<T> items;
  private final double[] upTo;

  private Weighted(List<T> items, double[] weights) {
    this.items = List.copyOf(items);
    this.upTo = weights;
    Arrays.parallelPrefix(upTo, Double::sum);
  }

  static <T> Weighted<T> by(List<T> items, ToDoubleFunction<T> weight) {
    return new Weighted<>(items, items.stream().mapToDouble(weight).toArray());
  }

  /** Weights that fall as Zipf's law has it: the n-th item weighs 1/(n + offset). */
  static <T> Weighted<T> falling(List<T> items, double offset) {
    double[] weights = new double[items.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 / (i + 1 + offset);
    }
    return new Weighted<>(items, weights);
  }

  /** Items with whole weights, written as {@code "active 46, new 9"}. */
  static Weighted<String> of(String list) {
    List<String> items = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (String entry : list.split(", ", -1)) {
      int space = entry.lastIndexOf(' ');
      items.add(entry.substring(0, space));
      weights.add(Double.valueOf(entry.substring(space + 1)));
    }
    return new Weighted<>(items, weights.stream().mapToDouble(Double::doubleValue).toArray());
  }

  T pick(RandomGenerator random) {
    return at(random.nextDouble());
  }

  /** The item at a share of the whole weight, 0 to 1. */
  T at(double share) {
    int found = Arrays.binarySearch(upTo, share * upTo[upTo.length - 1]);
    int index = found >= 0 ? found + 1 : -found - 1;
    return items.get(Math.min(index, items.size() - 1));
  }
}
