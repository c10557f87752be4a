package dev.winnow.lucene;

import java.util.Arrays;

/**
 * The documents of one block that are to be counted, in the three forms counting wants: as words of
 * bits, as a list of offsets for walking a column, and as their complement for blocks where most
 * documents match. Offsets and complement are made when first asked for and serve all facets. One
 * set serves one thread and is filled again for each block.
 */
final class BlockSet {
  private final long[] words = new long[Blocks.WORDS];
  private final char[] offsets = new char[Blocks.DOCS];
  private final boolean complement;
  private BlockSet misses;
  private int docs;
  private int count;
  private boolean listed;
  private boolean inverted;

  BlockSet() {
    this.complement = false;
    this.misses = new BlockSet(this);
  }

  private BlockSet(BlockSet of) {
    this.complement = true;
    this.misses = of;
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
      int at = 0;
      for (int i = 0; i < Blocks.WORDS; i++) {
        for (long word = words[i]; word != 0; word &= word - 1) {
          offsets[at++] = (char) ((i << 6) + Long.numberOfTrailingZeros(word));
        }
      }
      listed = true;
    }
    return offsets;
  }

  /** The documents of the block that are not in the set. */
  BlockSet misses() {
    if (complement) {
      throw new IllegalStateException("the complement of a complement");
    }
    if (!inverted) {
      Blocks.fill(docs, misses.words);
      for (int i = 0; i < Blocks.WORDS; i++) {
        misses.words[i] &= ~words[i];
      }
      misses.filled(docs);
      inverted = true;
    }
    return misses;
  }

  void clear() {
    Arrays.fill(words, 0);
    count = 0;
  }
}
