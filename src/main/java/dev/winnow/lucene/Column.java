package dev.winnow.lucene;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * One facet of one leaf in memory: for each document the numbers of its values. Immutable.
 *
 * <p>Counting goes block by block, each in the cheapest of three ways: walk the matching documents;
 * walk those that do not match and subtract them from the block's totals; or intersect with the
 * documents of each value, where they are kept. A full block so costs one addition for each value,
 * and the middle ground, where walking is dear, a fixed price.
 */
sealed interface Column permits SingleColumn, SlottedColumn, RunColumn {
  int maxDoc();

  /** One more than the highest value number when the column was built. */
  int values();

  BlockTotals totals();

  /** The documents of each value; none for small leaves and for columns of very many values. */
  Optional<ValuePostings> postings();

  /** What counting one document by walking takes, in nanoseconds. */
  double costPerDocument();

  /** Adds {@code by} for every value of the block's documents in the set, one by one. */
  void walk(int block, BlockSet set, int by, int[] counts);

  /** Adds the values of a few documents, by number. */
  void count(FewDocuments few, int[] counts);

  /** Adds the block's documents that have a wanted value, looking at every one of them. */
  void scan(int block, boolean[] wanted, long[] words);

  /** Hands over a document's values, {@link ValueDictionary#NONE} when it has none. */
  void forEach(int doc, IntConsumer values);

  /** Unpacks the values of the block's documents in the set. */
  void read(int block, BlockSet set, BlockValues into);

  /** Heap taken. */
  long bytes();

  /** Adds the values of the block's documents in the set to {@code counts}, by number. */
  default void count(int block, BlockSet set, int[] counts) {
    boolean most = countsMisses(set);
    int walked = most ? set.docs() - set.count() : set.count();
    if (intersecting(block) < walking(set, most, walked)) {
      postings().orElseThrow().count(block, set.words(), counts);
    } else if (most) {
      totals().addTo(block, counts);
      if (walked > 0) {
        walk(block, set.misses(), -1, counts);
      }
    } else {
      walk(block, set, 1, counts);
    }
  }

  /** What {@link #count} takes, in nanoseconds. */
  default double cost(int block, BlockSet set) {
    boolean most = countsMisses(set);
    int walked = most ? set.docs() - set.count() : set.count();
    return Math.min(intersecting(block), walking(set, most, walked));
  }

  private boolean countsMisses(BlockSet set) {
    return totals().kept() && set.count() > set.docs() / 2;
  }

  private double walking(BlockSet set, boolean missing, int walked) {
    return walked * (costPerDocument() + set.listingCost(missing));
  }

  private double intersecting(int block) {
    return postings().isPresent() ? postings().get().cost(block) : Double.POSITIVE_INFINITY;
  }

  /** The documents that have one of the values. */
  default BlockFilter having(int[] wanted) {
    if (postings().isPresent()) {
      return postings().get().having(wanted);
    }
    boolean[] flags = new boolean[Math.max(values(), Arrays.stream(wanted).max().orElse(0) + 1)];
    for (int id : wanted) {
      flags[id] = true;
    }
    return (block, words, _) -> {
      Arrays.fill(words, 0);
      scan(block, flags, words);
    };
  }
}
