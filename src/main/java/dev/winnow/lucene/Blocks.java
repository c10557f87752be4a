package dev.winnow.lucene;

import org.apache.lucene.util.FixedBitSet;

/**
 * A leaf's documents in runs of 16,384: small enough that a block's bits and the counters stay in
 * the first-level cache, large enough that per-block totals cost little memory.
 */
final class Blocks {
  static final int DOCS = 1 << 14;
  static final int WORDS = DOCS / Long.SIZE;

  private Blocks() {}

  static int count(int maxDoc) {
    return (maxDoc + DOCS - 1) / DOCS;
  }

  static int firstDoc(int block) {
    return block * DOCS;
  }

  static int docs(int block, int maxDoc) {
    return Math.min(DOCS, maxDoc - firstDoc(block));
  }

  /** Copies the block's words of a set into a buffer of {@link #WORDS}, zero behind the end. */
  static void read(FixedBitSet set, int block, long[] buffer) {
    long[] words = set.getBits();
    int from = block * WORDS;
    int length = Math.min(WORDS, words.length - from);
    System.arraycopy(words, from, buffer, 0, length);
    java.util.Arrays.fill(buffer, length, WORDS, 0L);
  }

  /** Sets the bits of the block's documents, and none behind the leaf's end. */
  static void fill(int block, int maxDoc, long[] buffer) {
    int docs = docs(block, maxDoc);
    int whole = docs / Long.SIZE;
    java.util.Arrays.fill(buffer, 0, whole, -1L);
    java.util.Arrays.fill(buffer, whole, WORDS, 0L);
    if (docs % Long.SIZE != 0) {
      buffer[whole] = (1L << docs) - 1;
    }
  }

  static int cardinality(long[] buffer) {
    int sum = 0;
    for (long word : buffer) {
      sum += Long.bitCount(word);
    }
    return sum;
  }
}
