package dev.winnow.lucene;

import org.apache.lucene.util.FixedBitSet;

/** What satisfies a condition in a leaf, for several threads: each opens a filter of its own. */
@FunctionalInterface
interface LeafFilter {
  /** For one thread, which reads blocks in ascending order. */
  BlockFilter open();

  /** A filter that many threads can read. */
  static LeafFilter shared(BlockFilter filter) {
    return () -> filter;
  }

  /** The documents of a set. */
  record Known(FixedBitSet bits) implements LeafFilter {
    @Override
    public BlockFilter open() {
      return BlockFilter.of(bits);
    }
  }
}
