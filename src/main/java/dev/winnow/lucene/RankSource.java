package dev.winnow.lucene;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.SortField;

/**
 * The rank of a document's value among all values of a facet: declared values in their declared
 * order, then the others by text. So tiers sort from high to low, not by alphabet.
 */
final class RankSource extends LongValuesSource {
  private final Field field;
  private final Columns columns;
  private final long[] ranks;

  RankSource(Field field, Schema schema, Columns columns) {
    this.field = field;
    this.columns = columns;
    this.ranks = ranks(columns.dictionary(field).values(), field, schema);
  }

  @Override
  public SortField getSortField(boolean reverse) {
    return getSortField(reverse, reverse ? Long.MIN_VALUE : Long.MAX_VALUE);
  }

  @Override
  public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) {
    Column column = columns.of(leaf).facet(field.name());
    return new LongValues() {
      private int id;

      @Override
      public long longValue() {
        return ranks[id];
      }

      @Override
      public boolean advanceExact(int doc) {
        id = ((SingleColumn) column).ids().get(doc);
        return id != ValueDictionary.NONE;
      }
    };
  }

  @Override
  public LongValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    return false;
  }

  @Override
  public String toString() {
    return "rank(" + field.name() + ")";
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public boolean equals(Object other) {
    return other instanceof RankSource source && source.ranks == ranks;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(ranks);
  }

  private static long[] ranks(ValueDictionary.Values values, Field field, Schema schema) {
    String[] texts = values.texts();
    Map<String, Integer> declared = new HashMap<>();
    schema.valueLabels(field).keySet().forEach(value -> declared.put(value, declared.size()));
    int[] order =
        IntStream.range(1, values.size())
            .boxed()
            .sorted(
                (a, b) -> {
                  int declaredA = declared.getOrDefault(texts[a], Integer.MAX_VALUE);
                  int declaredB = declared.getOrDefault(texts[b], Integer.MAX_VALUE);
                  int byDeclaration = Integer.compare(declaredA, declaredB);
                  return byDeclaration != 0 ? byDeclaration : texts[a].compareTo(texts[b]);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    long[] ranks = new long[values.size()];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }
}
