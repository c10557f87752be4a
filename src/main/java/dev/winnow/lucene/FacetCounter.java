package dev.winnow.lucene;

import dev.winnow.lucene.LeafPlan.Correction;
import dev.winnow.lucene.LeafPlan.NearScan;
import dev.winnow.lucene.LeafPlan.Scan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact disjunctive counts of one screen, block by block. With filters F₁…Fₖ over a base, a
 * document counts for a facet that is not filtered when it satisfies all of them, and for filtered
 * facet i when it satisfies all but Fᵢ. The second set is the first plus the near misses: those
 * that miss Fᵢ alone. So the hits are counted once for all facets, and a filtered facet has its
 * near misses counted on top. {@link BlockSplit} finds both; where they are few they are collected
 * as {@link FewDocuments} and counted later.
 *
 * <p>One counter serves one thread; counters of several threads are added up.
 */
final class FacetCounter {
  private final int[][] counts;
  private final BlockSplit split;
  private final BlockSet some = BlockSet.single();
  private final FewDocuments fewHits = new FewDocuments();
  private final List<RowCounter> rows = new ArrayList<>();
  private final List<FewDocuments> fewNear = new ArrayList<>();
  private @Nullable LeafPlan plan;
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
    this.split = new BlockSplit(filters);
  }

  /** Documents that satisfy everything, in all blocks counted so far. */
  long total() {
    return total;
  }

  /** A target's counts by value number; complete after {@link #finish}. */
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
      split.read(leaf, block);
      BlockSet hits = split.hits();
      total += hits.count();
      leaf.keep(block, hits.words());
      if (hits.count() > 0) {
        countHits(leaf, block, hits);
      }
      for (int near = 0; near < leaf.nearScans().size(); near++) {
        if (split.nearMisses().count() > 0) {
          countNear(leaf.nearScans().get(near), near, block);
        }
      }
      if (!leaf.corrections().isEmpty()) {
        correct(leaf, block);
      }
    }
  }

  /**
   * Opens a leaf's filters and makes counters for it: the first for the hits, one more for each of
   * the near scans.
   */
  private void begin(LeafPlan leaf) {
    if (plan != leaf) {
      finish();
      split.open(leaf);
      PackedRows packed = leaf.leaf().columns().rows();
      rows.add(new RowCounter(packed, leaf.rowScans(), counts));
      for (NearScan scan : leaf.nearScans()) {
        rows.add(new RowCounter(packed, scan.rows().stream().toList(), counts));
        if (fewNear.size() < leaf.nearScans().size()) {
          fewNear.add(new FewDocuments());
        }
      }
      plan = leaf;
    }
  }

  /** Counts what was put off. */
  void finish() {
    LeafPlan leaf = plan;
    if (leaf != null) {
      countFewHits(leaf);
      for (int near = 0; near < leaf.nearScans().size(); near++) {
        countFewNear(leaf.nearScans().get(near), fewNear.get(near));
      }
      rows.forEach(RowCounter::finish);
      rows.clear();
      plan = null;
    }
  }

  private void countHits(LeafPlan leaf, int block, BlockSet hits) {
    if (hits.count() <= FewDocuments.IN_BLOCK) {
      if (fewHits.isFull()) {
        countFewHits(leaf);
      }
      fewHits.add(block, hits);
      return;
    }
    rows.getFirst().count(block, hits);
    for (Scan scan : leaf.scans()) {
      scan.column().count(block, hits, counts[scan.target()]);
    }
  }

  private void countFewHits(LeafPlan leaf) {
    if (fewHits.count() > 0) {
      rows.getFirst().count(fewHits);
      for (Scan scan : leaf.scans()) {
        scan.column().count(fewHits, counts[scan.target()]);
      }
      fewHits.clear();
    }
  }

  private void countNear(NearScan scan, int index, int block) {
    FewDocuments few = fewNear.get(index);
    FilterWords filter = split.filter(scan.filter());
    BlockSet nearMisses = split.nearMisses();
    if (few.isFull()) {
      countFewNear(scan, few);
    }
    if (nearMisses.count() <= FewDocuments.IN_BLOCK) {
      few.addMissing(block, nearMisses, filter);
      return;
    }
    System.arraycopy(nearMisses.words(), 0, some.words(), 0, Blocks.WORDS);
    filter.andNot(some.words());
    some.filled(nearMisses.docs());
    if (some.count() <= FewDocuments.IN_BLOCK) {
      few.add(block, some);
    } else if (scan.rows().isPresent()) {
      rows.get(1 + index).count(block, some);
    } else {
      scan.column().count(block, some, counts[scan.target()]);
    }
  }

  private void countFewNear(NearScan scan, FewDocuments few) {
    if (few.count() > 0) {
      scan.column().count(few, counts[scan.target()]);
      few.clear();
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
        split.filter(ready).and(some.words());
        some.filled(Blocks.docs(block, leaf.maxDoc()));
      }
      correction.column().walk(block, some, -1, counts[correction.target()]);
    }
  }
}
