package dev.winnow.lucene;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The {@link LeafColumns} of every leaf in use, kept from before a leaf is first searched until its
 * last reader closes. They are not evicted: every question needs all of them.
 */
final class Columns {
  private final Schema schema;
  private final Dictionaries dictionaries;
  private final Map<IndexReader.CacheKey, LeafColumns> byLeaf = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, LiveLeaf> live = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, LiveLeaf> latest = new ConcurrentHashMap<>();
  private final Map<String, HistogramEdges> edges = new ConcurrentHashMap<>();

  Columns(Schema schema) {
    this.schema = schema;
    this.dictionaries = new Dictionaries(schema);
  }

  ValueDictionary dictionary(Field field) {
    return dictionaries.of(field);
  }

  /**
   * Builds what is missing, so that no question waits for it; for ordered fields that is what has
   * been asked for before.
   */
  void warm(IndexReader reader) {
    Set<String> sliced =
        byLeaf.values().stream()
            .flatMap(columns -> columns.sliced().stream())
            .collect(Collectors.toSet());
    for (LeafReaderContext leaf : reader.leaves()) {
      LeafColumns columns = live(leaf).columns();
      sliced.forEach(field -> columns.slices(leaf.reader(), field));
    }
    for (Field field : schema.fields().values()) {
      if (field instanceof Field.Ordered ordered && edges.containsKey(field.name())) {
        HistogramEdges current = edges(ordered, reader);
        for (LeafReaderContext leaf : reader.leaves()) {
          of(leaf).buckets(leaf.reader(), field.name(), current);
        }
      }
    }
  }

  LeafColumns of(LeafReaderContext leaf) {
    return of(leaf.reader());
  }

  /** The columns of a leaf, built now when it is new. */
  LeafColumns of(LeafReader reader) {
    var helper = reader.getCoreCacheHelper();
    return byLeaf.computeIfAbsent(
        helper.getKey(),
        _ -> {
          helper.addClosedListener(byLeaf::remove);
          return build(reader);
        });
  }

  /** The live documents of a leaf at the reader's point in time. */
  LiveLeaf live(LeafReaderContext leaf) {
    var helper = leaf.reader().getReaderCacheHelper();
    LiveLeaf known = live.get(helper.getKey());
    return known != null ? known : countLive(leaf.reader(), helper);
  }

  private synchronized LiveLeaf countLive(LeafReader reader, IndexReader.CacheHelper helper) {
    LiveLeaf known = live.get(helper.getKey());
    if (known != null) {
      return known;
    }
    var core = reader.getCoreCacheHelper();
    LiveLeaf counted =
        new LiveLeaf(reader, of(reader), Optional.ofNullable(latest.get(core.getKey())));
    if (latest.put(core.getKey(), counted) == null) {
      core.addClosedListener(latest::remove);
    }
    live.put(helper.getKey(), counted);
    helper.addClosedListener(live::remove);
    return counted;
  }

  /** The numbers of the values of an {@code in} clause: in trees the nodes and all below them. */
  int[] wanted(Field field, List<String> values) {
    ValueDictionary dictionary = dictionaries.of(field);
    int[] ids =
        values.stream()
            .mapToInt(dictionary::idOf)
            .filter(id -> id != ValueDictionary.NONE)
            .distinct()
            .toArray();
    return field instanceof Field.Tree ? dictionary.values().withBelow(ids) : ids;
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

  /** Heap taken by the columns of all leaves and by what is live in them. */
  long bytes() {
    return byLeaf.values().stream().mapToLong(LeafColumns::bytes).sum()
        + latest.values().stream().mapToLong(LiveLeaf::bytes).sum();
  }

  private LeafColumns build(LeafReader reader) {
    try {
      return LeafColumns.build(reader, schema, dictionaries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
