package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Population.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/** Draws the questions of the benchmark: screens with so many filtered facets. */
public final class Screens {
  /** One filter; filters of one question speak of different fields and all must hold. */
  public sealed interface Filter {
    /** Any of the values; in a tree a value is a node and stands for all below it. */
    record In(String facet, List<String> values) implements Filter {}

    /** {@code from <= spend < to}, in hundredths. */
    record Spend(long from, long to) implements Filter {}

    /** The name holds the word. */
    record Word(String word) implements Filter {}
  }

  /** What to count: everyone who passes the filters, and every facet without its own filter. */
  public record Screen(List<Filter> filters) {
    public Screen {
      filters = List.copyOf(filters);
    }
  }

  private final Population population;
  private final long customers;
  private final Random random;

  public Screens(Population population, long customers, long seed) {
    this.population = population;
    this.customers = customers;
    this.random = new Random(seed);
  }

  /** A screen with {@code k} filters, each of which one customer at least would pass. */
  public Screen draw(int k) {
    List<Filter> filters = new ArrayList<>();
    List<Integer> subjects =
        new ArrayList<>(IntStream.range(0, Population.FACETS.size() + 2).boxed().toList());
    Collections.shuffle(subjects, random);
    for (int i = 0; filters.size() < k; i++) {
      filters.add(filter(subjects.get(i)));
    }
    return new Screen(filters);
  }

  private Filter filter(int subject) {
    if (subject == Population.FACETS.size()) {
      long from = (long) Math.exp(5 + 9 * random.nextDouble());
      return new Filter.Spend(from, from * (2 + random.nextInt(20)));
    }
    if (subject > Population.FACETS.size()) {
      return new Filter.Word(someone().name().split(" ", 2)[0]);
    }
    Facet facet = Population.FACETS.get(subject);
    SequencedSet<String> values = new LinkedHashSet<>();
    int wanted = 1 + random.nextInt(3);
    while (values.size() < wanted) {
      int[] theirs = someone().values()[subject];
      if (theirs.length > 0) {
        values.add(value(facet, theirs[random.nextInt(theirs.length)]));
        wanted = Math.min(wanted, facet.values().size() / 2);
      }
    }
    return new Filter.In(facet.name(), List.copyOf(values));
  }

  private String value(Facet facet, int number) {
    String value = facet.values().get(number);
    return facet.kind() == Kind.TREE && random.nextBoolean()
        ? value.substring(0, value.indexOf('/'))
        : value;
  }

  private Person someone() {
    return population.at(random.nextLong(customers), 0);
  }
}
