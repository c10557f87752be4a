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
  private static final double LIST_COST = 25;

  private final int[] frequencies;
  private final int[] dense;
  private final long[][] bits;
  private final int[] rare;
  private final int blocks;
  private final int[] starts;
  private final char[] offsets;
  private final int[] listed;
  private final int[] place;

  private ValuePostings(
      int[] frequencies, int[] dense, int[] rare, int[] place, int maxDoc, BlockTotals totals) {
    this.frequencies = frequencies;
    this.dense = dense;
    this.rare = rare;
    this.place = place;
    this.bits = new long[dense.length][FixedBitSet.bits2words(maxDoc)];
    this.blocks = Blocks.count(maxDoc);
    this.listed = new int[blocks];
    this.starts = new int[rare.length * blocks + 1];
    for (int i = 0; i < rare.length; i++) {
      for (int block = 0; block < blocks; block++) {
        int total = totals.of(block)[rare[i]];
        starts[i * blocks + block + 1] = starts[i * blocks + block] + total;
        listed[block] += total;
      }
    }
    this.offsets = new char[starts[rare.length * blocks]];
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
            frequencies,
            Arrays.copyOf(dense, denseCount),
            Arrays.copyOf(rare, rareCount),
            place,
            maxDoc,
            totals);
    int[] next = postings.starts.clone();
    source.forEach((doc, id) -> postings.put(doc, id, next));
    return postings;
  }

  private void put(int doc, int id, int[] next) {
    int at = place[id];
    if (at >= 0) {
      bits[at][doc >> 6] |= 1L << doc;
    } else {
      offsets[next[~at * blocks + doc / Blocks.DOCS]++] = (char) (doc % Blocks.DOCS);
    }
  }

  /** What {@link #count} takes for the block, in nanoseconds. */
  double cost(int block) {
    return dense.length * BITS_COST + rare.length * LIST_COST + listed[block] * LISTED_COST;
  }

  /** Adds the values of the documents in {@code words} to {@code counts}, by number. */
  void count(int block, long[] words, int[] counts) {
    for (int i = 0; i < dense.length; i++) {
      counts[dense[i]] += common(bits[i], block * Blocks.WORDS, words);
    }
    for (int i = 0; i < rare.length; i++) {
      int sum = 0;
      int end = starts[i * blocks + block + 1];
      for (int at = starts[i * blocks + block]; at < end; at++) {
        sum += (int) (words[offsets[at] >> 6] >>> offsets[at]) & 1;
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

  /** Fills the words with the block's documents that have one of the values. */
  private void match(int block, int[] wanted, long[] words, long[] scratch) {
    boolean filled = false;
    for (int id : wanted) {
      if (id < place.length && place[id] >= 0) {
        matchDense(block, bits[place[id]], filled, words, scratch);
        filled = true;
      }
    }
    if (!filled) {
      Arrays.fill(words, 0);
    }
    for (int id : wanted) {
      if (id < place.length && place[id] < 0) {
        int list = ~place[id] * blocks + block;
        for (int at = starts[list]; at < starts[list + 1]; at++) {
          words[offsets[at] >> 6] |= 1L << offsets[at];
        }
      }
    }
  }

  /** The documents that have one of the values. */
  BlockFilter having(int[] wanted) {
    return new Having(wanted);
  }

  private final class Having implements BlockFilter {
    private final int[] wanted;

    private Having(int[] wanted) {
      this.wanted = wanted;
    }

    @Override
    public void read(int block, long[] words, long[] scratch) {
      match(block, wanted, words, scratch);
    }

    @Override
    public long estimate() {
      long sum = 0;
      for (int id : wanted) {
        sum += id < frequencies.length ? frequencies[id] : 0;
      }
      return sum;
    }
  }

  /** The first value's bits are copied, those of others added. */
  private static void matchDense(
      int block, long[] value, boolean filled, long[] words, long[] scratch) {
    long[] into = filled ? scratch : words;
    Blocks.read(value, block, into);
    if (filled) {
      Blocks.or(scratch, words);
    }
  }

  long bytes() {
    long ints = dense.length + rare.length + 2L * place.length + starts.length + listed.length;
    long sum = 4L * ints + 2L * offsets.length;
    for (long[] value : bits) {
      sum += 8L * value.length;
    }
    return sum;
  }
}
