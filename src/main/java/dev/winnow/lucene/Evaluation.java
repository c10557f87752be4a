package dev.winnow.lucene;

import dev.winnow.condition.Buckets;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * {@code Condition × documents → bits}: the one place that says what a condition means. Clauses are
 * asked of the {@link Documents}, groups are bit algebra. It says nothing of deletions.
 *
 * <p>Returned sets are shared: never change them.
 */
abstract class Evaluation {
  private final Schema schema;
  private final Columns columns;
  private final KeywordQuery keywords;

  Evaluation(Schema schema, Columns columns, KeywordQuery keywords) {
    this.schema = schema;
    this.columns = columns;
    this.keywords = keywords;
  }

  /** A part of a condition, from a cache perhaps. */
  abstract FixedBitSet part(Documents documents, Condition condition) throws IOException;

  /** The documents that satisfy a resolved condition. */
  final FixedBitSet compute(Documents documents, Condition condition) throws IOException {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> all(documents, parts);
      case Condition.Any(List<Condition> parts) -> {
        FixedBitSet bits = new FixedBitSet(documents.size());
        for (Condition part : parts) {
          bits.or(part(documents, part));
        }
        yield bits;
      }
      case Condition.Not(Condition part) -> inverted(part(documents, part).clone());
      case Condition.In(String name, List<String> values) ->
          in(documents, field(schema, name), values);
      case Condition.Range range ->
          documents.between(ordered(schema, range.field()), from(range), to(range));
      case Condition.Anniversary anniversary -> anniversary(documents, anniversary);
      case Condition.Exists exists -> {
        FixedBitSet with = existing(documents, field(schema, exists.field()));
        yield exists.present() ? with : inverted(with);
      }
      case Condition.Text(String query, List<String> fields) ->
          documents.matching(keywords.matching(query, fields));
      case Condition.Bucket bucket -> documents.ids(id -> isIn(bucket, id));
      case Condition.Did did -> documents.did(did);
      case Condition.InSegment unresolved -> throw unresolved(unresolved);
    };
  }

  /** The documents that satisfy all parts. */
  FixedBitSet all(Documents documents, List<Condition> parts) throws IOException {
    FixedBitSet bits =
        parts.isEmpty() ? full(documents.size()) : part(documents, parts.getFirst()).clone();
    for (int i = 1; i < parts.size(); i++) {
      bits.and(part(documents, parts.get(i)));
    }
    return bits;
  }

  /** The documents that have one of the values in a field. */
  FixedBitSet in(Documents documents, Field field, List<String> values) throws IOException {
    if (CustomerDocuments.hasColumn(field)) {
      return documents.having(field, columns.wanted(field, values));
    }
    List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
    return documents.matching(new TermInSetQuery(CustomerDocuments.terms(field.name()), terms));
  }

  /** The documents that have a value in a field. */
  FixedBitSet existing(Documents documents, Field field) throws IOException {
    if (CustomerDocuments.hasColumn(field)) {
      return inverted(documents.having(field, new int[] {ValueDictionary.NONE}));
    }
    return switch (field) {
      case Field.Ordered ordered -> documents.between(ordered, Long.MIN_VALUE, Long.MAX_VALUE);
      case Field.Worded _ ->
          documents.matching(new TermQuery(new Term(CustomerDocuments.HAS, field.name())));
    };
  }

  private FixedBitSet anniversary(Documents documents, Condition.Anniversary anniversary)
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
    return documents.amounts(
        ordered(schema, anniversary.field()),
        value -> days.contains(MonthDay.from(LocalDate.ofEpochDay(value))));
  }

  private static boolean isIn(Condition.Bucket bucket, String id) {
    int hundredth = Buckets.of(bucket.salt(), id);
    return hundredth >= bucket.from() && hundredth < bucket.to();
  }

  /** The least amount in a range. */
  static long from(Condition.Range range) {
    return range.from().map(bound -> end(bound, 1)).orElse(Long.MIN_VALUE);
  }

  /** The greatest amount in a range. */
  static long to(Condition.Range range) {
    return range.to().map(bound -> end(bound, -1)).orElse(Long.MAX_VALUE);
  }

  private static long end(Bound bound, int inward) {
    return switch (bound) {
      case Bound.Fixed(long value, boolean inclusive) -> inclusive ? value : value + inward;
      case Bound.Relative relative -> throw unresolved(relative);
    };
  }

  static Field.Ordered ordered(Schema schema, String name) {
    return (Field.Ordered) field(schema, name);
  }

  static Field field(Schema schema, String name) {
    return Objects.requireNonNull(schema.fields().get(name), name);
  }

  private static FixedBitSet full(int size) {
    FixedBitSet bits = new FixedBitSet(size);
    bits.set(0, size);
    return bits;
  }

  private static FixedBitSet inverted(FixedBitSet bits) {
    bits.flip(0, bits.length());
    return bits;
  }

  private static IllegalArgumentException unresolved(Object part) {
    return new IllegalArgumentException("not resolved: " + part);
  }
}
