package dev.winnow.lucene;

import org.apache.lucene.util.FixedBitSet;

/** What satisfies one filter in a leaf, block by block; deleted documents among them. */
@FunctionalInterface
interface BlockFilter {
  /** Fills the words with the block's documents, zero behind the end. */
  void read(int block, long[] words);

  /** The documents of a set. */
  static BlockFilter of(FixedBitSet bits) {
    return (block, words) -> Blocks.read(bits, block, words);
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
}
