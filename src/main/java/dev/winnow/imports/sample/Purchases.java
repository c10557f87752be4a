package dev.winnow.imports.sample;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * What a customer has bought, with stage, grades and dates that agree with each other.
 *
 * @param daysAgo since the last purchase; -1 for prospects, who have bought nothing
 * @param tenure days since the first purchase
 */
record Purchases(String lifecycle, int daysAgo, int tenure, int orders, double spend) {
  private static final Weighted<String> LIFECYCLE =
      Weighted.of("active 46, prospect 16, at_risk 15, churned 14, new 9");
  private static final double YEAR = 365.25;

  /**
   * @param weight how big a buyer this is by nature: about -2 for a person, 2 for a large company
   */
  static Purchases of(double weight, RandomGenerator random) {
    String lifecycle = LIFECYCLE.pick(random);
    if (lifecycle.equals("prospect")) {
      return new Purchases(lifecycle, -1, 0, 0, 0);
    }
    int daysAgo =
        switch (lifecycle) {
          case "new" -> random.nextInt(60);
          case "active" -> (int) Math.min(119, -35 * Math.log(1 - random.nextDouble()));
          case "at_risk" -> 120 + random.nextInt(180);
          default -> 300 + (int) Math.min(1_700, -400 * Math.log(1 - random.nextDouble()));
        };
    boolean isNew = lifecycle.equals("new");
    int before =
        isNew
            ? random.nextInt(90 - daysAgo)
            : 30 + (int) Math.min(4_000, Math.exp(6.3 + 0.8 * random.nextGaussian()));
    double years = before / YEAR;
    double frequency = 0.8 + 0.3 * weight + 0.45 * Math.log(years + 0.5);
    int orders =
        isNew
            ? 1 + random.nextInt(3)
            : 1 + (int) Math.min(1_500, Math.exp(frequency + 0.8 * random.nextGaussian()));
    double perOrder = Math.exp(8.6 + 0.75 * weight + 0.6 * random.nextGaussian());
    return new Purchases(lifecycle, daysAgo, daysAgo + before, orders, orders * perOrder);
  }

  boolean any() {
    return orders > 0;
  }

  double perOrder() {
    return spend / Math.max(1, orders);
  }

  LocalDate last(LocalDate today) {
    return today.minusDays(daysAgo);
  }

  LocalDate first(LocalDate today) {
    return today.minusDays(tenure);
  }

  /** High, middle or low by what was spent; a grader would not always agree. */
  String tier(RandomGenerator random) {
    double size = Math.log(spend + 1) + 0.4 * random.nextGaussian();
    return size > 11.5 ? "high" : size > 10 ? "middle" : "low";
  }

  String spendingPower(RandomGenerator random) {
    double size = Math.log(perOrder() + 1) + 0.5 * random.nextGaussian();
    return size > 9.6 ? "high" : size > 7.9 ? "middle" : "low";
  }

  /** Recency, frequency and monetary value, each from 1 to 5, taken together. */
  String behaviour() {
    int r = 5 - steps(daysAgo, 30, 90, 180, 365);
    int f = 1 + steps(orders, 2, 4, 8, 20);
    int m = 1 + steps(spend, 4_000, 16_000, 60_000, 250_000);
    if (r >= 4 && f >= 4 && m >= 4) {
      return "champions";
    } else if (r >= 3 && f >= 3) {
      return "loyal";
    } else if (r >= 4 && f == 1) {
      return "new";
    } else if (r >= 4) {
      return "potential_loyalist";
    } else if (r == 3) {
      return f == 1 ? "promising" : m >= 3 ? "need_attention" : "about_to_sleep";
    } else if (r == 2) {
      return f >= 3 ? "at_risk" : "about_to_sleep";
    }
    return f >= 4 && m >= 4 ? "cant_lose" : f <= 2 ? "lost" : "others";
  }

  /** How many of the ascending limits the value reaches. */
  private static int steps(double value, double... limits) {
    int steps = 0;
    for (double limit : limits) {
      steps += value >= limit ? 1 : 0;
    }
    return steps;
  }
}
