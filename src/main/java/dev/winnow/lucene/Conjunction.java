package dev.winnow.lucene;

import java.util.Comparator;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/**
 * What satisfies several filters of a leaf at once, without a set of documents for each of them:
 * block by block, beginning with the filter that few documents satisfy, and no further in blocks
 * where none is left. Of the other filters only what lies in the remaining blocks is read, and all
 * but the result stays in the first-level cache.
 */
final class Conjunction {
  private Conjunction() {}

  /**
   * The documents that satisfy all filters.
   *
   * @param filters at least one
   */
  static FixedBitSet of(List<BlockFilter> filters, int maxDoc) {
    List<BlockFilter> rarestFirst =
        filters.stream().sorted(Comparator.comparingLong(BlockFilter::estimate)).toList();
    FixedBitSet bits = new FixedBitSet(maxDoc);
    long[] words = new long[Blocks.WORDS];
    long[] own = new long[Blocks.WORDS];
    long[] scratch = new long[Blocks.WORDS];
    for (int block = 0; block < Blocks.count(maxDoc); block++) {
      rarestFirst.getFirst().read(block, words, scratch);
      for (int i = 1; i < rarestFirst.size() && !Blocks.isEmpty(words); i++) {
        rarestFirst.get(i).and(block, words, own, scratch);
      }
      System.arraycopy(words, 0, bits.getBits(), block * Blocks.WORDS, Blocks.words(bits, block));
    }
    return bits;
  }
}
