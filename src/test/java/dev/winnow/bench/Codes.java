package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Population.Person;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values of a facet as small numbers in the order of the values' text, which is how a database
 * keeps them best: the leaves below a tree node are a range of numbers.
 */
final class Codes {
  static final List<Codes> ALL = Population.FACETS.stream().map(Codes::new).toList();

  private static final Map<String, Integer> WORDS =
      IntStream.range(0, Population.WORDS.size())
          .boxed()
          .collect(Collectors.toMap(Population.WORDS::get, number -> number));

  private final Facet facet;
  private final List<String> values;
  private final Map<String, Integer> codes = new HashMap<>();

  private Codes(Facet facet) {
    this.facet = facet;
    values = facet.values().stream().sorted().toList();
    for (int code = 0; code < values.size(); code++) {
      codes.put(values.get(code), code);
    }
  }

  static Codes of(String facet) {
    return ALL.stream().filter(codes -> codes.name().equals(facet)).findFirst().orElseThrow();
  }

  String name() {
    return facet.name();
  }

  boolean multi() {
    return facet.kind() == Kind.MULTI;
  }

  /** In the order of their codes. */
  List<String> values() {
    return values;
  }

  /** By the value's number in {@link Facet#values}. */
  private int code(int number) {
    return codes.getOrDefault(facet.values().get(number), -1);
  }

  /** The codes a filter on these values stands for, ascending; of a tree node all below it. */
  List<Integer> codes(List<String> wanted) {
    return wanted.stream().flatMapToInt(this::below).sorted().distinct().boxed().toList();
  }

  private IntStream below(String value) {
    Integer code = codes.get(value);
    return code != null
        ? IntStream.of(code)
        : IntStream.range(0, values.size()).filter(i -> values.get(i).startsWith(value + "/"));
  }

  /** Counts by value from counts by code, zeros left out; inner nodes of trees summed up. */
  Map<String, Long> byValue(long[] counts) {
    Map<String, Long> byValue = new TreeMap<>();
    for (int code = 0; code < values.size(); code++) {
      if (counts[code] > 0) {
        String value = values.get(code);
        byValue.merge(value, counts[code], Long::sum);
        for (int end = value.indexOf('/'); end >= 0; end = value.indexOf('/', end + 1)) {
          byValue.merge(value.substring(0, end), counts[code], Long::sum);
        }
      }
    }
    return byValue;
  }

  /** Room for the counts of every facet by code. */
  static long[][] counters() {
    return ALL.stream().map(codes -> new long[codes.values.size()]).toArray(long[][]::new);
  }

  /** The codes of a person's values in this facet. */
  int[] of(Person person) {
    int[] numbers = person.values()[ALL.indexOf(this)];
    return Arrays.stream(numbers).map(this::code).sorted().toArray();
  }

  /** The number of a word of a name. */
  static int word(String word) {
    return WORDS.getOrDefault(word, -1);
  }

  /** The numbers of the words of a name. */
  static int[] words(Person person) {
    return Arrays.stream(person.name().split(" ")).mapToInt(Codes::word).toArray();
  }
}
