package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
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
 * Evaluates conditions on a few chosen customers, as membership does after a change: what the
 * conditions need is gathered once from the leaves in which the customers lie, as a bit set for
 * each value met, and then every clause is a few words of bit algebra, however many conditions
 * there are. Clauses that several conditions share are evaluated once.
 *
 * <p>One evaluator serves one searcher and one thread.
 */
final class SelectionEvaluator extends Evaluation {
  private final Columns columns;
  private final Weights weights;
  private final DidSource dids;
  private final List<String> ids;
  private final Map<LeafReaderContext, List<Place>> places = new HashMap<>();
  private final Map<Condition, FixedBitSet> known = new HashMap<>();
  private final Map<String, List<FixedBitSet>> values = new HashMap<>();
  private final Map<String, Amounts> amounts = new HashMap<>();
  private final Selection selection = new Selection();

  /** A chosen document of a leaf, and which of the chosen it is. */
  private record Place(int doc, int index) {}

  private record Amounts(long[] amounts, FixedBitSet present) {}

  /**
   * @param found where the customer with each id is, by the id's position; missing ones are absent
   */
  SelectionEvaluator(
      Schema schema,
      Columns columns,
      KeywordQuery keywords,
      Weights weights,
      DidSource dids,
      List<String> ids,
      Map<Integer, LeafDocument> found) {
    super(schema, columns, keywords);
    this.columns = columns;
    this.weights = weights;
    this.dids = dids;
    this.ids = List.copyOf(ids);
    found.forEach(
        (index, document) ->
            places
                .computeIfAbsent(document.leaf(), _ -> new ArrayList<>())
                .add(new Place(document.doc(), index)));
    places.values().forEach(each -> each.sort(java.util.Comparator.comparingInt(Place::doc)));
  }

  /** Which of the chosen satisfy a resolved condition, absent ones perhaps among them. */
  FixedBitSet evaluate(Condition condition) throws IOException {
    return part(selection, condition);
  }

  @Override
  FixedBitSet part(Documents documents, Condition condition) throws IOException {
    FixedBitSet bits = known.get(condition);
    if (bits == null) {
      bits = compute(documents, condition);
      known.put(condition, bits);
    }
    return bits;
  }

  private final class Selection implements Documents {
    @Override
    public int size() {
      return ids.size();
    }

    @Override
    public FixedBitSet having(Field field, int[] wanted) {
      List<FixedBitSet> byValue = values.computeIfAbsent(field.name(), this::gather);
      FixedBitSet bits = new FixedBitSet(size());
      for (int value : wanted) {
        if (value < byValue.size() && byValue.get(value).length() > 0) {
          bits.or(byValue.get(value));
        }
      }
      return bits;
    }

    /** The chosen with each value; of values nobody has, an empty set of no length. */
    private List<FixedBitSet> gather(String field) {
      List<FixedBitSet> byValue = new ArrayList<>();
      FixedBitSet nobody = new FixedBitSet(0);
      places.forEach(
          (leaf, chosen) -> {
            Column column = columns.of(leaf).facet(field);
            for (Place place : chosen) {
              column.forEach(
                  place.doc,
                  value -> {
                    while (byValue.size() <= value) {
                      byValue.add(nobody);
                    }
                    if (byValue.get(value) == nobody) {
                      byValue.set(value, new FixedBitSet(size()));
                    }
                    byValue.get(value).set(place.index);
                  });
            }
          });
      return byValue;
    }

    @Override
    public FixedBitSet between(Field.Ordered field, long from, long to) throws IOException {
      return amounts(field, value -> value >= from && value <= to);
    }

    @Override
    public FixedBitSet amounts(Field.Ordered field, LongPredicate test) throws IOException {
      Amounts all = amounts.get(field.name());
      if (all == null) {
        all = read(field);
        amounts.put(field.name(), all);
      }
      FixedBitSet bits = new FixedBitSet(size());
      for (int i = 0; i < size(); i++) {
        if (all.present.get(i) && test.test(all.amounts[i])) {
          bits.set(i);
        }
      }
      return bits;
    }

    private Amounts read(Field.Ordered field) throws IOException {
      Amounts all = new Amounts(new long[size()], new FixedBitSet(size()));
      for (Map.Entry<LeafReaderContext, List<Place>> entry : places.entrySet()) {
        NumericDocValues source = CustomerDocuments.ordered(entry.getKey().reader(), field.name());
        for (Place place : entry.getValue()) {
          if (source.advanceExact(place.doc)) {
            all.amounts[place.index] = source.longValue();
            all.present.set(place.index);
          }
        }
      }
      return all;
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
      for (Map.Entry<LeafReaderContext, List<Place>> entry : places.entrySet()) {
        for (Place place : entry.getValue()) {
          long number =
              StoredState.value(entry.getKey().reader(), CustomerDocuments.NUMBER, place.doc);
          if (customers.test(number)) {
            bits.set(place.index);
          }
        }
      }
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
}
