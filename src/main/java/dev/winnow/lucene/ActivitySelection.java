package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Activities of a leaf, all of them or those of chosen customers, by customer.
 *
 * <p>Serves one thread.
 */
final class ActivitySelection implements Documents {
  private final LeafReaderContext leaf;
  private final CustomerRuns runs;
  private final Weights weights;
  private final ActivityAmounts amounts;
  private final int @Nullable [] chosen;

  private ActivitySelection(
      LeafReaderContext leaf,
      CustomerRuns runs,
      int @Nullable [] chosen,
      Weights weights,
      ActivityAmounts amounts) {
    this.leaf = leaf;
    this.runs = runs;
    this.chosen = chosen;
    this.weights = weights;
    this.amounts = amounts;
  }

  static ActivitySelection all(
      LeafReaderContext leaf, CustomerRuns runs, Weights weights, ActivityAmounts amounts) {
    return new ActivitySelection(leaf, runs, null, weights, amounts);
  }

  /**
   * @param customers ascending numbers
   */
  static ActivitySelection of(
      LeafReaderContext leaf,
      CustomerRuns runs,
      int[] customers,
      Weights weights,
      ActivityAmounts amounts) {
    CustomerRuns.Some some = runs.of(customers);
    return new ActivitySelection(leaf, some.runs(), some.docs(), weights, amounts);
  }

  /** Where each customer's activities are among these. */
  CustomerRuns runs() {
    return runs;
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  /** The document of an activity by its place among these; growing with it. */
  int doc(int place) {
    return chosen == null ? place : chosen[place];
  }

  @Override
  public int size() {
    return chosen == null ? leaf.reader().maxDoc() : chosen.length;
  }

  /** Takes the deleted ones out of a set. */
  void removeDeleted(FixedBitSet set) {
    Bits live = leaf.reader().getLiveDocs();
    for (int i = 0; live != null && i < size(); i++) {
      if (!live.get(doc(i))) {
        set.clear(i);
      }
    }
  }

  @Override
  public FixedBitSet having(Field field, int[] values) {
    throw new UnsupportedOperationException("activities have no columns");
  }

  @Override
  public FixedBitSet did(Condition.Did did) {
    throw new IllegalArgumentException("not about an activity: " + did);
  }

  @Override
  public FixedBitSet between(Field.Ordered field, long from, long to) throws IOException {
    return amounts(field, value -> value >= from && value <= to);
  }

  @Override
  public FixedBitSet amounts(Field.Ordered field, LongPredicate test) throws IOException {
    return passing(amounts.of(leaf.reader(), field.name()), test);
  }

  /** Those whose time lies in {@code [from, to)}, in milliseconds since 1970. */
  FixedBitSet within(long from, long to) throws IOException {
    return passing(
        DocValues.getNumeric(leaf.reader(), ActivityDocuments.numbers(ActivityDocuments.TIME)),
        time -> time >= from && time < to);
  }

  /** Those that have a number, and one that passes. */
  private FixedBitSet passing(NumericDocValues values, LongPredicate test) throws IOException {
    FixedBitSet set = new FixedBitSet(size());
    for (int i = 0; i < size(); i++) {
      if (values.advanceExact(doc(i)) && test.test(values.longValue())) {
        set.set(i);
      }
    }
    return set;
  }

  @Override
  public FixedBitSet ids(Predicate<String> test) throws IOException {
    FixedBitSet set = new FixedBitSet(size());
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), StoredState.ID);
    for (int i = 0; i < size(); i++) {
      if (ids.advanceExact(doc(i)) && test.test(ids.binaryValue().utf8ToString())) {
        set.set(i);
      }
    }
    return set;
  }

  @Override
  public FixedBitSet matching(Query query) throws IOException {
    FixedBitSet set = new FixedBitSet(size());
    Scorer scorer = weights.of(query).scorer(leaf);
    if (scorer == null) {
      return set;
    }
    DocIdSetIterator matches = scorer.iterator();
    if (chosen == null) {
      set.or(matches);
      return set;
    }
    for (int i = 0; i < chosen.length; i++) {
      int doc = matches.docID();
      if ((doc < chosen[i] ? matches.advance(chosen[i]) : doc) == chosen[i]) {
        set.set(i);
      }
    }
    return set;
  }
}
