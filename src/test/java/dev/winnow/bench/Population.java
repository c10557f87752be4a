package dev.winnow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Made-up customers for comparing engines: eleven facets as wide as real ones, with skewed and
 * correlated values, one amount and one name. A customer depends on nothing but the seed, its index
 * and its revision, so that every engine gets the same ones and none has to be kept.
 *
 * <p>Safe for use by many threads.
 */
public final class Population {
  /** A facet: its name and its values, most frequent first; trees list leaves as whole paths. */
  public record Facet(String name, Kind kind, List<String> values) {}

  /** How many values a customer has in a facet, and whether values lie below each other. */
  public enum Kind {
    SINGLE,
    MULTI,
    TREE
  }

  /**
   * One customer.
   *
   * @param values by facet, numbers into {@link Facet#values}; none when the customer has no value
   * @param spend in hundredths, or -1 for none
   */
  public record Person(long index, String name, int[][] values, long spend) {
    public String id() {
      return Population.id(index);
    }
  }

  public static final List<Facet> FACETS =
      List.of(
          new Facet("customer_type", Kind.SINGLE, numbered("type", 5)),
          new Facet("industry", Kind.TREE, tree("industry", 20, 5)),
          new Facet("region", Kind.TREE, tree("region", 34, 11)),
          new Facet("scale", Kind.SINGLE, numbered("scale", 5)),
          new Facet("value_tier", Kind.SINGLE, numbered("tier", 4)),
          new Facet("lifecycle", Kind.SINGLE, numbered("stage", 5)),
          new Facet("purchase_behaviour", Kind.SINGLE, numbered("rfm", 11)),
          new Facet("channel", Kind.SINGLE, numbered("channel", 8)),
          new Facet("owner", Kind.SINGLE, numbered("owner", 200)),
          new Facet("product_preference", Kind.MULTI, numbered("product", 30)),
          new Facet("tags", Kind.MULTI, numbered("tag", 500)));

  /** Words of the names, none of them part of another; each name has two or three. */
  public static final List<String> WORDS =
      IntStream.range(0, 2_000).mapToObj("word%04d"::formatted).toList();

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long MIX = 0xD1B54A32D192ED03L;

  private final long seed;

  public Population(long seed) {
    this.seed = seed;
  }

  public static String id(long index) {
    return "C%08d".formatted(index);
  }

  /** The customer at an index, as it was first or after so many changes. */
  public Person at(long index, int revision) {
    RandomGenerator random = new SplittableRandom(seed ^ ((index + 1) * GOLDEN) ^ (revision * MIX));
    double weight = random.nextDouble();
    int region = falling(random, 374, 3);
    int industry = falling(random, 100, 2.5);
    int[][] values = {
      some(random, 0.99, falling(random, 5, 2)),
      some(random, 0.95, industry),
      some(random, 0.97, region),
      some(random, 0.9, near(random, 1 - weight, 5)),
      some(random, 0.8, near(random, 1 - weight, 4)),
      some(random, 0.98, near(random, random.nextDouble(), 5)),
      some(random, 0.7, near(random, weight, 11)),
      some(random, 0.9, falling(random, 8, 2)),
      some(random, 0.97, (region * 7 + falling(random, 40, 2)) % 200),
      several(random, 30, 3, industry),
      several(random, 500, 4, region)
    };
    long spend =
        random.nextInt(10) < 7 ? (long) Math.exp(5 + 9 * weight + random.nextDouble()) : -1;
    return new Person(index, name(random), values, spend);
  }

  private static String name(RandomGenerator random) {
    StringBuilder name = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      name.append(name.isEmpty() ? "" : " ").append(WORDS.get(falling(random, WORDS.size(), 2)));
    }
    return name.toString();
  }

  /** Below {@code size}, small numbers more often; the higher the power the more. */
  private static int falling(RandomGenerator random, int size, double power) {
    return (int) (size * Math.pow(random.nextDouble(), power));
  }

  private static int near(RandomGenerator random, double where, int size) {
    double at = where + 0.3 * (random.nextDouble() - 0.5);
    return (int) (size * Math.clamp(at, 0, 0.999_999));
  }

  private static int[] some(RandomGenerator random, double share, int value) {
    return random.nextDouble() < share ? new int[] {value} : new int[0];
  }

  /** Up to {@code most} different values, around a place that depends on another field. */
  private static int[] several(RandomGenerator random, int size, int most, int correlate) {
    int count = random.nextInt(most + 1);
    return IntStream.range(0, count)
        .map(
            _ ->
                random.nextBoolean()
                    ? falling(random, size, 2.5)
                    : (correlate * 13 + falling(random, 6, 2)) % size)
        .distinct()
        .toArray();
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> "%s%03d".formatted(prefix, i)).toList();
  }

  private static List<String> tree(String prefix, int tops, int below) {
    List<String> paths = new ArrayList<>();
    for (int child = 0; child < below; child++) {
      for (int top = 0; top < tops; top++) {
        paths.add("%s%02d/%s%02d-%02d".formatted(prefix, top, prefix, top, child));
      }
    }
    return paths;
  }
}
