package dev.winnow.lucene;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * One facet of one leaf in memory: for each document the numbers of its values. Immutable.
 *
 * <p>Counting goes block by block. Where a block has totals and more than half of its documents
 * match, the misses are counted and subtracted, so that a full block costs one addition per value.
 */
sealed interface Column {
  int maxDoc();

  BlockTotals totals();

  /** Adds {@code by} for every value of the block's documents in {@code words}, one by one. */
  void add(int block, long[] words, int hits, int by, int[] counts, Scratch scratch);

  /** Adds the values of the block's documents in {@code words} to {@code counts}, by number. */
  default void count(int block, long[] words, int hits, int[] counts, Scratch scratch) {
    int docs = Blocks.docs(block, maxDoc());
    int @Nullable [] total = hits > docs / 2 ? totals().of(block) : null;
    if (total == null) {
      add(block, words, hits, 1, counts, scratch);
      return;
    }
    for (int id = 0; id < total.length; id++) {
      counts[id] += total[id];
    }
    if (hits < docs) {
      Blocks.fill(block, maxDoc(), scratch.misses);
      for (int i = 0; i < Blocks.WORDS; i++) {
        scratch.misses[i] &= ~words[i];
      }
      add(block, scratch.misses, docs - hits, -1, counts, scratch);
    }
  }

  /** Adds the documents that have a wanted value. */
  void match(boolean[] wanted, FixedBitSet into);

  /** Heap taken. */
  long bytes();

  /** Buffers of one counting thread. */
  final class Scratch {
    final int[] ids = new int[Blocks.DOCS];
    final long[] misses = new long[Blocks.WORDS];
  }

  /** Every document has one value or none. */
  record Single(PackedIds ids, int maxDoc, BlockTotals totals) implements Column {
    /** Below one document in this many, looking values up one by one beats unpacking the block. */
    private static final int SPARSE = 16;

    @Override
    public void add(int block, long[] words, int hits, int by, int[] counts, Scratch scratch) {
      int first = Blocks.firstDoc(block);
      if (hits < Blocks.DOCS / SPARSE) {
        for (int i = 0; i < Blocks.WORDS; i++) {
          for (long word = words[i]; word != 0; word &= word - 1) {
            int doc = first + (i << 6) + Long.numberOfTrailingZeros(word);
            counts[ids.get(doc)] += by;
          }
        }
        return;
      }
      int[] unpacked = scratch.ids;
      ids.copy(first, first + Blocks.docs(block, maxDoc), unpacked);
      for (int i = 0; i < Blocks.WORDS; i++) {
        for (long word = words[i]; word != 0; word &= word - 1) {
          counts[unpacked[(i << 6) + Long.numberOfTrailingZeros(word)]] += by;
        }
      }
    }

    @Override
    public void match(boolean[] wanted, FixedBitSet into) {
      long[] bits = into.getBits();
      int[] unpacked = new int[Blocks.DOCS];
      for (int block = 0; block < Blocks.count(maxDoc); block++) {
        int first = Blocks.firstDoc(block);
        int docs = Blocks.docs(block, maxDoc);
        ids.copy(first, first + docs, unpacked);
        for (int i = 0; i < docs; i++) {
          if (wanted[unpacked[i]]) {
            bits[(first + i) >> 6] |= 1L << i;
          }
        }
      }
    }

    @Override
    public long bytes() {
      return ids.bytes() + totals.bytes();
    }
  }

  /**
   * Documents have any number of values; in a tree, all nodes above a value are values too.
   *
   * @param starts where each document's values begin in {@code ids}; one more than documents
   */
  record Multi(int[] starts, PackedIds ids, BlockTotals totals) implements Column {
    @Override
    public int maxDoc() {
      return starts.length - 1;
    }

    @Override
    public void add(int block, long[] words, int hits, int by, int[] counts, Scratch scratch) {
      int first = Blocks.firstDoc(block);
      for (int i = 0; i < Blocks.WORDS; i++) {
        for (long word = words[i]; word != 0; word &= word - 1) {
          int doc = first + (i << 6) + Long.numberOfTrailingZeros(word);
          int end = starts[doc + 1];
          if (starts[doc] == end) {
            counts[ValueDictionary.NONE] += by;
          }
          for (int at = starts[doc]; at < end; at++) {
            counts[ids.get(at)] += by;
          }
        }
      }
    }

    @Override
    public void match(boolean[] wanted, FixedBitSet into) {
      for (int doc = 0; doc < starts.length - 1; doc++) {
        for (int at = starts[doc]; at < starts[doc + 1]; at++) {
          if (wanted[ids.get(at)]) {
            into.set(doc);
            break;
          }
        }
        if (wanted[ValueDictionary.NONE] && starts[doc] == starts[doc + 1]) {
          into.set(doc);
        }
      }
    }

    @Override
    public long bytes() {
      return 4L * starts.length + ids.bytes() + totals.bytes();
    }
  }
}
