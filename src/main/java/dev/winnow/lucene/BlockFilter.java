package dev.winnow.lucene;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/** What satisfies one filter in a leaf, block by block; deleted documents among them. */
@FunctionalInterface
interface BlockFilter {
  /** What nothing satisfies. */
  BlockFilter NOTHING = (_, words, _) -> Arrays.fill(words, 0);

  /**
   * Fills the words with the block's documents, zero behind the end.
   *
   * @param scratch room for another {@link Blocks#WORDS} words
   */
  void read(int block, long[] words, long[] scratch);

  /**
   * Removes from the words the block's documents that do not satisfy the filter.
   *
   * @param own room for {@link Blocks#WORDS} words
   * @param scratch room for as many
   */
  default void and(int block, long[] words, long[] own, long[] scratch) {
    read(block, own, scratch);
    Blocks.and(own, words);
  }

  /** About how many documents satisfy the filter; a guess on the high side. */
  default long estimate() {
    return Long.MAX_VALUE;
  }

  /** The documents of a set. */
  static BlockFilter of(FixedBitSet bits) {
    return (block, words, _) -> Blocks.read(bits, block, words);
  }

  /** All documents that satisfy the filter. */
  default FixedBitSet all(int maxDoc) {
    FixedBitSet bits = new FixedBitSet(maxDoc);
    long[] words = new long[Blocks.WORDS];
    long[] scratch = new long[Blocks.WORDS];
    for (int block = 0; block < Blocks.count(maxDoc); block++) {
      read(block, words, scratch);
      Blocks.write(words, block, bits);
    }
    return bits;
  }
}
