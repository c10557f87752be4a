package dev.winnow.lucene;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.lucene.util.FixedBitSet;

/**
 * A condition that is evaluated where it is counted, by the threads that count: a block is read
 * while nobody has looked at it before, and what was found is kept for the next question. When all
 * blocks have been read, each once, the whole set is handed over. Blocks share no word.
 */
final class EvaluatedBlocks implements LeafFilter {
  private final LeafFilter filter;
  private final FixedBitSet bits;
  private final Consumer<FixedBitSet> whole;
  private final AtomicInteger left;

  /**
   * @param whole takes the set when it is complete
   */
  EvaluatedBlocks(LeafFilter filter, int maxDoc, Consumer<FixedBitSet> whole) {
    this.filter = filter;
    this.bits = new FixedBitSet(maxDoc);
    this.whole = whole;
    this.left = new AtomicInteger(Blocks.count(maxDoc));
  }

  @Override
  public BlockFilter open() {
    BlockFilter own = filter.open();
    return (block, words, scratch) -> {
      own.read(block, words, scratch);
      Blocks.write(words, block, bits);
      if (left.decrementAndGet() == 0) {
        whole.accept(bits);
      }
    };
  }
}
