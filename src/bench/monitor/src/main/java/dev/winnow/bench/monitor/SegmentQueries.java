package dev.winnow.bench.monitor;

import java.math.BigDecimal;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import tools.jackson.databind.JsonNode;

/**
 * A segment's condition, as Winnow's HTTP interface takes it, as a Lucene query. Values are single
 * terms, because the monitor finds queries by the terms in them and does not look into term sets.
 */
final class SegmentQueries {
  private SegmentQueries() {}

  static Query query(JsonNode condition) {
    if (condition.has("all")) {
      return all(condition.get("all").valueStream().toList());
    }
    if (condition.has("any")) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      condition.get("any").forEach(part -> any.add(query(part), Occur.SHOULD));
      return any.build();
    }
    if (condition.has("not")) {
      return all(List.of(condition));
    }
    String field = condition.get("field").asString();
    return condition.has("in") ? in(field, condition.get("in")) : range(field, condition);
  }

  /** A negation alone would match nothing, so everyone is asked for beside it. */
  private static Query all(List<JsonNode> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (JsonNode part : parts) {
      if (part.has("not")) {
        all.add(query(part.get("not")), Occur.MUST_NOT);
      } else {
        all.add(query(part), Occur.FILTER);
      }
    }
    if (parts.stream().allMatch(part -> part.has("not"))) {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    return all.build();
  }

  private static Query in(String field, JsonNode values) {
    if (values.size() == 1) {
      return new TermQuery(new Term(field, values.get(0).asString()));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    values.forEach(
        value -> any.add(new TermQuery(new Term(field, value.asString())), Occur.SHOULD));
    return any.build();
  }

  private static Query range(String field, JsonNode range) {
    long from = bound(range, "gte", "gt", 1, Long.MIN_VALUE);
    long to = bound(range, "lte", "lt", -1, Long.MAX_VALUE);
    return LongPoint.newRangeQuery(field, from, to);
  }

  private static long bound(
      JsonNode range, String inclusive, String exclusive, int inwards, long none) {
    if (range.has(inclusive)) {
      return hundredths(range.get(inclusive).decimalValue());
    }
    return range.has(exclusive) ? hundredths(range.get(exclusive).decimalValue()) + inwards : none;
  }

  private static long hundredths(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }
}
