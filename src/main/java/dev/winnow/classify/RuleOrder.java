package dev.winnow.classify;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Puts rules in an order in which each finds the facets it reads graded already. */
public final class RuleOrder {
  private final SequencedMap<String, Rule> byFacet = new LinkedHashMap<>();
  private final SequencedSet<Rule> ordered = new LinkedHashSet<>();
  private final List<String> path = new ArrayList<>();

  private RuleOrder() {}

  /**
   * The same rules in a right order, otherwise as they were.
   *
   * @throws WinnowException {@code INVALID_RULE} when two grade the same facet, with pointers such
   *     as {@code /3/facet}; {@code RULE_CYCLE} when they read each other in a circle, which it
   *     shows
   */
  public static List<Rule> of(List<Rule> rules) {
    RuleOrder order = new RuleOrder();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      String facet = rules.get(i).facet();
      if (order.byFacet.putIfAbsent(facet, rules.get(i)) != null) {
        faults.add(
            new Fault(
                "/" + i + "/facet",
                "Another rule grades the facet \"" + facet + "\" already.",
                "A facet has one rule."));
      }
    }
    WinnowException.throwIfAny(ProblemCode.INVALID_RULE, faults);
    rules.forEach(order::add);
    return List.copyOf(order.ordered);
  }

  private void add(Rule rule) {
    if (ordered.contains(rule)) {
      return;
    }
    int start = path.indexOf(rule.facet());
    path.add(rule.facet());
    if (start >= 0) {
      String circle = String.join(" → ", path.subList(start, path.size()));
      throw new WinnowException(
          ProblemCode.RULE_CYCLE, "The rules read each other in a circle: " + circle + ".");
    }
    for (String input : rule.inputs()) {
      Rule above = byFacet.get(input);
      if (above != null) {
        add(above);
      }
    }
    path.removeLast();
    ordered.add(rule);
  }
}
