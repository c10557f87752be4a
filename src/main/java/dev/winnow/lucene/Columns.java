package dev.winnow.lucene;

import dev.winnow.classify.Grading;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The {@link LeafColumns} of every leaf in use, kept from before a leaf is first searched until its
 * last reader closes. They are not evicted: every question needs all of them.
 *
 * <p>They belong to one {@link Grading}, from which the columns of graded facets are derived. A
 * question takes hold of one such object and asks no other, so it never sees half of a
 * reclassification; another grading is another object, made beside this one.
 */
final class Columns {
  private final Schema schema;
  private final Dictionaries dictionaries;
  private final Grading grading;
  private final Set<String> graded;
  private final int generation;
  private final Map<IndexReader.CacheKey, LeafColumns> byLeaf = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, LiveLeaf> live = new ConcurrentHashMap<>();
  private final Map<IndexReader.CacheKey, LiveLeaf> latest = new ConcurrentHashMap<>();
  private final Map<String, HistogramEdges> edges;

  /** Those of the values as given, without any grading. */
  Columns(Schema schema) {
    this(schema, new Dictionaries(schema), Grading.NONE, 0, new ConcurrentHashMap<>());
  }

  private Columns(
      Schema schema,
      Dictionaries dictionaries,
      Grading grading,
      int generation,
      Map<String, HistogramEdges> edges) {
    this.schema = schema;
    this.dictionaries = dictionaries;
    this.grading = grading;
    this.graded = grading.facets();
    this.generation = generation;
    this.edges = edges;
  }

  /** Those of another grading, still to be {@link #derive derived}. */
  Columns under(Grading other) {
    return new Columns(schema, dictionaries, other, generation + 1, edges);
  }

  Dictionaries dictionaries() {
    return dictionaries;
  }

  Grading grading() {
    return grading;
  }

  /** Different for every grading; what was worked out under one means nothing under another. */
  int generation() {
    return generation;
  }

  /** Builds a leaf's columns, taking from those of another grading what is the same. */
  void derive(LeafReader reader, Columns before) {
    LeafColumns known = before.byLeaf.get(reader.getCoreCacheHelper().getKey());
    if (known != null) {
      of(reader, () -> known.regraded(reader, schema, dictionaries, before.grading, grading));
    }
    var _ = of(reader);
  }

  ValueDictionary dictionary(Field field) {
    return dictionaries.of(field);
  }

  /**
   * Builds what is missing, so that no question waits for it; for ordered fields that is what has
   * been asked for before.
   */
  void warm(IndexReader reader) {
    reader.leaves().parallelStream().filter(leaf -> !isBuilt(leaf)).forEach(this::of);
    Set<String> sliced = sliced();
    Map<String, HistogramEdges> asked = asked(field -> edges(field, reader));
    for (LeafReaderContext leaf : reader.leaves()) {
      var _ = live(leaf);
      warm(leaf.reader(), sliced, asked);
    }
  }

  /**
   * As {@link #warm(IndexReader)}, for a leaf that nobody can ask yet. Values of it may lie outside
   * the histograms known so far; its buckets are then left to the reader that first shows it.
   */
  void warm(LeafReader leaf) {
    LeafColumns columns = of(leaf);
    Map<String, HistogramEdges> covering =
        asked(field -> edges.getOrDefault(field.name(), HistogramEdges.NONE));
    covering.entrySet().removeIf(asked -> !columns.spread(asked.getKey()).within(asked.getValue()));
    warm(leaf, sliced(), covering);
  }

  private void warm(LeafReader leaf, Set<String> sliced, Map<String, HistogramEdges> asked) {
    LeafColumns columns = of(leaf);
    sliced.forEach(field -> columns.slices(leaf, field));
    asked.forEach((field, known) -> columns.buckets(leaf, field, known));
  }

  private Map<String, HistogramEdges> asked(Function<Field.Ordered, HistogramEdges> current) {
    Map<String, HistogramEdges> asked = new LinkedHashMap<>();
    for (Field field : schema.fields().values()) {
      if (field instanceof Field.Ordered ordered && edges.containsKey(field.name())) {
        asked.put(field.name(), current.apply(ordered));
      }
    }
    return asked;
  }

  private Set<String> sliced() {
    return byLeaf.values().stream()
        .flatMap(columns -> columns.sliced().stream())
        .collect(Collectors.toSet());
  }

  private boolean isBuilt(LeafReaderContext leaf) {
    return byLeaf.containsKey(leaf.reader().getCoreCacheHelper().getKey());
  }

  LeafColumns of(LeafReaderContext leaf) {
    return of(leaf.reader());
  }

  /** The columns of a leaf, built now when it is new. */
  LeafColumns of(LeafReader reader) {
    LeafColumns known = byLeaf.get(reader.getCoreCacheHelper().getKey());
    return known != null
        ? known
        : of(reader, () -> LeafColumns.build(reader, schema, dictionaries, grading));
  }

  private interface Building {
    LeafColumns build() throws IOException;
  }

  private LeafColumns of(LeafReader reader, Building building) {
    var helper = reader.getCoreCacheHelper();
    return byLeaf.computeIfAbsent(
        helper.getKey(),
        _ -> {
          forgetWhenClosed(helper, byLeaf);
          try {
            return building.build();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** A leaf outlives gradings, so it knows what is kept of it only weakly. */
  private static void forgetWhenClosed(
      IndexReader.CacheHelper helper, Map<IndexReader.CacheKey, ?> kept) {
    var reference = new WeakReference<Map<IndexReader.CacheKey, ?>>(kept);
    helper.addClosedListener(
        key -> {
          Map<IndexReader.CacheKey, ?> still = reference.get();
          if (still != null) {
            still.remove(key);
          }
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
      forgetWhenClosed(core, latest);
    }
    live.put(helper.getKey(), counted);
    forgetWhenClosed(helper, live);
    return counted;
  }

  /** The value numbers of a facet that has one value at most. */
  PackedIds single(LeafReaderContext leaf, String facet) {
    return ((SingleColumn) of(leaf).facet(facet)).ids();
  }

  /** A customer as stored, with the grades that hold in place of what was given. */
  StoredCustomer graded(LeafDocument at, StoredCustomer stored) {
    if (graded.isEmpty()) {
      return stored;
    }
    SequencedMap<String, FieldValue> seen = new LinkedHashMap<>();
    for (String field : schema.fields().keySet()) {
      if (graded.contains(field)) {
        int number = single(at.leaf(), field).get(at.doc());
        dictionaries
            .of(field)
            .values()
            .text(number)
            .ifPresent(grade -> seen.put(field, FieldValue.Words.of(grade)));
      } else {
        Optional.ofNullable(stored.customer().values().get(field))
            .ifPresent(value -> seen.put(field, value));
      }
    }
    Customer customer = new Customer(stored.customer().id(), seen);
    return new StoredCustomer(
        customer,
        stored.given(),
        stored.computed(),
        stored.overrides(),
        stored.origins(),
        stored.archived(),
        stored.number(),
        stored.version());
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
}
