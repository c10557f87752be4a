package dev.winnow.lucene;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The {@link LeafColumns} of every leaf in use, kept from before a leaf is first searched until its
 * last reader closes. They are not evicted: every question needs all of them.
 */
final class Columns {
  private final Schema schema;
  private final Dictionaries dictionaries;
  private final Map<IndexReader.CacheKey, LeafColumns> byLeaf = new ConcurrentHashMap<>();
  private final Map<String, HistogramEdges> edges = new ConcurrentHashMap<>();

  Columns(Schema schema) {
    this.schema = schema;
    this.dictionaries = new Dictionaries(schema);
  }

  ValueDictionary dictionary(Field field) {
    return dictionaries.of(field);
  }

  /** Builds what is missing, so that no question waits for it. */
  void warm(IndexReader reader) {
    reader.leaves().forEach(this::of);
  }

  LeafColumns of(LeafReaderContext leaf) {
    var helper = leaf.reader().getCoreCacheHelper();
    LeafColumns known = byLeaf.get(helper.getKey());
    if (known != null) {
      return known;
    }
    return byLeaf.computeIfAbsent(
        helper.getKey(),
        key -> {
          helper.addClosedListener(byLeaf::remove);
          return build(leaf);
        });
  }

  /** Which value numbers satisfy an {@code in} clause: in trees the nodes and all below them. */
  boolean[] wanted(Field field, List<String> values) {
    ValueDictionary dictionary = dictionaries.of(field);
    ValueDictionary.Values known = dictionary.values();
    boolean[] wanted = new boolean[known.size()];
    for (String value : values) {
      int id = dictionary.idOf(value);
      if (id != ValueDictionary.NONE && id < wanted.length) {
        wanted[id] = true;
      }
    }
    for (int id = 1; id < wanted.length; id++) {
      wanted[id] |= known.parents()[id] != ValueDictionary.NONE && wanted[known.parents()[id]];
    }
    return wanted;
  }

  /** Wants the documents without a value. */
  boolean[] none(Field field) {
    boolean[] wanted = new boolean[dictionaries.of(field).size()];
    wanted[ValueDictionary.NONE] = true;
    return wanted;
  }

  /** Histogram edges that cover all values of the field; they stay until one falls outside. */
  HistogramEdges edges(Field.Ordered field, IndexReader reader) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    long[] sample = {};
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafColumns.Spread spread = of(leaf).spread(field.name());
      min = Math.min(min, spread.min());
      max = Math.max(max, spread.max());
      sample = spread.sample().length > sample.length ? spread.sample() : sample;
    }
    HistogramEdges known = edges.getOrDefault(field.name(), HistogramEdges.NONE);
    if (min <= max && known.covers(min, max)) {
      return known;
    }
    HistogramEdges fresh = HistogramEdges.of(field, min, max, sample);
    edges.put(field.name(), fresh);
    return fresh;
  }

  /** Heap taken by all columns. */
  long bytes() {
    return byLeaf.values().stream().mapToLong(LeafColumns::bytes).sum();
  }

  private LeafColumns build(LeafReaderContext leaf) {
    try {
      return LeafColumns.build(leaf.reader(), schema, dictionaries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
