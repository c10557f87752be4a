package dev.winnow.lucene;

import dev.winnow.classify.Grading;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one leaf that questions read: a {@link Column} for each worded facet, the pair
 * counts of large leaves, the stable numbers, and for ordered fields that have been asked about
 * their {@link RangeSlices} and the bucket of each value. Built from the leaf's doc values before
 * the leaf can be searched; deletions do not change it.
 */
final class LeafColumns {
  private static final int SAMPLE = 512;

  private final Map<String, Column> facets;
  private final PackedRows rows;
  private final Map<String, Spread> spreads;
  private final Optional<PairCounts> pairs;
  private final int[] numbers;
  private final int[] leastNumbers;
  private final Map<String, Buckets> buckets;
  private final Map<String, RangeSlices> slices;

  /** The extent of an ordered field in this leaf; min &gt; max when no document has it. */
  record Spread(long min, long max, long[] sample) {
    boolean within(HistogramEdges edges) {
      return edges.covers(min, max);
    }
  }

  private record Buckets(HistogramEdges edges, Column column) {}

  private LeafColumns(Map<String, Column> facets, Map<String, Spread> spreads, int[] numbers) {
    this.facets = facets;
    this.spreads = spreads;
    this.numbers = numbers;
    this.buckets = new ConcurrentHashMap<>();
    this.slices = new ConcurrentHashMap<>();
    this.leastNumbers = FirstByNumber.least(numbers);
    this.pairs = PairCounts.of(facets, numbers.length);
    this.rows = PackedRows.form(facets, numbers.length);
  }

  /** The same leaf with other columns for some facets. */
  private LeafColumns(LeafColumns same, Map<String, Column> facets) {
    this.facets = facets;
    this.spreads = same.spreads;
    this.numbers = same.numbers;
    this.leastNumbers = same.leastNumbers;
    this.buckets = same.buckets;
    this.slices = same.slices;
    this.pairs = PairCounts.of(facets, numbers.length);
    this.rows = PackedRows.form(facets, numbers.length);
  }

  static LeafColumns build(
      LeafReader reader, Schema schema, Dictionaries dictionaries, Grading grading)
      throws IOException {
    Map<String, Column> built = new ConcurrentHashMap<>();
    Map<String, Spread> spreads = new ConcurrentHashMap<>();
    built.putAll(new LeafGrades(reader, schema, dictionaries, grading).columns());
    ColumnBuilder builder = new ColumnBuilder(reader);
    List<Runnable> tasks = new ArrayList<>();
    for (Field field : schema.fields().values()) {
      String name = field.name();
      if (CustomerDocuments.hasColumn(field) && !built.containsKey(name)) {
        ValueDictionary dictionary = dictionaries.of(field);
        tasks.add(() -> built.put(name, reading(() -> builder.facet(field, dictionary))));
      } else if (field instanceof Field.Ordered) {
        tasks.add(() -> spreads.put(name, reading(() -> spread(reader, field))));
      }
    }
    SideBySide.run(reader.maxDoc(), tasks);
    Map<String, Column> facets = new LinkedHashMap<>();
    for (String name : schema.fields().keySet()) {
      if (built.containsKey(name)) {
        facets.put(name, Objects.requireNonNull(built.get(name)));
      }
    }
    return new LeafColumns(facets, spreads, numbers(reader));
  }

  /**
   * The same leaf under another grading.
   *
   * @param before the grading of these columns
   */
  LeafColumns regraded(
      LeafReader reader, Schema schema, Dictionaries dictionaries, Grading before, Grading grading)
      throws IOException {
    Map<String, Column> graded = new LeafGrades(reader, schema, dictionaries, grading).columns();
    ColumnBuilder builder = new ColumnBuilder(reader);
    Map<String, Column> next = new LinkedHashMap<>(facets);
    for (String facet : before.facets()) {
      if (!graded.containsKey(facet)) {
        Field field = Objects.requireNonNull(schema.fields().get(facet), facet);
        next.put(facet, builder.facet(field, dictionaries.of(field)));
      }
    }
    next.putAll(graded);
    return new LeafColumns(this, next);
  }

  /** The column of a worded facet. */
  Column facet(String field) {
    return Objects.requireNonNull(facets.get(field), field);
  }

  /** All columns of worded facets, by field. */
  Map<String, Column> facets() {
    return facets;
  }

  /** The columns that lie side by side. */
  PackedRows rows() {
    return rows;
  }

  /** How often values go together, deleted documents included. */
  Optional<PairCounts> pairs() {
    return pairs;
  }

  Spread spread(String field) {
    return Objects.requireNonNull(spreads.get(field), field);
  }

  /** The stable number of a document. */
  int number(int doc) {
    return numbers[doc];
  }

  /** The least stable number of each run of {@link FirstByNumber#RUN} documents. */
  int[] leastNumbers() {
    return leastNumbers;
  }

  /**
   * The buckets of an ordered field, numbered from 1; 0 where there is no value.
   *
   * @param reader any open reader of this leaf
   */
  Column buckets(LeafReader reader, String field, HistogramEdges edges) {
    Buckets known = buckets.get(field);
    if (known == null || !known.edges.equals(edges)) {
      known = new Buckets(edges, reading(() -> new ColumnBuilder(reader).buckets(field, edges)));
      buckets.put(field, known);
    }
    return known.column;
  }

  /**
   * The amounts of an ordered field, sliced for ranges.
   *
   * @param reader any open reader of this leaf
   */
  RangeSlices slices(LeafReader reader, String field) {
    return slices.computeIfAbsent(field, _ -> reading(() -> RangeSlices.build(reader, field)));
  }

  /** The ordered fields that were asked about as ranges. */
  Set<String> sliced() {
    return slices.keySet();
  }

  /** Heap taken. */
  long bytes() {
    long sum =
        rows.bytes()
            + 4L * (numbers.length + leastNumbers.length)
            + pairs.map(PairCounts::bytes).orElse(0L);
    for (Column column : facets.values()) {
      sum += column.bytes();
    }
    for (Buckets each : buckets.values()) {
      sum += each.column.bytes();
    }
    for (RangeSlices each : slices.values()) {
      sum += each.bytes();
    }
    return sum;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
