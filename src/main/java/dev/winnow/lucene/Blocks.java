package dev.winnow.lucene;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * A leaf's documents in runs of 16,384: small enough that a block's bits and the counters stay in
 * the first-level cache and an offset fits 16 bits, large enough that per-block totals cost little
 * memory.
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
    read(set.getBits(), block, buffer);
  }

  /** The same for the words of a set that is not larger than they. */
  static void read(long[] words, int block, long[] buffer) {
    int from = block * WORDS;
    int length = Math.min(WORDS, words.length - from);
    System.arraycopy(words, from, buffer, 0, length);
    Arrays.fill(buffer, length, WORDS, 0L);
  }

  /** Copies a buffer into the block of a set. */
  static void write(long[] buffer, int block, FixedBitSet set) {
    System.arraycopy(buffer, 0, set.getBits(), block * WORDS, words(set, block));
  }

  /** Removes from the buffer what is in the block of the set. */
  static void andNot(FixedBitSet set, int block, long[] buffer) {
    long[] words = set.getBits();
    int from = block * WORDS;
    int length = words(set, block);
    for (int i = 0; i < length; i++) {
      buffer[i] &= ~words[from + i];
    }
  }

  /** Removes from the buffer what is not in another. */
  static void and(long[] with, long[] buffer) {
    for (int i = 0; i < WORDS; i++) {
      buffer[i] &= with[i];
    }
  }

  /** Removes from the buffer what is in another. */
  static void andNot(long[] with, long[] buffer) {
    for (int i = 0; i < WORDS; i++) {
      buffer[i] &= ~with[i];
    }
  }

  /** Adds to the buffer what is in another. */
  static void or(long[] with, long[] buffer) {
    for (int i = 0; i < WORDS; i++) {
      buffer[i] |= with[i];
    }
  }

  /** Whether no bit is set. */
  static boolean isEmpty(long[] buffer) {
    long any = 0;
    for (long word : buffer) {
      any |= word;
    }
    return any == 0;
  }

  /** Sets the bits of so many documents, and none behind them. */
  static void fill(int docs, long[] buffer) {
    int whole = docs / Long.SIZE;
    Arrays.fill(buffer, 0, whole, -1L);
    Arrays.fill(buffer, whole, WORDS, 0L);
    if (docs % Long.SIZE != 0) {
      buffer[whole] = (1L << docs) - 1;
    }
  }

  /** How many words of the set the block has. */
  static int words(FixedBitSet set, int block) {
    return Math.min(WORDS, FixedBitSet.bits2words(set.length()) - block * WORDS);
  }

  static int cardinality(long[] buffer) {
    int sum = 0;
    for (long word : buffer) {
      sum += Long.bitCount(word);
    }
    return sum;
  }
}
