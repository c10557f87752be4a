package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * Selects the documents with the least stable numbers behind a given one. Numbers mostly grow with
 * the documents of a leaf, but not throughout; so runs of documents whose least number is too great
 * are passed over, and of many hits only few are looked at.
 */
final class FirstByNumber {
  /** Documents of a run; a multiple of 64. */
  static final int RUN = 1_024;

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
    int[] least = columns.leastNumbers();
    for (int run = 0; run < least.length; run++) {
      if (least[run] < bound) {
        addRun(leaf, columns, bits, run);
      }
    }
  }

  private void addRun(LeafReaderContext leaf, LeafColumns columns, FixedBitSet bits, int run) {
    long[] words = bits.getBits();
    int first = run * (RUN / Long.SIZE);
    int end = Math.min(first + RUN / Long.SIZE, FixedBitSet.bits2words(bits.length()));
    for (int word = first; word < end; word++) {
      for (long left = words[word]; left != 0; left &= left - 1) {
        int doc = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        int number = columns.number(doc);
        if (number > after && number < bound) {
          offer(new Candidate(number, leaf, doc));
        }
      }
    }
  }

  /** The least number of each run. */
  static int[] least(int[] numbers) {
    int[] least = new int[(numbers.length + RUN - 1) / RUN];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int doc = 0; doc < numbers.length; doc++) {
      least[doc / RUN] = Math.min(least[doc / RUN], numbers[doc]);
    }
    return least;
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
