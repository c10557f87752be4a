package dev.winnow.lucene;

import java.util.Comparator;
import java.util.List;

/**
 * What satisfies several filters of a leaf at once, without a set of documents for each of them:
 * block by block, beginning with the filter that few documents satisfy, and no further in blocks
 * where none is left. Of the other filters only what lies in the remaining blocks is read, and all
 * but the result stays in the first-level cache.
 */
final class Conjunction implements BlockFilter {
  private final List<BlockFilter> rarestFirst;
  private final long[] own = new long[Blocks.WORDS];

  /**
   * @param filters at least one
   */
  Conjunction(List<BlockFilter> filters) {
    rarestFirst = filters.stream().sorted(Comparator.comparingLong(BlockFilter::estimate)).toList();
  }

  @Override
  public void read(int block, long[] words, long[] scratch) {
    rarestFirst.getFirst().read(block, words, scratch);
    for (int i = 1; i < rarestFirst.size() && !Blocks.isEmpty(words); i++) {
      rarestFirst.get(i).and(block, words, own, scratch);
    }
  }
}
