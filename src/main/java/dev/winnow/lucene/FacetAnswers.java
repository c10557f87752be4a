package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetCounts.ValueCount;
import dev.winnow.engine.FacetRequest;
import dev.winnow.lucene.ValueDictionary.Values;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns finished counts by value number into the answer to a {@link FacetRequest}. */
final class FacetAnswers {
  private final Schema schema;

  FacetAnswers(Schema schema) {
    this.schema = schema;
  }

  /**
   * The values asked for, with their counts.
   *
   * @param counts by value number; of a tree with one value per customer, the nodes' own counts
   * @param filter the facet's own filter, whose values are always in the answer
   */
  FacetCounts values(
      FacetRequest request, Field field, Values values, int[] counts, Condition filter) {
    boolean tree = field instanceof Field.Tree;
    if (tree && !field.multi()) {
      rollUp(values, counts);
    }
    Set<String> chosen = new HashSet<>();
    collect(filter, chosen);
    Set<Integer> selected = numbers(chosen, values);
    boolean[] parent = parents(values, counts);
    Set<Integer> shown = new LinkedHashSet<>();
    List<Integer> top = candidates(request, field, values, counts);
    shown.addAll(top.subList(0, Math.min(request.limit(), top.size())));
    for (String path : tree ? request.expanded() : List.<String>of()) {
      shown.addAll(children(path, values, counts, request.limit()));
    }
    shown.addAll(selected);
    List<ValueCount> result = new ArrayList<>();
    for (int id : byCount(shown, values, counts)) {
      String text = values.texts()[id];
      result.add(new ValueCount(text, counts[id], selected.contains(id), tree && parent[id]));
    }
    for (String absent : chosen) {
      if (selected.stream().noneMatch(id -> values.texts()[id].equals(absent))) {
        result.add(new ValueCount(absent, 0, true, false));
      }
    }
    return new FacetCounts.Values(field.name(), result, top.size(), counts[ValueDictionary.NONE]);
  }

  private static Set<Integer> numbers(Set<String> chosen, Values values) {
    Set<Integer> numbers = new HashSet<>();
    for (int id = 1; id < values.size() && numbers.size() < chosen.size(); id++) {
      if (chosen.contains(values.texts()[id])) {
        numbers.add(id);
      }
    }
    return numbers;
  }

  /** Which nodes have nodes with a count below them. */
  private static boolean[] parents(Values values, int[] counts) {
    boolean[] parent = new boolean[values.size()];
    for (int id = 1; id < values.size(); id++) {
      parent[values.parents()[id]] |= counts[id] > 0;
    }
    return parent;
  }

  private List<Integer> candidates(FacetRequest request, Field field, Values values, int[] counts) {
    String wanted = request.contains().toLowerCase(Locale.ROOT);
    boolean tree = field instanceof Field.Tree;
    Map<String, Label> labels = schema.valueLabels(field);
    Set<Integer> found = new LinkedHashSet<>();
    for (int id = 1; id < values.size(); id++) {
      boolean matches =
          wanted.isEmpty()
              ? !tree || values.parents()[id] == ValueDictionary.NONE
              : contains(values.texts()[id], labels, wanted);
      if (counts[id] > 0 && matches) {
        found.add(id);
      }
    }
    return byCount(found, values, counts);
  }

  private static List<Integer> children(String path, Values values, int[] counts, int limit) {
    List<Integer> found = new ArrayList<>();
    for (int id = 1; id < values.size(); id++) {
      if (counts[id] > 0 && values.texts()[values.parents()[id]].equals(path)) {
        found.add(id);
      }
    }
    List<Integer> sorted = byCount(found, values, counts);
    return sorted.subList(0, Math.min(limit, sorted.size()));
  }

  private static List<Integer> byCount(Iterable<Integer> ids, Values values, int[] counts) {
    List<Integer> sorted = new ArrayList<>();
    ids.forEach(sorted::add);
    sorted.sort(
        Comparator.<Integer>comparingInt(id -> -counts[id])
            .thenComparing(id -> values.texts()[id]));
    return sorted;
  }

  private static boolean contains(String value, Map<String, Label> labels, String wanted) {
    Label label = labels.get(value);
    String last = value.substring(value.lastIndexOf(Field.Tree.SEPARATOR) + 1);
    return last.toLowerCase(Locale.ROOT).contains(wanted)
        || (label != null
            && (label.en().toLowerCase(Locale.ROOT).contains(wanted)
                || label.zh().toLowerCase(Locale.ROOT).contains(wanted)));
  }

  /** Parents have lower numbers than their children, so one descending pass adds every level. */
  private static void rollUp(Values values, int[] counts) {
    for (int id = values.size() - 1; id > 0; id--) {
      if (values.parents()[id] != ValueDictionary.NONE) {
        counts[values.parents()[id]] += counts[id];
      }
    }
  }

  private static void collect(Condition filter, Set<String> chosen) {
    switch (filter) {
      case Condition.In(String _, List<String> values) -> chosen.addAll(values);
      case Condition.All(List<Condition> parts) -> parts.forEach(part -> collect(part, chosen));
      case Condition.Any(List<Condition> parts) -> parts.forEach(part -> collect(part, chosen));
      case Condition.Not _, Condition.Range _, Condition.Anniversary _, Condition.Exists _ -> {}
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _ -> {}
    }
  }
}
