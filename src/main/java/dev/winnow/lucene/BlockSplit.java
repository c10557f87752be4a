package dev.winnow.lucene;

import java.util.Arrays;

/**
 * The documents of a block by how many filters they miss: none, which makes them hits, or one,
 * which makes them near misses. One pass over the block's words says so, while they are in the
 * first-level cache. It serves one thread and is read again for each block.
 */
final class BlockSplit {
  private final BlockSet hits = BlockSet.shared();
  private final BlockSet nearMisses = BlockSet.shared();
  private final FilterWords base = new FilterWords();
  private final FilterWords[] filters;
  private final long[] missedTwice = new long[Blocks.WORDS];

  /**
   * @param filters how many there are
   */
  BlockSplit(int filters) {
    this.filters = new FilterWords[filters];
    Arrays.setAll(this.filters, _ -> new FilterWords());
  }

  /** The documents that satisfy all filters. */
  BlockSet hits() {
    return hits;
  }

  /** The documents that miss one filter alone, if they are wanted. */
  BlockSet nearMisses() {
    return nearMisses;
  }

  FilterWords filter(int index) {
    return filters[index];
  }

  /** Goes to a leaf. */
  void open(LeafPlan leaf) {
    leaf.base().ifPresent(base::open);
    for (int i = 0; i < filters.length; i++) {
      filters[i].open(leaf.filters().get(i));
    }
  }

  /** Goes to a block of the leaf. */
  void read(LeafPlan leaf, int block) {
    int docs = Blocks.docs(block, leaf.maxDoc());
    long[] all = hits.words();
    Blocks.read(leaf.leaf().live(), block, all);
    if (leaf.base().isPresent()) {
      base.read(block);
      base.and(all);
    }
    for (FilterWords filter : filters) {
      filter.read(block);
    }
    if (leaf.nearScans().isEmpty()) {
      for (FilterWords filter : filters) {
        filter.and(all);
      }
    } else {
      split(all, nearMisses.words());
      nearMisses.filled(docs);
    }
    hits.filled(docs);
  }

  private void split(long[] all, long[] missed) {
    Arrays.fill(missed, 0);
    Arrays.fill(missedTwice, 0);
    for (FilterWords filter : filters) {
      filter.miss(missed, missedTwice);
    }
    for (int i = 0; i < Blocks.WORDS; i++) {
      long candidates = all[i];
      all[i] = candidates & ~missed[i];
      missed[i] &= candidates & ~missedTwice[i];
    }
  }
}
