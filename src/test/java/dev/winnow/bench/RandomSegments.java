package dev.winnow.bench;

import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import dev.winnow.condition.Canonical;
import dev.winnow.condition.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Draws the conditions of saved segments: one to five clauses on different fields, each values of a
 * facet, a node of a tree or a range of the amount; some are negated, some leave a choice.
 */
final class RandomSegments {
  private static final int MOST_CLAUSES = 5;
  private static final double NEGATED = 0.15;
  private static final double CHOICE = 0.15;

  private final Screens screens;
  private final Random random;

  RandomSegments(Run run) {
    screens = new Screens(run.population(), run.customers(), run.seed());
    random = new Random(run.seed());
  }

  List<Condition> draw(int count) {
    return List.copyOf(Stream.generate(this::draw).limit(count).toList());
  }

  private Condition draw() {
    int wanted = 1 + random.nextInt(MOST_CLAUSES);
    List<Condition> simple =
        filters(2 * wanted).stream()
            .map(filter -> WinnowPeer.condition(new Screen(List.of(filter))))
            .toList();
    List<Condition> clauses = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      Condition clause = simple.get(2 * i);
      double kind = random.nextDouble();
      if (kind < NEGATED) {
        clauses.add(new Condition.Not(clause));
      } else if (kind < NEGATED + CHOICE) {
        clauses.add(new Condition.Any(List.of(clause, simple.get(2 * i + 1))));
      } else {
        clauses.add(clause);
      }
    }
    return Canonical.of(new Condition.All(clauses));
  }

  /** On different fields, none of them a keyword. */
  private List<Filter> filters(int count) {
    return screens.draw(count + 1).filters().stream()
        .filter(filter -> !(filter instanceof Filter.Word))
        .limit(count)
        .toList();
  }
}
