package dev.winnow.mapping;

import java.util.Arrays;

/**
 * Gives each of some takers at most one of many things so that the total worth is greatest (the
 * Hungarian method, in O(takers² · things)).
 */
final class Assignment {
  private Assignment() {}

  /**
   * The thing of each taker, -1 where leaving it without one is better.
   *
   * @param worth by taker and thing; 0 for what must not be
   */
  static int[] best(double[][] worth) {
    int takers = worth.length;
    int things = takers == 0 ? 0 : worth[0].length;
    int all = things + takers;
    double[] takerPrice = new double[takers + 1];
    double[] thingPrice = new double[all + 1];
    int[] taken = new int[all + 1];
    int[] way = new int[all + 1];
    for (int taker = 1; taker <= takers; taker++) {
      int at = path(worth, taker, takerPrice, thingPrice, taken, way);
      while (at != 0) {
        taken[at] = taken[way[at]];
        at = way[at];
      }
    }
    int[] result = new int[takers];
    Arrays.fill(result, -1);
    for (int thing = 1; thing <= things; thing++) {
      if (taken[thing] > 0 && worth[taken[thing] - 1][thing - 1] > 0) {
        result[taken[thing] - 1] = thing - 1;
      }
    }
    return result;
  }

  /** The cheapest way from a taker to a free thing; things beyond the last are none at all. */
  private static int path(
      double[][] worth,
      int taker,
      double[] takerPrice,
      double[] thingPrice,
      int[] taken,
      int[] way) {
    int all = thingPrice.length - 1;
    double[] least = new double[all + 1];
    Arrays.fill(least, Double.MAX_VALUE);
    boolean[] seen = new boolean[all + 1];
    taken[0] = taker;
    int at = 0;
    do {
      seen[at] = true;
      int who = taken[at];
      double delta = Double.MAX_VALUE;
      int next = 0;
      for (int thing = 1; thing <= all; thing++) {
        if (!seen[thing]) {
          double gain = thing <= worth[0].length ? worth[who - 1][thing - 1] : 0;
          double cost = -gain - takerPrice[who] - thingPrice[thing];
          if (cost < least[thing]) {
            least[thing] = cost;
            way[thing] = at;
          }
          if (least[thing] < delta) {
            delta = least[thing];
            next = thing;
          }
        }
      }
      for (int thing = 0; thing <= all; thing++) {
        if (seen[thing]) {
          takerPrice[taken[thing]] += delta;
          thingPrice[thing] -= delta;
        } else {
          least[thing] -= delta;
        }
      }
      at = next;
    } while (taken[at] != 0);
    return at;
  }
}
