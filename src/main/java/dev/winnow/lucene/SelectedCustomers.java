package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/**
 * A few chosen customers as documents to evaluate conditions on. What is asked of a field is
 * gathered once from the leaves in which they lie. One object serves one searcher and one thread.
 */
final class SelectedCustomers implements Documents {
  private final Columns columns;
  private final Weights weights;
  private final DidSource dids;
  private final List<String> ids;
  private final FixedBitSet found;
  private final Map<LeafReaderContext, List<Place>> places = new HashMap<>();
  private final Map<Field, Map<Integer, FixedBitSet>> values = new HashMap<>();
  private final Map<Field.Ordered, Amounts> amounts = new HashMap<>();

  /** A chosen document of a leaf, and which of the chosen it is. */
  private record Place(int doc, int index) {}

  private record Amounts(long[] amounts, FixedBitSet present, SortedAmounts sorted) {}

  /**
   * @param found where the customer with each id is, by the id's position; missing ones are absent
   */
  SelectedCustomers(
      Columns columns,
      Weights weights,
      DidSource dids,
      List<String> ids,
      Map<Integer, LeafDocument> found) {
    this.columns = columns;
    this.weights = weights;
    this.dids = dids;
    this.ids = ids;
    this.found = new FixedBitSet(ids.size());
    found.forEach(
        (index, document) -> {
          this.found.set(index);
          places
              .computeIfAbsent(document.leaf(), _ -> new ArrayList<>())
              .add(new Place(document.doc(), index));
        });
    places.values().forEach(each -> each.sort(Comparator.comparingInt(Place::doc)));
  }

  /** Those that there are; what is missing may satisfy conditions. */
  FixedBitSet found() {
    return found;
  }

  /**
   * By the number of a value that one of the chosen has, those that have it or, in a tree, a node
   * below it. The sets are shared.
   */
  Map<Integer, FixedBitSet> byValue(Field field) {
    return values.computeIfAbsent(field, this::gather);
  }

  private Map<Integer, FixedBitSet> gather(Field field) {
    int[] parents = columns.dictionary(field).values().parents();
    Map<Integer, FixedBitSet> byValue = new HashMap<>();
    places.forEach(
        (leaf, chosen) -> {
          Column column = columns.of(leaf).facet(field.name());
          for (Place place : chosen) {
            column.forEach(
                place.doc,
                value -> {
                  int node = value;
                  do {
                    byValue.computeIfAbsent(node, _ -> new FixedBitSet(size())).set(place.index);
                    node = parents[node];
                  } while (node != ValueDictionary.NONE);
                });
          }
        });
    return byValue;
  }

  /** The chosen by their amounts. */
  SortedAmounts sorted(Field.Ordered field) throws IOException {
    return amounts(field).sorted;
  }

  /** Takes the amount of one of the chosen. */
  interface AmountUse {
    void take(int index, long amount);
  }

  /** Hands over the amounts of those of the chosen that have one. */
  void forEachAmount(Field.Ordered field, AmountUse use) throws IOException {
    Amounts all = amounts(field);
    for (int i = 0; i < size(); i++) {
      if (all.present.get(i)) {
        use.take(i, all.amounts[i]);
      }
    }
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public FixedBitSet having(Field field, int[] wanted) {
    FixedBitSet bits = new FixedBitSet(size());
    for (int value : wanted) {
      FixedBitSet with = byValue(field).get(value);
      if (with != null) {
        bits.or(with);
      }
    }
    return bits;
  }

  @Override
  public FixedBitSet between(Field.Ordered field, long from, long to) throws IOException {
    FixedBitSet bits = new FixedBitSet(size());
    sorted(field).between(from, to, bits.getBits(), 0);
    return bits;
  }

  @Override
  public FixedBitSet amounts(Field.Ordered field, LongPredicate test) throws IOException {
    Amounts all = amounts(field);
    FixedBitSet bits = new FixedBitSet(size());
    for (int i = 0; i < size(); i++) {
      if (all.present.get(i) && test.test(all.amounts[i])) {
        bits.set(i);
      }
    }
    return bits;
  }

  private Amounts amounts(Field.Ordered field) throws IOException {
    Amounts known = amounts.get(field);
    if (known == null) {
      known = read(field);
      amounts.put(field, known);
    }
    return known;
  }

  private Amounts read(Field.Ordered field) throws IOException {
    long[] all = new long[size()];
    FixedBitSet present = new FixedBitSet(size());
    for (Map.Entry<LeafReaderContext, List<Place>> entry : places.entrySet()) {
      NumericDocValues source = CustomerDocuments.ordered(entry.getKey().reader(), field.name());
      for (Place place : entry.getValue()) {
        if (source.advanceExact(place.doc)) {
          all[place.index] = source.longValue();
          present.set(place.index);
        }
      }
    }
    return new Amounts(all, present, new SortedAmounts(all, present));
  }

  @Override
  public FixedBitSet ids(Predicate<String> test) {
    FixedBitSet bits = new FixedBitSet(size());
    for (int i = 0; i < size(); i++) {
      if (test.test(ids.get(i))) {
        bits.set(i);
      }
    }
    return bits;
  }

  @Override
  public FixedBitSet did(Condition.Did did) throws IOException {
    LongPredicate customers = dids.customers(did);
    FixedBitSet bits = new FixedBitSet(size());
    places.forEach(
        (leaf, chosen) -> {
          LeafColumns here = columns.of(leaf);
          for (Place place : chosen) {
            if (customers.test(here.number(place.doc))) {
              bits.set(place.index);
            }
          }
        });
    return bits;
  }

  @Override
  public FixedBitSet matching(Query query) throws IOException {
    FixedBitSet bits = new FixedBitSet(size());
    for (Map.Entry<LeafReaderContext, List<Place>> entry : places.entrySet()) {
      Scorer scorer = weights.of(query).scorer(entry.getKey());
      DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
      for (Place place : entry.getValue()) {
        int doc = matches.docID();
        if ((doc < place.doc ? matches.advance(place.doc) : doc) == place.doc) {
          bits.set(place.index);
        }
      }
    }
    return bits;
  }
}
