package dev.winnow.lucene;

import dev.winnow.lucene.LeafPlan.Correction;
import dev.winnow.lucene.LeafPlan.NearScan;
import dev.winnow.lucene.LeafPlan.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact disjunctive counts of one screen, block by block. With filters F₁…Fₖ over a base, a
 * document counts for a facet that is not filtered when it satisfies all of them, and for filtered
 * facet i when it satisfies all but Fᵢ. The second set is the first plus the near misses: those
 * that miss Fᵢ alone. So the hits are counted once for all facets, and a filtered facet has its
 * near misses counted on top. One pass over the block's words says which documents miss no filter,
 * one, or more, while they are in the first-level cache.
 *
 * <p>One counter serves one thread; counters of several threads are added up.
 */
final class FacetCounter {
  /** So few documents of a block are walked without a look at other ways. */
  private static final int FEW = 256;

  private final int[][] counts;
  private final BlockSet hits = BlockSet.shared();
  private final BlockSet nearMisses = BlockSet.shared();
  private final BlockSet some = BlockSet.single();
  private final long[][] filters;
  private final long[] missedTwice = new long[Blocks.WORDS];
  private @Nullable LeafPlan plan;
  private final List<RowCounter> rows = new ArrayList<>();
  private long total;

  /**
   * @param values for each target one more than the highest value number
   * @param filters how many filters there are
   */
  FacetCounter(int[] values, int filters) {
    this.counts = new int[values.length][];
    for (int i = 0; i < values.length; i++) {
      counts[i] = new int[values[i]];
    }
    this.filters = new long[filters][Blocks.WORDS];
  }

  /** Documents that satisfy everything, in all blocks counted so far. */
  long total() {
    return total;
  }

  /** A target's counts by value number. */
  int[] counts(int target) {
    return counts[target];
  }

  /** Adds what another counter has counted. */
  void add(FacetCounter other) {
    other.finish();
    total += other.total;
    for (int target = 0; target < counts.length; target++) {
      for (int id = 0; id < counts[target].length; id++) {
        counts[target][id] += other.counts[target][id];
      }
    }
  }

  /** Counts blocks {@code [from, to)} of a leaf. */
  void count(LeafPlan leaf, int from, int to) {
    begin(leaf);
    for (int block = from; block < to; block++) {
      split(leaf, block);
      total += hits.count();
      leaf.keep(block, hits.words());
      if (hits.count() > 0) {
        if (hits.count() <= FEW) {
          rows.getFirst().countFew(block, hits);
        } else {
          rows.getFirst().count(block, hits);
        }
        for (Scan scan : leaf.scans()) {
          scan.column().count(block, hits, counts[scan.target()]);
        }
      }
      for (int near = 0; near < leaf.nearScans().size() && nearMisses.count() > 0; near++) {
        countNear(leaf, near, block);
      }
      if (!leaf.corrections().isEmpty()) {
        correct(leaf, block);
      }
    }
  }

  /** Makes counters for a leaf: the first for the hits, one more for each of the near scans. */
  private void begin(LeafPlan leaf) {
    if (plan != leaf) {
      finish();
      PackedRows packed = leaf.leaf().columns().rows();
      rows.add(new RowCounter(packed, leaf.rowScans(), counts));
      for (NearScan scan : leaf.nearScans()) {
        rows.add(new RowCounter(packed, scan.rows().stream().toList(), counts));
      }
      plan = leaf;
    }
  }

  private void finish() {
    rows.forEach(RowCounter::finish);
    rows.clear();
  }

  /** Fills the set of hits, and says which documents miss a filter, and which more than one. */
  private void split(LeafPlan leaf, int block) {
    long[] all = hits.words();
    Blocks.read(leaf.leaf().live(), block, all);
    leaf.base().ifPresent(base -> Blocks.and(base, block, all));
    for (int i = 0; i < filters.length; i++) {
      leaf.filters().get(i).read(block, filters[i]);
    }
    long[] missed = nearMisses.words();
    if (leaf.nearScans().isEmpty()) {
      for (long[] filter : filters) {
        and(filter, all);
      }
    } else {
      Arrays.fill(missed, 0);
      Arrays.fill(missedTwice, 0);
      for (long[] filter : filters) {
        for (int i = 0; i < Blocks.WORDS; i++) {
          long misses = ~filter[i];
          missedTwice[i] |= missed[i] & misses;
          missed[i] |= misses;
        }
      }
      for (int i = 0; i < Blocks.WORDS; i++) {
        long candidates = all[i];
        all[i] = candidates & ~missed[i];
        missed[i] &= candidates & ~missedTwice[i];
      }
      nearMisses.filled(Blocks.docs(block, leaf.maxDoc()));
    }
    hits.filled(Blocks.docs(block, leaf.maxDoc()));
  }

  private void countNear(LeafPlan leaf, int index, int block) {
    NearScan scan = leaf.nearScans().get(index);
    boolean few = nearMisses.count() <= FEW;
    if (few) {
      some.takeFew(nearMisses, filters[scan.filter()]);
    } else {
      System.arraycopy(nearMisses.words(), 0, some.words(), 0, Blocks.WORDS);
      andNot(filters[scan.filter()], some.words());
      some.filled(nearMisses.docs());
    }
    RowCounter inRows = rows.get(1 + index);
    int[] target = counts[scan.target()];
    if (some.count() == 0) {
      return;
    }
    if (scan.rows().isPresent() && few) {
      inRows.countFew(block, some);
    } else if (scan.rows().isPresent()) {
      inRows.count(block, some);
    } else if (few) {
      scan.column().walk(block, some, 1, target);
    } else {
      scan.column().count(block, some, target);
    }
  }

  private void correct(LeafPlan leaf, int block) {
    int ready = LeafPlan.NONE;
    for (Correction correction : leaf.corrections()) {
      if (ready != correction.filter()) {
        if (!leaf.leaf().recentlyDeleted(block, some.words())) {
          return;
        }
        ready = correction.filter();
        and(filters[ready], some.words());
        some.filled(Blocks.docs(block, leaf.maxDoc()));
      }
      correction.column().walk(block, some, -1, counts[correction.target()]);
    }
  }

  private static void andNot(long[] with, long[] words) {
    for (int i = 0; i < Blocks.WORDS; i++) {
      words[i] &= ~with[i];
    }
  }

  private static void and(long[] with, long[] words) {
    for (int i = 0; i < Blocks.WORDS; i++) {
      words[i] &= with[i];
    }
  }
}
