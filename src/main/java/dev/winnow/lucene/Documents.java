package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/**
 * Documents that a condition is evaluated on: a whole leaf, or a chosen few. The sets returned are
 * new, of {@link #size} bits, and belong to the caller.
 */
interface Documents {
  int size();

  /** Those with one of the values, {@link ValueDictionary#NONE} standing for none at all. */
  FixedBitSet having(Field field, int[] values) throws IOException;

  /** Those whose amount lies in {@code [from, to]}. */
  FixedBitSet between(Field.Ordered field, long from, long to) throws IOException;

  /** Those that have an amount, and one that passes. */
  FixedBitSet amounts(Field.Ordered field, LongPredicate test) throws IOException;

  /** Those whose id passes. */
  FixedBitSet ids(Predicate<String> test) throws IOException;

  /** Those of customers who did what a resolved clause asks. */
  FixedBitSet did(Condition.Did did) throws IOException;

  /** Those that the query finds. */
  FixedBitSet matching(Query query) throws IOException;
}
