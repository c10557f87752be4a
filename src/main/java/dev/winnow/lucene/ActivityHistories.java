package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.engine.ActivityStore.History;
import dev.winnow.lucene.CustomerNumbers.Numbered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Reads all that happened with customers, many at a time: each leaf once for a batch of customers,
 * in the order in which it holds them.
 */
final class ActivityHistories {
  private static final int BATCH = 4_096;

  private final ActivityDocuments documents;
  private final ActivityRuns runs;

  ActivityHistories(ActivityDocuments documents, ActivityRuns runs) {
    this.documents = documents;
    this.runs = runs;
  }

  /** Tells the history of each customer, in the order of their numbers. */
  void read(IndexSearcher searcher, List<Numbered> customers, boolean withTexts, History history)
      throws IOException {
    List<Numbered> sorted =
        customers.stream().sorted(Comparator.comparingLong(Numbered::number)).toList();
    for (int from = 0; from < sorted.size(); from += BATCH) {
      List<Numbered> batch = sorted.subList(from, Math.min(sorted.size(), from + BATCH));
      List<List<Activity>> found = new ArrayList<>();
      batch.forEach(_ -> found.add(new ArrayList<>()));
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        read(leaf, batch, withTexts, found);
      }
      for (int i = 0; i < batch.size(); i++) {
        history.of(batch.get(i).id(), found.get(i));
      }
    }
  }

  private void read(
      LeafReaderContext leaf, List<Numbered> batch, boolean withTexts, List<List<Activity>> found)
      throws IOException {
    CustomerRuns here = runs.of(leaf);
    Bits live = leaf.reader().getLiveDocs();
    ActivityLeaf values = new ActivityLeaf(leaf.reader());
    StoredFields stored = leaf.reader().storedFields();
    int run = 0;
    for (int i = 0; i < batch.size(); i++) {
      int at = here.find((int) batch.get(i).number(), run);
      run = at < 0 ? -at - 1 : at + 1;
      for (int doc = at < 0 ? 0 : here.starts()[at];
          at >= 0 && doc < here.starts()[at + 1];
          doc++) {
        if (live == null || live.get(doc)) {
          found
              .get(i)
              .add(
                  withTexts
                      ? documents.decode(StoredState.read(leaf.reader(), stored, doc).source())
                      : values.read(doc, batch.get(i).id()));
        }
      }
    }
  }

  /** The ids of activities whose customer's number is not among the given. */
  List<String> withoutCustomer(IndexSearcher searcher, FixedBitSet known) throws IOException {
    List<String> found = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      CustomerRuns here = runs.of(leaf);
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), StoredState.ID);
      Bits live = leaf.reader().getLiveDocs();
      for (int run = 0; run < here.size(); run++) {
        int number = here.numbers()[run];
        for (int doc = here.starts()[run];
            (number >= known.length() || !known.get(number)) && doc < here.starts()[run + 1];
            doc++) {
          if ((live == null || live.get(doc)) && ids.advanceExact(doc)) {
            found.add(ids.binaryValue().utf8ToString());
          }
        }
      }
    }
    return found;
  }

  /** The ids of a customer's activities that do not stand under the number. */
  List<String> of(IndexSearcher searcher, String customer, long number) throws IOException {
    List<String> found = new ArrayList<>();
    Weights weights = new Weights(searcher);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer =
          weights.of(new TermQuery(ActivityDocuments.byCustomer(customer))).scorer(leaf);
      if (scorer == null) {
        continue;
      }
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), StoredState.ID);
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if ((live == null || live.get(doc))
            && StoredState.value(leaf.reader(), StoredState.NUMBER, doc) != number
            && ids.advanceExact(doc)) {
          found.add(ids.binaryValue().utf8ToString());
        }
      }
    }
    return found;
  }

  /** The customers with an activity in {@code [from, to)}. */
  List<String> customersBetween(IndexSearcher searcher, long from, long to) throws IOException {
    Set<String> ids = new HashSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      LeafReader reader = leaf.reader();
      SortedDocValues customers =
          DocValues.getSorted(reader, ActivityDocuments.words(ActivityDocuments.CUSTOMER));
      FixedBitSet found = new FixedBitSet(Math.max(1, customers.getValueCount()));
      Bits live = reader.getLiveDocs();
      NumericDocValues times =
          DocValues.getNumeric(reader, ActivityDocuments.numbers(ActivityDocuments.TIME));
      while (times.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        long time = times.longValue();
        int doc = times.docID();
        if (time >= from
            && time < to
            && (live == null || live.get(doc))
            && customers.advanceExact(doc)) {
          found.set(customers.ordValue());
        }
      }
      for (int ord = 0; ord < customers.getValueCount(); ord++) {
        if (found.get(ord)) {
          ids.add(customers.lookupOrd(ord).utf8ToString());
        }
      }
    }
    return List.copyOf(ids);
  }
}
