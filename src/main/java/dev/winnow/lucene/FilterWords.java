package dev.winnow.lucene;

import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;

/**
 * One filter's words of the block at hand. Where the filter is a set of the whole leaf they are
 * read in place, as they are read but once or twice and copying would cost as much.
 */
final class FilterWords {
  private final long[] buffer = new long[Blocks.WORDS];
  private long[] words = buffer;
  private int first;
  private int length;

  /** Goes to a block of a filter. */
  void read(BlockFilter filter, int block) {
    Optional<FixedBitSet> whole = filter.whole();
    if (whole.isPresent()) {
      words = whole.get().getBits();
      first = block * Blocks.WORDS;
      length = Blocks.words(whole.get(), block);
    } else {
      filter.read(block, buffer);
      words = buffer;
      first = 0;
      length = Blocks.WORDS;
    }
  }

  /** Removes from the words what does not satisfy the filter. */
  void and(long[] into) {
    for (int i = 0; i < length; i++) {
      into[i] &= words[first + i];
    }
  }

  /** Removes from the words what satisfies the filter. */
  void andNot(long[] into) {
    for (int i = 0; i < length; i++) {
      into[i] &= ~words[first + i];
    }
  }

  /** Adds what misses this filter to what misses a filter, and what already did to the second. */
  void miss(long[] missed, long[] missedTwice) {
    for (int i = 0; i < length; i++) {
      long misses = ~words[first + i];
      missedTwice[i] |= missed[i] & misses;
      missed[i] |= misses;
    }
  }

  /** 1 for a document that does not satisfy the filter, 0 for one that does. */
  int missed(char offset) {
    return (int) (~words[first + (offset >> 6)] >>> offset) & 1;
  }
}
