package dev.winnow.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * What is left of a leaf at one point in time: its live documents, and the counts of all of them by
 * value, which are the answer to a screen without filters. {@link LeafColumns} do not change with
 * deletions; this does, so it belongs to one reader of the leaf and not to the leaf.
 */
final class LiveLeaf {
  private final FixedBitSet live;
  private final int deleted;
  private final LeafColumns columns;
  private final Map<String, int[]> totals = new ConcurrentHashMap<>();

  LiveLeaf(LeafReader reader, LeafColumns columns) {
    this.columns = columns;
    this.deleted = reader.numDeletedDocs();
    this.live = new FixedBitSet(reader.maxDoc());
    live.set(0, reader.maxDoc());
    Bits liveDocs = reader.getLiveDocs();
    if (liveDocs != null) {
      liveDocs.applyMask(live, 0);
    }
  }

  LeafColumns columns() {
    return columns;
  }

  /** The live documents; never to be changed. */
  FixedBitSet live() {
    return live;
  }

  boolean hasDeletions() {
    return deleted > 0;
  }

  /** Fills the words with the block's deleted documents. */
  void deleted(int block, long[] words) {
    Blocks.read(live, block, words);
    invert(Blocks.docs(block, live.length()), words);
  }

  private static void invert(int docs, long[] words) {
    for (int i = 0; i < words.length; i++) {
      int left = docs - i * Long.SIZE;
      long valid = left >= Long.SIZE ? -1L : left <= 0 ? 0 : (1L << left) - 1;
      words[i] = ~words[i] & valid;
    }
  }

  /** Whether {@link #totals} can be had for the facet. */
  boolean hasTotals(String facet) {
    return columns.facet(facet).totals().kept();
  }

  /** How many live documents have each value of a facet, by number. */
  int[] totals(String facet) {
    return totals.computeIfAbsent(facet, this::countLive);
  }

  private int[] countLive(String facet) {
    Column column = columns.facet(facet);
    int[] counts = new int[column.values()];
    column.totals().addTo(counts);
    if (deleted > 0) {
      BlockSet set = new BlockSet();
      for (int block = 0; block < Blocks.count(live.length()); block++) {
        deleted(block, set.words());
        set.filled(Blocks.docs(block, live.length()));
        column.walk(block, set.offsets(), set.count(), -1, counts);
      }
    }
    return counts;
  }
}
