package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.engine.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

/** Reads a customer's activities page by page, the newest first. */
final class ActivityTimelines {
  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparingLong(Place::time).reversed().thenComparing(Place::id);

  private final ActivityDocuments documents;
  private final KeywordQuery texts = new KeywordQuery(ActivityDocuments.TEXTS);

  ActivityTimelines(ActivityDocuments documents) {
    this.documents = documents;
  }

  private record Place(LeafReaderContext leaf, int doc, long time, String id) {}

  Timeline read(IndexSearcher searcher, String customer, Timeline.Query query) throws IOException {
    Weights weights = new Weights(searcher);
    Query wanted = query(customer, query);
    PriorityQueue<Place> first = new PriorityQueue<>(NEWEST_FIRST.reversed());
    long total = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weights.of(wanted).scorer(leaf);
      if (scorer != null) {
        total += collect(leaf, scorer.iterator(), query, first);
      }
    }
    List<Place> page = new ArrayList<>(first);
    page.sort(NEWEST_FIRST);
    boolean more = page.size() > query.limit();
    List<Activity> activities = new ArrayList<>();
    for (Place place : page.subList(0, Math.min(page.size(), query.limit()))) {
      activities.add(documents.decode(StoredState.read(place.leaf.reader(), place.doc).source()));
    }
    return new Timeline(
        total,
        activities,
        more && !activities.isEmpty()
            ? Optional.of(
                new Timeline.Before(activities.getLast().time(), activities.getLast().id()))
            : Optional.empty());
  }

  private Query query(String customer, Timeline.Query query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(new TermQuery(ActivityDocuments.byCustomer(customer)), Occur.FILTER);
    query
        .kind()
        .ifPresent(kind -> all.add(new TermQuery(ActivityDocuments.byKind(kind)), Occur.FILTER));
    if (!query.text().isBlank()) {
      all.add(texts.matching(query.text(), List.of("text")), Occur.FILTER);
    }
    return all.build();
  }

  /** Keeps one more than wanted, to know whether there is a next page. */
  private static long collect(
      LeafReaderContext leaf,
      DocIdSetIterator docs,
      Timeline.Query query,
      PriorityQueue<Place> first)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    NumericDocValues times =
        DocValues.getNumeric(leaf.reader(), ActivityDocuments.numbers(ActivityDocuments.TIME));
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), StoredState.ID);
    long total = 0;
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      total++;
      long time = times.advanceExact(doc) ? times.longValue() : 0;
      if (query.before().isPresent() && time > query.before().get().time()) {
        continue;
      }
      String id = ids.advanceExact(doc) ? ids.binaryValue().utf8ToString() : "";
      Place place = new Place(leaf, doc, time, id);
      if (isBehind(place, query.before())) {
        first.add(place);
        if (first.size() > query.limit() + 1) {
          first.remove();
        }
      }
    }
    return total;
  }

  private static boolean isBehind(Place place, Optional<Timeline.Before> before) {
    return before.isEmpty()
        || place.time < before.get().time()
        || (place.time == before.get().time() && place.id.compareTo(before.get().id()) > 0);
  }
}
