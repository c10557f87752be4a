package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;

/**
 * Evaluates conditions on whole leaves: facet clauses from {@link LeafColumns}, ranges from {@link
 * RangeSlices}, keyword clauses by a Lucene query on the leaf. Results are cached by leaf and
 * condition; they say nothing of deletions, which callers mask at the end, so a delete or a refresh
 * spoils no cache entry.
 *
 * <p>One evaluator serves one searcher and one thread at a time.
 */
final class LeafEvaluator extends Evaluation {
  /**
   * A cached result; the core key stands for the leaf without its deletions.
   *
   * @param generation of the grading, as a condition may speak of grades
   * @param activities the version of what happened, where the condition speaks of that
   */
  record Key(IndexReader.CacheKey leaf, int generation, long activities, Condition condition) {}

  private final Schema schema;
  private final Columns columns;
  private final Weights weights;
  private final DidSource dids;
  private final Cache<Key, FixedBitSet> cache;

  LeafEvaluator(
      Schema schema,
      Columns columns,
      KeywordQuery keywords,
      Weights weights,
      DidSource dids,
      Cache<Key, FixedBitSet> cache) {
    super(schema, columns, keywords);
    this.schema = schema;
    this.columns = columns;
    this.weights = weights;
    this.dids = dids;
    this.cache = cache;
  }

  /** The documents that satisfy a resolved condition, deleted ones among them. */
  FixedBitSet evaluate(LeafReaderContext leaf, Condition condition) throws IOException {
    return part(new Leaf(leaf), condition);
  }

  /** What {@link #evaluate} returns, if that is in the cache. */
  Optional<FixedBitSet> known(LeafReaderContext leaf, Condition condition) {
    return Optional.ofNullable(cache.getIfPresent(key(leaf, condition)));
  }

  private Key key(LeafReaderContext leaf, Condition condition) {
    return new Key(
        leaf.reader().getCoreCacheHelper().getKey(),
        columns.generation(),
        speaksOfActivities(condition) ? dids.version() : 0,
        condition);
  }

  /** All documents of a leaf, for others to evaluate on. */
  Documents documents(LeafReaderContext leaf) {
    return new Leaf(leaf);
  }

  @Override
  FixedBitSet part(Documents documents, Condition condition) throws IOException {
    Key key = key(((Leaf) documents).leaf, condition);
    FixedBitSet cached = cache.getIfPresent(key);
    if (cached != null) {
      return cached;
    }
    FixedBitSet bits = compute(documents, condition);
    cache.put(key, bits);
    return bits;
  }

  @Override
  FixedBitSet all(Documents documents, List<Condition> parts) throws IOException {
    return parts.size() < 2
        ? super.all(documents, parts)
        : conjunction((Leaf) documents, parts).open().all(documents.size());
  }

  /**
   * What {@link #evaluate} returns, but evaluated by those who read it, if it can be evaluated
   * block by block; it is cached when all blocks have been read.
   */
  LeafFilter filter(LeafReaderContext leaf, Condition condition) throws IOException {
    Key key = key(leaf, condition);
    LeafFilter filter = filter(new Leaf(leaf), condition);
    return filter instanceof LeafFilter.Known
        ? filter
        : new EvaluatedBlocks(filter, leaf.reader().maxDoc(), bits -> cache.put(key, bits));
  }

  /** Values, ranges and conjunctions are read block by block, unless they are known. */
  private LeafFilter filter(Leaf documents, Condition part) throws IOException {
    Optional<FixedBitSet> known = known(documents.leaf, part);
    if (known.isPresent()) {
      return new LeafFilter.Known(known.get());
    }
    if (part instanceof Condition.Range range) {
      return documents.range(ordered(schema, range.field()), from(range), to(range));
    }
    if (part instanceof Condition.In(String name, List<String> values)
        && CustomerDocuments.hasColumn(field(schema, name))) {
      Field field = field(schema, name);
      return documents.values(field, columns.wanted(field, values));
    }
    if (part instanceof Condition.All(List<Condition> parts) && parts.size() > 1) {
      return conjunction(documents, parts);
    }
    return new LeafFilter.Known(part(documents, part));
  }

  private LeafFilter conjunction(Leaf documents, List<Condition> parts) throws IOException {
    List<LeafFilter> filters = new ArrayList<>();
    for (Condition part : parts) {
      filters.add(filter(documents, part));
    }
    return () -> new Conjunction(filters.stream().map(LeafFilter::open).toList());
  }

  private static boolean speaksOfActivities(Condition condition) {
    return switch (condition) {
      case Condition.Did _ -> true;
      case Condition.Not(Condition part) -> speaksOfActivities(part);
      case Condition.All(List<Condition> parts) ->
          parts.stream().anyMatch(LeafEvaluator::speaksOfActivities);
      case Condition.Any(List<Condition> parts) ->
          parts.stream().anyMatch(LeafEvaluator::speaksOfActivities);
      case Condition.In _, Condition.Range _, Condition.Anniversary _, Condition.Exists _ -> false;
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _ -> false;
    };
  }

  /** All documents of a leaf. */
  private final class Leaf implements Documents {
    private final LeafReaderContext leaf;
    private final LeafReader reader;

    private Leaf(LeafReaderContext leaf) {
      this.leaf = leaf;
      this.reader = leaf.reader();
    }

    @Override
    public int size() {
      return reader.maxDoc();
    }

    @Override
    public FixedBitSet having(Field field, int[] values) {
      return values(field, values).open().all(size());
    }

    @Override
    public FixedBitSet between(Field.Ordered field, long from, long to) throws IOException {
      return range(field, from, to).open().all(size());
    }

    private LeafFilter values(Field field, int[] values) {
      return LeafFilter.shared(columns.of(leaf).facet(field.name()).having(values));
    }

    private LeafFilter range(Field.Ordered field, long from, long to) {
      return columns.of(leaf).slices(reader, field.name()).between(reader, from, to);
    }

    @Override
    public FixedBitSet amounts(Field.Ordered field, LongPredicate test) throws IOException {
      FixedBitSet bits = new FixedBitSet(size());
      NumericDocValues values = CustomerDocuments.ordered(reader, field.name());
      for (int doc = values.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = values.nextDoc()) {
        if (test.test(values.longValue())) {
          bits.set(doc);
        }
      }
      return bits;
    }

    @Override
    public FixedBitSet ids(Predicate<String> test) throws IOException {
      FixedBitSet bits = new FixedBitSet(size());
      BinaryDocValues ids = DocValues.getBinary(reader, CustomerDocuments.ID);
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (test.test(ids.binaryValue().utf8ToString())) {
          bits.set(doc);
        }
      }
      return bits;
    }

    @Override
    public FixedBitSet did(Condition.Did did) throws IOException {
      LongPredicate customers = dids.customers(did);
      FixedBitSet bits = new FixedBitSet(size());
      NumericDocValues numbers = DocValues.getNumeric(reader, CustomerDocuments.NUMBER);
      for (int doc = numbers.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = numbers.nextDoc()) {
        if (customers.test(numbers.longValue())) {
          bits.set(doc);
        }
      }
      return bits;
    }

    @Override
    public FixedBitSet matching(Query query) throws IOException {
      FixedBitSet bits = new FixedBitSet(size());
      Scorer scorer = weights.of(query).scorer(leaf);
      if (scorer != null) {
        bits.or(scorer.iterator());
      }
      return bits;
    }
  }
}
