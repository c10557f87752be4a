package dev.winnow.lucene;

import org.jspecify.annotations.Nullable;

/**
 * How often each value occurs in each block of a column, deleted documents included. Kept only for
 * columns of few values; elsewhere it would cost more memory than it saves time.
 */
final class BlockTotals {
  /** Columns with more values than this have no totals. */
  static final int MAX_VALUES = 4_096;

  private final int @Nullable [] @Nullable [] totals;

  private BlockTotals(int @Nullable [] @Nullable [] totals) {
    this.totals = totals;
  }

  /** Room for the totals of a column whose numbers are below {@code values}. */
  static BlockTotals sized(int maxDoc, int values) {
    return new BlockTotals(values > MAX_VALUES ? null : new int[Blocks.count(maxDoc)][values]);
  }

  /** Counts one value of a document; only while the column is built. */
  void add(int doc, int id) {
    if (totals != null) {
      totals[doc / Blocks.DOCS][id]++;
    }
  }

  /** The block's totals by number, or null when none are kept. */
  int @Nullable [] of(int block) {
    return totals == null ? null : totals[block];
  }

  boolean kept() {
    return totals != null;
  }

  /** Adds the totals of all blocks, by number. */
  void addTo(int[] counts) {
    for (int[] block : java.util.Objects.requireNonNull(totals)) {
      for (int id = 0; id < block.length; id++) {
        counts[id] += block[id];
      }
    }
  }

  long bytes() {
    return totals == null || totals.length == 0 ? 0 : 4L * totals.length * totals[0].length;
  }
}
