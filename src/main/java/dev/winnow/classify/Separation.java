package dev.winnow.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * How well grades tell apart who has an outcome and who has not, such as those who complained.
 *
 * @param rates of the outcome in each grade, 0 to 1; 0 for an empty grade
 * @param cramersV 0 when all grades have the same rate, 1 when the grade decides (H. Cramér,
 *     "Mathematical Methods of Statistics", 1946): the root of χ² / n, as there are two outcomes
 */
public record Separation(List<Double> rates, double cramersV) {
  /** Of the numbers of customers with and without the outcome, in the same order of grades. */
  public static Separation of(long[] with, long[] without) {
    double all = 0;
    double yes = 0;
    for (int i = 0; i < with.length; i++) {
      all += with[i] + without[i];
      yes += with[i];
    }
    double rate = all == 0 ? 0 : yes / all;
    double chiSquare = 0;
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < with.length; i++) {
      double customers = (double) with[i] + without[i];
      rates.add(customers == 0 ? 0 : with[i] / customers);
      double expected = customers * rate;
      double excess = with[i] - expected;
      if (expected > 0 && expected < customers) {
        chiSquare += excess * excess / expected + excess * excess / (customers - expected);
      }
    }
    return new Separation(List.copyOf(rates), all == 0 ? 0 : Math.sqrt(chiSquare / all));
  }
}
