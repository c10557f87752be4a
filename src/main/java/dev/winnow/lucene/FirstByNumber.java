package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/** Selects the documents with the least stable numbers behind a given one. */
final class FirstByNumber {
  private record Candidate(int number, LeafReaderContext leaf, int doc) {}

  private final long after;
  private final int limit;

  /** Numbers from here on are not among the least; known when enough were found. */
  private int bound = Integer.MAX_VALUE;

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
    long[] words = bits.getBits();
    for (int word = 0; word < words.length; word++) {
      for (long left = words[word]; left != 0; left &= left - 1) {
        int doc = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        int number = columns.number(doc);
        if (number > after && number < bound) {
          offer(new Candidate(number, leaf, doc));
        } else if (number >= bound && columns.ascending()) {
          return;
        }
      }
    }
  }

  List<LeafDocument> inOrder() {
    List<Candidate> chosen = new ArrayList<>(greatestFirst);
    chosen.sort(Comparator.comparingInt(Candidate::number));
    return chosen.stream().map(each -> new LeafDocument(each.leaf, each.doc)).toList();
  }

  private void offer(Candidate candidate) {
    if (greatestFirst.size() == limit) {
      greatestFirst.remove();
    }
    greatestFirst.add(candidate);
    if (greatestFirst.size() == limit) {
      bound = greatestFirst.element().number;
    }
  }
}
