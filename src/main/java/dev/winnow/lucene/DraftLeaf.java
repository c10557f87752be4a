package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * A leaf in which some facets have the grades of a draft.
 *
 * @param customers the live documents that are looked at
 * @param grades by facet and document, the draft's value numbers
 * @param byValue by facet and value number, the documents; complete before conditions are evaluated
 */
record DraftLeaf(
    LeafReaderContext leaf,
    FixedBitSet customers,
    Map<String, int[]> grades,
    Map<String, Map<Integer, FixedBitSet>> byValue) {

  DraftLeaf(LeafReaderContext leaf, FixedBitSet customers, Iterable<String> facets) {
    this(leaf, customers, new HashMap<>(), new HashMap<>());
    facets.forEach(facet -> grades.put(facet, new int[leaf.reader().maxDoc()]));
  }

  /** Has each facet's documents by value, for conditions to be evaluated. */
  void invert() {
    grades.forEach(
        (facet, numbers) -> {
          Map<Integer, FixedBitSet> sets = new HashMap<>();
          int latest = -1;
          FixedBitSet set = new FixedBitSet(0);
          for (int doc = 0; doc < numbers.length; doc++) {
            if (numbers[doc] != latest) {
              latest = numbers[doc];
              set = sets.computeIfAbsent(latest, _ -> new FixedBitSet(numbers.length));
            }
            set.set(doc);
          }
          byValue.put(facet, sets);
        });
  }

  /** The same documents for conditions, everything but the draft's facets as at present. */
  Documents over(Documents present) {
    return new Documents() {
      @Override
      public int size() {
        return present.size();
      }

      @Override
      public FixedBitSet having(Field field, int[] values) throws IOException {
        Map<Integer, FixedBitSet> sets = byValue.get(field.name());
        if (sets == null) {
          return present.having(field, values);
        }
        FixedBitSet bits = new FixedBitSet(size());
        for (int value : values) {
          FixedBitSet set = sets.get(value);
          if (set != null) {
            bits.or(set);
          }
        }
        return bits;
      }

      @Override
      public FixedBitSet between(Field.Ordered field, long from, long to) throws IOException {
        return present.between(field, from, to);
      }

      @Override
      public FixedBitSet amounts(Field.Ordered field, LongPredicate test) throws IOException {
        return present.amounts(field, test);
      }

      @Override
      public FixedBitSet ids(Predicate<String> test) throws IOException {
        return present.ids(test);
      }

      @Override
      public FixedBitSet did(Condition.Did did) throws IOException {
        return present.did(did);
      }

      @Override
      public FixedBitSet matching(Query query) throws IOException {
        return present.matching(query);
      }
    };
  }
}
