package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetCounts.ValueCount;
import dev.winnow.engine.FacetRequest;
import dev.winnow.lucene.ValueDictionary.Order;
import dev.winnow.lucene.ValueDictionary.Values;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
      FacetRequest request,
      Field field,
      ValueDictionary dictionary,
      int[] counts,
      Condition filter) {
    Values values = dictionary.values(counts.length);
    boolean tree = field instanceof Field.Tree;
    if (tree && !field.multi()) {
      rollUp(values, counts);
    }
    Set<String> chosen = new LinkedHashSet<>();
    collect(filter, chosen);
    BitSet selected = new BitSet(values.size());
    List<ValueCount> absent = new ArrayList<>();
    for (String value : chosen) {
      int id = dictionary.idOf(value);
      if (id != ValueDictionary.NONE && id < values.size()) {
        selected.set(id);
      } else {
        absent.add(new ValueCount(value, 0, true, false));
      }
    }
    Order order = dictionary.order();
    int[] top = candidates(request, field, values, order, counts);
    BitSet shown = (BitSet) selected.clone();
    show(top, request.limit(), shown);
    if (tree) {
      showExpanded(request, dictionary, values, order, counts, shown);
    }
    BitSet parents = tree ? parents(values, counts) : new BitSet();
    List<ValueCount> result = new ArrayList<>();
    for (int id : byCount(shown, order, counts)) {
      result.add(new ValueCount(values.texts()[id], counts[id], selected.get(id), parents.get(id)));
    }
    result.addAll(absent);
    return new FacetCounts.Values(field.name(), result, top.length, counts[ValueDictionary.NONE]);
  }

  private static void showExpanded(
      FacetRequest request,
      ValueDictionary dictionary,
      Values values,
      Order order,
      int[] counts,
      BitSet shown) {
    for (String path : request.expanded()) {
      int node = dictionary.idOf(path);
      if (node != ValueDictionary.NONE) {
        show(children(node, values, order, counts), request.limit(), shown);
      }
    }
  }

  private static void show(int[] sorted, int limit, BitSet shown) {
    for (int i = 0; i < Math.min(limit, sorted.length); i++) {
      shown.set(sorted[i]);
    }
  }

  /** Which nodes have nodes with a count below them. */
  private static BitSet parents(Values values, int[] counts) {
    BitSet parents = new BitSet(values.size());
    for (int id = 1; id < values.size(); id++) {
      if (counts[id] > 0) {
        parents.set(values.parents()[id]);
      }
    }
    return parents;
  }

  /** What the facet's list holds before it is cut, in its order. */
  private int[] candidates(
      FacetRequest request, Field field, Values values, Order order, int[] counts) {
    if (request.contains().isEmpty() && field instanceof Field.Tree) {
      return children(ValueDictionary.NONE, values, order, counts);
    }
    String wanted = request.contains().toLowerCase(Locale.ROOT);
    Map<String, Label> labels = wanted.isEmpty() ? Map.of() : schema.valueLabels(field);
    BitSet found = new BitSet(values.size());
    for (int id = 1; id < values.size(); id++) {
      if (counts[id] > 0 && (wanted.isEmpty() || contains(values.texts()[id], labels, wanted))) {
        found.set(id);
      }
    }
    return byCount(found, order, counts);
  }

  /** The nodes right below one; below {@link ValueDictionary#NONE} is the top of the tree. */
  private static int[] children(int parent, Values values, Order order, int[] counts) {
    BitSet found = new BitSet(values.size());
    for (int id = 1; id < values.size(); id++) {
      if (counts[id] > 0 && values.parents()[id] == parent) {
        found.set(id);
      }
    }
    return byCount(found, order, counts);
  }

  /** Most frequent first, then by text; count and rank of the text in one number to sort by. */
  private static int[] byCount(BitSet ids, Order order, int[] counts) {
    long[] keys = new long[ids.cardinality()];
    int length = 0;
    for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
      keys[length++] = (long) -counts[id] << Integer.SIZE | order.ranks()[id];
    }
    Arrays.sort(keys);
    int[] sorted = new int[length];
    for (int i = 0; i < length; i++) {
      sorted[i] = order.byRank()[(int) keys[i]];
    }
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
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> {}
    }
  }
}
