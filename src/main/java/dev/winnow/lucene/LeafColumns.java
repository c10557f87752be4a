package dev.winnow.lucene;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one leaf that questions scan: a {@link Column} for each worded facet, the stable
 * numbers, and for ordered facets the bucket of each value. Built once from the leaf's doc values,
 * before the leaf can be searched; deletions do not change it.
 */
final class LeafColumns {
  private static final int SAMPLE = 512;

  private final int maxDoc;
  private final Map<String, Column> facets;
  private final Map<String, Spread> spreads;
  private final int[] numbers;
  private final boolean ascending;
  private final Map<BucketKey, Column> buckets = new ConcurrentHashMap<>();

  /** The extent of an ordered field in this leaf; min &gt; max when no document has it. */
  record Spread(long min, long max, long[] sample) {}

  private record BucketKey(String field, HistogramEdges edges) {}

  private LeafColumns(
      LeafReader reader, Map<String, Column> facets, Map<String, Spread> spreads, int[] numbers) {
    this.maxDoc = reader.maxDoc();
    this.facets = facets;
    this.spreads = spreads;
    this.numbers = numbers;
    this.ascending = isAscending(numbers);
  }

  static LeafColumns build(LeafReader reader, Schema schema, Dictionaries dictionaries)
      throws IOException {
    Map<String, Column> facets = new HashMap<>();
    Map<String, Spread> spreads = new HashMap<>();
    for (Field field : schema.fields().values()) {
      if (CustomerDocuments.hasColumn(field)) {
        facets.put(field.name(), facet(reader, field, dictionaries.of(field)));
      } else if (field instanceof Field.Ordered) {
        spreads.put(field.name(), spread(reader, field));
      }
    }
    return new LeafColumns(reader, facets, spreads, numbers(reader));
  }

  int maxDoc() {
    return maxDoc;
  }

  /** The column of a worded facet. */
  Column facet(String field) {
    return java.util.Objects.requireNonNull(facets.get(field), field);
  }

  Spread spread(String field) {
    return java.util.Objects.requireNonNull(spreads.get(field), field);
  }

  /** The stable number of a document. */
  int number(int doc) {
    return numbers[doc];
  }

  /** Whether the stable numbers grow with the documents, so that the first hits are the least. */
  boolean ascending() {
    return ascending;
  }

  /**
   * The buckets of an ordered field, numbered from 1; 0 where there is no value.
   *
   * @param reader any open reader of this leaf
   */
  Column buckets(LeafReader reader, String field, HistogramEdges edges) {
    return buckets.computeIfAbsent(
        new BucketKey(field, edges), _ -> bucketColumn(reader, field, edges));
  }

  /** Heap taken. */
  long bytes() {
    long sum = 4L * numbers.length;
    for (Column column : facets.values()) {
      sum += column.bytes();
    }
    for (Column column : buckets.values()) {
      sum += column.bytes();
    }
    return sum;
  }

  private Column bucketColumn(LeafReader reader, String field, HistogramEdges edges) {
    int[] ids = new int[maxDoc];
    BlockTotals totals = BlockTotals.sized(maxDoc, edges.buckets() + 1);
    try {
      NumericDocValues values = CustomerDocuments.ordered(reader, field);
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        ids[doc] = edges.bucket(values.longValue()) + 1;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    for (int doc = 0; doc < maxDoc; doc++) {
      totals.add(doc, ids[doc]);
    }
    return new Column.Single(PackedIds.of(ids, maxDoc), maxDoc, totals);
  }

  private static Column facet(LeafReader reader, Field field, ValueDictionary dictionary)
      throws IOException {
    SortedSetDocValues values = CustomerDocuments.words(reader, field.name());
    int[] globals = new int[Math.toIntExact(values.getValueCount())];
    for (int ord = 0; ord < globals.length; ord++) {
      globals[ord] = dictionary.add(values.lookupOrd(ord).utf8ToString());
    }
    return field.multi()
        ? multi(reader.maxDoc(), values, globals, dictionary.values())
        : single(reader.maxDoc(), values, globals, dictionary.size());
  }

  private static Column single(int maxDoc, SortedSetDocValues values, int[] globals, int size)
      throws IOException {
    int[] ids = new int[maxDoc];
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      ids[doc] = globals[Math.toIntExact(values.nextOrd())];
    }
    BlockTotals totals = BlockTotals.sized(maxDoc, size);
    for (int doc = 0; doc < maxDoc; doc++) {
      totals.add(doc, ids[doc]);
    }
    return new Column.Single(PackedIds.of(ids, maxDoc), maxDoc, totals);
  }

  private static Column multi(
      int maxDoc, SortedSetDocValues values, int[] globals, ValueDictionary.Values dictionary)
      throws IOException {
    int[] starts = new int[maxDoc + 1];
    int[] ids = new int[maxDoc];
    int[] own = new int[16];
    int end = 0;
    BlockTotals totals = BlockTotals.sized(maxDoc, dictionary.size());
    int with = values.nextDoc();
    for (int doc = 0; doc < maxDoc; doc++) {
      int count = 0;
      if (doc == with) {
        for (int i = 0; i < values.docValueCount(); i++) {
          own = ArrayUtil.grow(own, count + 64);
          count = addWithAncestors(own, count, globals[(int) values.nextOrd()], dictionary);
        }
        with = values.nextDoc();
      } else {
        totals.add(doc, ValueDictionary.NONE);
      }
      ids = ArrayUtil.grow(ids, end + count);
      for (int i = 0; i < count; i++) {
        ids[end++] = own[i];
        totals.add(doc, own[i]);
      }
      starts[doc + 1] = end;
    }
    return new Column.Multi(starts, PackedIds.of(ids, end), totals);
  }

  private static int addWithAncestors(
      int[] own, int count, int node, ValueDictionary.Values dictionary) {
    int length = count;
    for (int at = node; at != ValueDictionary.NONE; at = dictionary.parents()[at]) {
      boolean known = false;
      for (int i = 0; i < length; i++) {
        known |= own[i] == at;
      }
      if (known) {
        break;
      }
      own[length++] = at;
    }
    return length;
  }

  private static Spread spread(LeafReader reader, Field field) throws IOException {
    NumericDocValues values = CustomerDocuments.ordered(reader, field.name());
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    long[] sample = new long[SAMPLE];
    int every = Math.max(1, reader.maxDoc() / SAMPLE);
    int sampled = 0;
    int seen = 0;
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      long value = values.longValue();
      min = Math.min(min, value);
      max = Math.max(max, value);
      if (seen++ % every == 0 && sampled < SAMPLE) {
        sample[sampled++] = value;
      }
    }
    return new Spread(min, max, Arrays.copyOf(sample, sampled));
  }

  private static int[] numbers(LeafReader reader) throws IOException {
    int[] numbers = new int[reader.maxDoc()];
    @Nullable NumericDocValues values = reader.getNumericDocValues(CustomerDocuments.NUMBER);
    while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      numbers[values.docID()] = Math.toIntExact(values.longValue());
    }
    return numbers;
  }

  private static boolean isAscending(int[] numbers) {
    for (int doc = 1; doc < numbers.length; doc++) {
      if (numbers[doc] < numbers[doc - 1]) {
        return false;
      }
    }
    return true;
  }
}
