package dev.winnow.lucene;

import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;

/** What satisfies one filter in a leaf, block by block; deleted documents among them. */
@FunctionalInterface
interface BlockFilter {
  /** Fills the words with the block's documents, zero behind the end. */
  void read(int block, long[] words);

  /**
   * Removes from the words the block's documents that do not satisfy the filter.
   *
   * @param scratch room for another {@link Blocks#WORDS} words
   */
  default void and(int block, long[] words, long[] scratch) {
    read(block, scratch);
    Blocks.and(scratch, words);
  }

  /** About how many documents satisfy the filter; a guess on the high side. */
  default long estimate() {
    return Long.MAX_VALUE;
  }

  /** The documents of the whole leaf, if they are kept as such. */
  default Optional<FixedBitSet> whole() {
    return Optional.empty();
  }

  /** The documents of a set. */
  static BlockFilter of(FixedBitSet bits) {
    return new Known(bits, Optional.of(bits));
  }

  /** All documents that satisfy the filter. */
  default FixedBitSet all(int maxDoc) {
    FixedBitSet bits = new FixedBitSet(maxDoc);
    long[] words = new long[Blocks.WORDS];
    for (int block = 0; block < Blocks.count(maxDoc); block++) {
      read(block, words);
      System.arraycopy(words, 0, bits.getBits(), block * Blocks.WORDS, Blocks.words(bits, block));
    }
    return bits;
  }

  /** The documents of a set. */
  record Known(FixedBitSet bits, Optional<FixedBitSet> whole) implements BlockFilter {
    @Override
    public void read(int block, long[] words) {
      Blocks.read(bits, block, words);
    }

    @Override
    public void and(int block, long[] words, long[] scratch) {
      Blocks.and(bits, block, words);
    }
  }
}
