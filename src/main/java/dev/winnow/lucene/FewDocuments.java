package dev.winnow.lucene;

/**
 * Documents of blocks that have so few to count that going through all facets would cost more than
 * the documents. They are collected over several blocks of a leaf and counted together: their
 * values are loaded in larger batches, and what a batch costs by itself is spread over more.
 */
final class FewDocuments {
  /** Blocks with more documents to count are counted by themselves. */
  static final int IN_BLOCK = 256;

  private static final int ENOUGH = 1_024;

  private final int[] docs = new int[ENOUGH + IN_BLOCK];
  private final int[] batch = new int[BlockSet.BATCH];
  private int count;

  /** Adds the block's documents in a set of no more than {@link #IN_BLOCK}. */
  void add(int block, BlockSet set) {
    int first = Blocks.firstDoc(block);
    char[] offsets = set.offsets();
    for (int i = 0; i < set.count(); i++) {
      docs[count++] = first + offsets[i];
    }
  }

  /** Adds those of the set that miss a filter. */
  void addMissing(int block, BlockSet set, FilterWords filter) {
    int first = Blocks.firstDoc(block);
    char[] offsets = set.offsets();
    int end = count;
    for (int i = 0; i < set.count(); i++) {
      docs[end] = first + offsets[i];
      end += filter.missed(offsets[i]);
    }
    count = end;
  }

  /** Whether they are to be counted before any are added. */
  boolean isFull() {
    return count >= ENOUGH;
  }

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  /** The documents' numbers in the leaf; {@link #count} of them hold. */
  int[] docs() {
    return docs;
  }

  /** Room to gather values in, small enough for the first-level cache. */
  int[] batch() {
    return batch;
  }
}
