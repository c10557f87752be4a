package dev.winnow.lucene;

/**
 * One filter's words of the block at hand, in a buffer of their own. A set of the whole leaf is
 * copied into it too: loops over arrays that begin at the same place are turned into vector
 * instructions, others are not, and the copy costs less than that.
 */
final class FilterWords {
  private final long[] words = new long[Blocks.WORDS];
  private final long[] scratch = new long[Blocks.WORDS];
  private BlockFilter filter = BlockFilter.NOTHING;

  /** Goes to a filter of a leaf. */
  void open(LeafFilter of) {
    filter = of.open();
  }

  /** Goes to a block. */
  void read(int block) {
    filter.read(block, words, scratch);
  }

  /** Removes from the words what does not satisfy the filter. */
  void and(long[] into) {
    Blocks.and(words, into);
  }

  /** Removes from the words what satisfies the filter. */
  void andNot(long[] into) {
    Blocks.andNot(words, into);
  }

  /** Adds what misses this filter to what misses a filter, and what already did to the second. */
  void miss(long[] missed, long[] missedTwice) {
    for (int i = 0; i < Blocks.WORDS; i++) {
      long misses = ~words[i];
      missedTwice[i] |= missed[i] & misses;
      missed[i] |= misses;
    }
  }

  /** 1 for a document that does not satisfy the filter, 0 for one that does. */
  int missed(char offset) {
    return (int) (~words[offset >> 6] >>> offset) & 1;
  }
}
