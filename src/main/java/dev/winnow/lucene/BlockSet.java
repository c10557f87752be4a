package dev.winnow.lucene;

import org.jspecify.annotations.Nullable;

/**
 * The documents of one block that are to be counted, in the three forms counting wants: as words of
 * bits, as a list of offsets for walking a column, and as their complement for blocks where most
 * documents match. Offsets and complement are made when first asked for and serve all facets. One
 * set serves one thread and is filled again for each block.
 */
final class BlockSet {
  /** Documents that are gathered before they are counted. */
  static final int BATCH = 256;

  private static final int LISTED = 4;

  private final long[] words = new long[Blocks.WORDS];
  private final char[] offsets = new char[Blocks.DOCS + LISTED];
  private @Nullable BlockSet misses;
  private final int[] batch = new int[BATCH];
  private final double listingCost;
  private int docs;
  private int count;
  private boolean listed;
  private boolean inverted;

  private BlockSet(double listingCost) {
    this.listingCost = listingCost;
  }

  /** A set that several columns count, so that listing its documents is worth it. */
  static BlockSet shared() {
    return new BlockSet(0.4);
  }

  /** A set that one column counts. */
  static BlockSet single() {
    return new BlockSet(2);
  }

  /** The bits, to be filled and then followed by {@link #filled}. */
  long[] words() {
    return words;
  }

  /**
   * Says that the words have new content.
   *
   * @param docs documents of the block
   */
  void filled(int docs) {
    this.docs = docs;
    this.count = Blocks.cardinality(words);
    this.listed = false;
    this.inverted = false;
  }

  int count() {
    return count;
  }

  int docs() {
    return docs;
  }

  /** The offsets within the block in ascending order; {@link #count} of them hold. */
  char[] offsets() {
    if (!listed) {
      boolean sparse = count < Blocks.WORDS;
      int at = 0;
      for (int i = 0; i < Blocks.WORDS; i++) {
        if (words[i] != 0 || !sparse) {
          at = list(words[i], i << 6, at);
        }
      }
      listed = true;
    }
    return offsets;
  }

  /**
   * The column's share in listing a document, in nanoseconds; nothing when they are listed already.
   *
   * @param missing the documents that are not in the set
   */
  double listingCost(boolean missing) {
    BlockSet complement = misses;
    boolean done = missing ? inverted && complement != null && complement.listed : listed;
    return done ? 0 : listingCost;
  }

  /** Room to gather values in, small enough for the first-level cache. */
  int[] batch() {
    return batch;
  }

  /**
   * Lists a word's bits four at a time, more than there may be, as a wrong guess of their number
   * costs more than writing a few in vain; the next word overwrites those.
   */
  private int list(long word, int first, int at) {
    int next = at;
    long left = word;
    do {
      for (int i = 0; i < LISTED; i++) {
        offsets[next + i] = (char) (first + Long.numberOfTrailingZeros(left));
        left &= left - 1;
      }
      next += LISTED;
    } while (left != 0);
    return at + Long.bitCount(word);
  }

  /** The documents of the block that are not in the set. */
  BlockSet misses() {
    BlockSet complement = misses == null ? new BlockSet(listingCost) : misses;
    if (!inverted) {
      Blocks.fill(docs, complement.words);
      for (int i = 0; i < Blocks.WORDS; i++) {
        complement.words[i] &= ~words[i];
      }
      complement.filled(docs);
      misses = complement;
      inverted = true;
    }
    return complement;
  }
}
