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
    Shown shown = new Shown(request, field, values);
    if (tree) {
      shown.open(dictionary);
    }
    BitSet parents = tree ? parents(values, counts) : new BitSet();
    List<ValueCount> result = new ArrayList<>();
    for (int id : byCount(values, selected, dictionary.order(), counts)) {
      if (shown.next(id, counts[id]) || selected.get(id)) {
        result.add(
            new ValueCount(values.texts()[id], counts[id], selected.get(id), parents.get(id)));
      }
    }
    result.addAll(absent);
    return new FacetCounts.Values(field.name(), result, shown.top, counts[ValueDictionary.NONE]);
  }

  /**
   * Decides which values are shown, of all in their order: of the facet's own list, and of those
   * right below each open node of a tree, the first so many.
   */
  private final class Shown {
    private final FacetRequest request;
    private final Values values;
    private final boolean nested;
    private final String wanted;
    private final Map<String, Label> labels;
    private final int[] below;
    private int top;

    private Shown(FacetRequest request, Field field, Values values) {
      this.request = request;
      this.values = values;
      this.nested = field instanceof Field.Tree;
      this.wanted = request.contains().toLowerCase(Locale.ROOT);
      this.labels = wanted.isEmpty() ? Map.of() : schema.valueLabels(field);
      this.below = new int[values.size()];
      Arrays.fill(below, request.limit());
    }

    private void open(ValueDictionary dictionary) {
      for (String path : request.expanded()) {
        int node = dictionary.idOf(path);
        if (node != ValueDictionary.NONE && node < below.length) {
          below[node] = 0;
        }
      }
    }

    private boolean next(int id, int count) {
      if (count == 0) {
        return false;
      }
      int parent = values.parents()[id];
      boolean listed =
          wanted.isEmpty()
              ? parent == ValueDictionary.NONE
              : contains(values.texts()[id], labels, wanted);
      boolean shown = listed && top++ < request.limit();
      boolean within = nested && parent != ValueDictionary.NONE;
      return (within && below[parent]++ < request.limit()) || shown;
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

  /**
   * The values that are had by anyone or selected, most frequent first, then by text; count and
   * rank of the text in one number to sort by.
   */
  private static int[] byCount(Values values, BitSet selected, Order order, int[] counts) {
    long[] keys = new long[values.size()];
    int length = 0;
    for (int id = 1; id < keys.length; id++) {
      if (counts[id] != 0 || selected.get(id)) {
        keys[length++] = (long) -counts[id] << Integer.SIZE | order.ranks()[id];
      }
    }
    Arrays.sort(keys, 0, length);
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
