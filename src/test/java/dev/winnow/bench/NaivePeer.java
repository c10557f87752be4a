package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Population.Person;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What the answers mean, spelt out: looks at every customer for every facet. */
final class NaivePeer implements Peer {
  private final Map<Long, Person> people = new TreeMap<>();

  @Override
  public String name() {
    return "naive filter";
  }

  @Override
  public void load(Population population, long customers) {
    for (long index = 0; index < customers; index++) {
      people.put(index, population.at(index, 0));
    }
  }

  @Override
  public void change(Population population, long customers, int every) {
    for (long index = 0; index < customers; index++) {
      if (index % every == 0) {
        people.put(index, population.at(index, 1));
      } else if (index % every == 1) {
        people.remove(index);
      }
    }
  }

  @Override
  public void threads(int threads) {}

  @Override
  public Measured screen(Screen screen) {
    Stopwatch watch = new Stopwatch();
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (int i = 0; i < Population.FACETS.size(); i++) {
      String facet = Population.FACETS.get(i).name();
      Map<String, Long> byValue = new HashMap<>();
      for (Person person : people.values()) {
        if (passes(person, screen, facet)) {
          nodes(person, i).forEach(value -> byValue.merge(value, 1L, Long::sum));
        }
      }
      counts.put(facet, byValue);
    }
    return new Measured(() -> new Counts(total(screen), counts), watch.stop());
  }

  @Override
  public Measured count(Screen screen) {
    Stopwatch watch = new Stopwatch();
    long total = total(screen);
    return new Measured(() -> new Counts(total, Map.of()), watch.stop());
  }

  @Override
  public void close() {}

  private long total(Screen screen) {
    return people.values().stream().filter(person -> passes(person, screen, "")).count();
  }

  /** Whether the person passes all filters but those of one facet. */
  private static boolean passes(Person person, Screen screen, String except) {
    return screen.filters().stream()
        .allMatch(
            filter ->
                switch (filter) {
                  case Filter.In(String facet, List<String> values) ->
                      facet.equals(except)
                          || nodes(person, number(facet)).stream().anyMatch(values::contains);
                  case Filter.Spend(long from, long to) ->
                      person.spend() >= from && person.spend() < to;
                  case Filter.Word(String word) ->
                      Arrays.asList(person.name().split(" ", -1)).contains(word);
                });
  }

  /** The person's values of a facet; in trees with all nodes above them. */
  private static Set<String> nodes(Person person, int number) {
    Facet facet = Population.FACETS.get(number);
    Set<String> nodes = new HashSet<>();
    for (int value : person.values()[number]) {
      String path = facet.values().get(value);
      nodes.add(path);
      if (facet.kind() == Kind.TREE) {
        nodes.add(path.substring(0, path.indexOf('/')));
      }
    }
    return nodes;
  }

  private static int number(String facet) {
    for (int i = 0; i < Population.FACETS.size(); i++) {
      if (Population.FACETS.get(i).name().equals(facet)) {
        return i;
      }
    }
    throw new IllegalArgumentException(Objects.requireNonNull(facet));
  }
}
