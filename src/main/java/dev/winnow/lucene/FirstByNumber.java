package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Selects the documents with the least stable numbers behind a given one. */
final class FirstByNumber {
  private record Candidate(int number, LeafReaderContext leaf, int doc) {}

  private final long after;
  private final int limit;
  private final PriorityQueue<Candidate> greatestFirst =
      new PriorityQueue<>(Comparator.comparingInt(Candidate::number).reversed());

  FirstByNumber(long after, int limit) {
    this.after = after;
    this.limit = limit;
  }

  void add(LeafReaderContext leaf, LeafColumns columns, FixedBitSet bits) {
    if (limit == 0) {
      return;
    }
    int doc = bits.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      int number = columns.number(doc);
      if (number > after && !offer(leaf, doc, number) && columns.ascending()) {
        return;
      }
      doc = doc + 1 < bits.length() ? bits.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
  }

  List<LeafDocument> inOrder() {
    List<Candidate> chosen = new ArrayList<>(greatestFirst);
    chosen.sort(Comparator.comparingInt(Candidate::number));
    return chosen.stream().map(each -> new LeafDocument(each.leaf, each.doc)).toList();
  }

  private boolean offer(LeafReaderContext leaf, int doc, int number) {
    if (greatestFirst.size() == limit) {
      if (greatestFirst.element().number < number) {
        return false;
      }
      greatestFirst.remove();
    }
    greatestFirst.add(new Candidate(number, leaf, doc));
    return true;
  }
}
