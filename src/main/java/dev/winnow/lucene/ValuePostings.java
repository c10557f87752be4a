package dev.winnow.lucene;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * The inverse of a column: for each value the documents that have it. A value of more than one
 * document in {@value #DENSE} is a bit set, a rarer one a list of 16-bit offsets in each block; in
 * this they are like Roaring's containers, but all values share the blocks, and the lists of a
 * block lie side by side.
 *
 * <p>Filters are put together from it without a look at the column. Counting a set that is not
 * sparse uses it too: intersecting bits costs the same for any number of hits, a few words for each
 * nanosecond, where walking the column costs a step for each hit.
 */
final class ValuePostings {
  /** The rarest value that is kept as bits is had by one document in so many. */
  static final int DENSE = 32;

  /** Nanoseconds to intersect a block's bits, test one listed document, begin a list. */
  private static final double BITS_COST = 150;

  private static final double LISTED_COST = 1.1;
  private static final double LIST_COST = 4;

  private final int[] dense;
  private final long[][] bits;
  private final int[] rare;
  private final int[][] starts;
  private final char[][] offsets;
  private final int[] place;

  private ValuePostings(int[] dense, int[] rare, int[] place, int blocks, int words) {
    this.dense = dense;
    this.rare = rare;
    this.place = place;
    this.bits = new long[dense.length][words];
    this.starts = new int[blocks][];
    this.offsets = new char[blocks][];
  }

  /** Hands over every pair of document and value number, documents ascending. */
  interface Source {
    void forEach(Sink sink);
  }

  /** Takes a pair. */
  interface Sink {
    void accept(int doc, int id);
  }

  static ValuePostings build(int maxDoc, int values, BlockTotals totals, Source source) {
    int[] frequencies = new int[values];
    totals.addTo(frequencies);
    int[] place = new int[values];
    int[] dense = new int[values];
    int[] rare = new int[values];
    int denseCount = 0;
    int rareCount = 0;
    for (int id = 0; id < values; id++) {
      if (frequencies[id] > maxDoc / DENSE) {
        place[id] = denseCount;
        dense[denseCount++] = id;
      } else {
        place[id] = ~rareCount;
        rare[rareCount++] = id;
      }
    }
    ValuePostings postings =
        new ValuePostings(
            Arrays.copyOf(dense, denseCount),
            Arrays.copyOf(rare, rareCount),
            place,
            Blocks.count(maxDoc),
            FixedBitSet.bits2words(maxDoc));
    int[][] next = postings.layOut(totals);
    source.forEach((doc, id) -> postings.put(doc, id, next));
    return postings;
  }

  private int[][] layOut(BlockTotals totals) {
    int[][] next = new int[starts.length][];
    for (int block = 0; block < starts.length; block++) {
      int[] total = totals.of(block);
      starts[block] = new int[rare.length + 1];
      for (int i = 0; i < rare.length; i++) {
        starts[block][i + 1] = starts[block][i] + total[rare[i]];
      }
      offsets[block] = new char[starts[block][rare.length]];
      next[block] = starts[block].clone();
    }
    return next;
  }

  private void put(int doc, int id, int[][] next) {
    int at = place[id];
    if (at >= 0) {
      bits[at][doc >> 6] |= 1L << doc;
    } else {
      int block = doc / Blocks.DOCS;
      offsets[block][next[block][~at]++] = (char) (doc % Blocks.DOCS);
    }
  }

  /** What {@link #count} takes for the block, in nanoseconds. */
  double cost(int block) {
    return dense.length * BITS_COST + rare.length * LIST_COST + offsets[block].length * LISTED_COST;
  }

  /** Adds the values of the documents in {@code words} to {@code counts}, by number. */
  void count(int block, long[] words, int[] counts) {
    for (int i = 0; i < dense.length; i++) {
      counts[dense[i]] += common(bits[i], block * Blocks.WORDS, words);
    }
    int[] from = starts[block];
    char[] listed = offsets[block];
    for (int i = 0; i < rare.length; i++) {
      int sum = 0;
      for (int at = from[i]; at < from[i + 1]; at++) {
        sum += (int) (words[listed[at] >> 6] >>> listed[at]) & 1;
      }
      counts[rare[i]] += sum;
    }
  }

  private static int common(long[] bits, int first, long[] words) {
    int length = Math.min(words.length, bits.length - first);
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Long.bitCount(bits[first + i] & words[i]);
    }
    return sum;
  }

  /** Adds the block's documents that have one of the values to the words. */
  void match(int block, int[] wanted, long[] words) {
    for (int id : wanted) {
      if (id >= place.length) {
        continue;
      }
      if (place[id] >= 0) {
        long[] value = bits[place[id]];
        int first = block * Blocks.WORDS;
        int length = Math.min(words.length, value.length - first);
        for (int i = 0; i < length; i++) {
          words[i] |= value[first + i];
        }
      } else {
        char[] listed = offsets[block];
        int end = starts[block][~place[id] + 1];
        for (int at = starts[block][~place[id]]; at < end; at++) {
          words[listed[at] >> 6] |= 1L << listed[at];
        }
      }
    }
  }

  long bytes() {
    long sum = 4L * (dense.length + rare.length + place.length);
    for (long[] value : bits) {
      sum += 8L * value.length;
    }
    for (int block = 0; block < starts.length; block++) {
      sum += 4L * starts[block].length + 2L * offsets[block].length;
    }
    return sum;
  }
}
