package dev.winnow.lucene;

import org.jspecify.annotations.Nullable;

/**
 * The documents of one block that are to be counted, in the three forms counting wants: as words of
 * bits, as a list of offsets for walking a column, and as their complement for blocks where most
 * documents match. Offsets and complement are made when first asked for and serve all facets. One
 * set serves one thread and is filled again for each block.
 */
final class BlockSet {
  private final long[] words = new long[Blocks.WORDS];
  private final char[] offsets = new char[Blocks.DOCS];
  private @Nullable BlockSet misses;
  private int docs;
  private int count;
  private boolean listed;
  private boolean inverted;

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
    BlockSet complement = misses == null ? new BlockSet() : misses;
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
