package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import dev.winnow.condition.Buckets;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * {@code Condition × leaf → bits}: the one place that decides who satisfies a condition. Facet
 * clauses scan columns, ranges scan doc values, keyword clauses run a Lucene query on the leaf, and
 * groups are bit algebra. Results are cached by leaf and condition; they say nothing of deletions,
 * which callers mask at the end, so a delete or a refresh spoils no cache entry.
 *
 * <p>One evaluator serves one searcher and one thread at a time. Returned sets are shared: never
 * change them.
 */
final class LeafEvaluator {
  /** A cached result; the core key stands for the leaf without its deletions. */
  record Key(IndexReader.CacheKey leaf, Condition condition) {}

  private final IndexSearcher searcher;
  private final Schema schema;
  private final Columns columns;
  private final KeywordQuery keywords;
  private final Cache<Key, FixedBitSet> cache;
  private final Map<Query, Weight> weights = new HashMap<>();

  LeafEvaluator(
      IndexSearcher searcher,
      Schema schema,
      Columns columns,
      KeywordQuery keywords,
      Cache<Key, FixedBitSet> cache) {
    this.searcher = searcher;
    this.schema = schema;
    this.columns = columns;
    this.keywords = keywords;
    this.cache = cache;
  }

  /** The documents that satisfy a resolved condition, deleted ones among them. */
  FixedBitSet evaluate(LeafReaderContext leaf, Condition condition) throws IOException {
    Key key = new Key(leaf.reader().getCoreCacheHelper().getKey(), condition);
    FixedBitSet cached = cache.getIfPresent(key);
    if (cached != null) {
      return cached;
    }
    FixedBitSet bits = compute(leaf, condition);
    cache.put(key, bits);
    return bits;
  }

  private FixedBitSet compute(LeafReaderContext leaf, Condition condition) throws IOException {
    int maxDoc = leaf.reader().maxDoc();
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> {
        FixedBitSet bits = full(maxDoc);
        for (Condition part : parts) {
          bits.and(evaluate(leaf, part));
        }
        yield bits;
      }
      case Condition.Any(List<Condition> parts) -> {
        FixedBitSet bits = new FixedBitSet(maxDoc);
        for (Condition part : parts) {
          bits.or(evaluate(leaf, part));
        }
        yield bits;
      }
      case Condition.Not(Condition part) -> {
        FixedBitSet bits = evaluate(leaf, part).clone();
        bits.flip(0, maxDoc);
        yield bits;
      }
      case Condition.In in -> in(leaf, in);
      case Condition.Range range -> range(leaf, range);
      case Condition.Anniversary anniversary -> anniversary(leaf, anniversary);
      case Condition.Exists exists -> exists(leaf, exists);
      case Condition.Text(String query, List<String> fields) ->
          matches(leaf, keywords.matching(query, fields));
      case Condition.Bucket bucket -> bucket(leaf, bucket);
      case Condition.InSegment unresolved -> throw unresolved(unresolved);
    };
  }

  private FixedBitSet in(LeafReaderContext leaf, Condition.In in) throws IOException {
    Field field = field(in.field());
    if (CustomerDocuments.hasColumn(field)) {
      FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
      columns.of(leaf).facet(field.name()).match(columns.wanted(field, in.values()), bits);
      return bits;
    }
    List<BytesRef> terms = in.values().stream().map(BytesRef::new).toList();
    return matches(leaf, new TermInSetQuery(CustomerDocuments.terms(field.name()), terms));
  }

  private FixedBitSet range(LeafReaderContext leaf, Condition.Range range) throws IOException {
    long from = range.from().map(bound -> end(bound, 1)).orElse(Long.MIN_VALUE);
    long to = range.to().map(bound -> end(bound, -1)).orElse(Long.MAX_VALUE);
    return amounts(leaf, range.field(), value -> value >= from && value <= to);
  }

  private static long end(Bound bound, int inward) {
    return switch (bound) {
      case Bound.Fixed(long value, boolean inclusive) -> inclusive ? value : value + inward;
      case Bound.Relative relative -> throw unresolved(relative);
    };
  }

  private FixedBitSet anniversary(LeafReaderContext leaf, Condition.Anniversary anniversary)
      throws IOException {
    LocalDate first = LocalDate.ofEpochDay(anniversary.from().orElseThrow());
    Set<MonthDay> days = new HashSet<>();
    for (int i = 0; i <= anniversary.days(); i++) {
      LocalDate day = first.plusDays(i);
      days.add(MonthDay.from(day));
      if (day.getMonthValue() == 3 && day.getDayOfMonth() == 1 && !Year.isLeap(day.getYear())) {
        days.add(MonthDay.of(2, 29));
      }
    }
    return amounts(
        leaf,
        anniversary.field(),
        value -> days.contains(MonthDay.from(LocalDate.ofEpochDay(value))));
  }

  private static FixedBitSet amounts(LeafReaderContext leaf, String field, LongPredicate test)
      throws IOException {
    FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
    NumericDocValues values = CustomerDocuments.ordered(leaf.reader(), field);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      if (test.test(values.longValue())) {
        bits.set(doc);
      }
    }
    return bits;
  }

  private FixedBitSet exists(LeafReaderContext leaf, Condition.Exists exists) throws IOException {
    Field field = field(exists.field());
    FixedBitSet bits;
    if (CustomerDocuments.hasColumn(field)) {
      bits = new FixedBitSet(leaf.reader().maxDoc());
      columns.of(leaf).facet(field.name()).match(columns.none(field), bits);
      bits.flip(0, bits.length());
    } else {
      bits =
          switch (field) {
            case Field.Ordered _ -> amounts(leaf, field.name(), _ -> true);
            case Field.Worded _ ->
                matches(leaf, new TermQuery(new Term(CustomerDocuments.HAS, field.name())));
          };
    }
    if (!exists.present()) {
      bits.flip(0, bits.length());
    }
    return bits;
  }

  private FixedBitSet bucket(LeafReaderContext leaf, Condition.Bucket bucket) throws IOException {
    LeafReader reader = leaf.reader();
    FixedBitSet bits = new FixedBitSet(reader.maxDoc());
    BinaryDocValues ids = DocValues.getBinary(reader, CustomerDocuments.ID);
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      int hundredth = Buckets.of(bucket.salt(), ids.binaryValue().utf8ToString());
      if (hundredth >= bucket.from() && hundredth < bucket.to()) {
        bits.set(doc);
      }
    }
    return bits;
  }

  private FixedBitSet matches(LeafReaderContext leaf, Query query) throws IOException {
    FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
    Weight weight = weights.get(query);
    if (weight == null) {
      weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
      weights.put(query, weight);
    }
    Scorer scorer = weight.scorer(leaf);
    if (scorer != null) {
      bits.or(scorer.iterator());
    }
    return bits;
  }

  private Field field(String name) {
    return Objects.requireNonNull(schema.fields().get(name), name);
  }

  private static FixedBitSet full(int maxDoc) {
    FixedBitSet bits = new FixedBitSet(maxDoc);
    bits.set(0, maxDoc);
    return bits;
  }

  private static IllegalArgumentException unresolved(Object part) {
    return new IllegalArgumentException("not resolved: " + part);
  }
}
