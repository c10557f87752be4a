package dev.winnow.lucene;

import dev.winnow.lucene.LeafPlan.Correction;
import dev.winnow.lucene.LeafPlan.GroupScan;
import dev.winnow.lucene.LeafPlan.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exact disjunctive counts of one screen, block by block. With filters F₁…Fₖ over a base, a
 * document counts for a facet that is not filtered when it satisfies all of them, and for filtered
 * facet i when it satisfies all but Fᵢ. The second set is the first plus the documents that miss Fᵢ
 * alone; so one pass over the block's words yields all k + 1 sets, while they are in the
 * first-level cache. Each is then handed to the columns.
 *
 * <p>One counter serves one thread; counters of several threads are added up.
 */
final class FacetCounter {
  private static final int[] NOT_WANTED = {};

  private final int[][] counts;
  private final List<int[]> codes = new ArrayList<>();
  private final BlockSet hits = BlockSet.shared();
  private final BlockSet[] without;
  private final long[][] filters;
  private final BlockSet deleted = BlockSet.shared();
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
    this.without = Stream.generate(BlockSet::single).limit(filters).toArray(BlockSet[]::new);
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
    total += other.total;
    for (int target = 0; target < counts.length; target++) {
      for (int id = 0; id < counts[target].length; id++) {
        counts[target][id] += other.counts[target][id];
      }
    }
  }

  /** Counts blocks {@code [from, to)} of a leaf. */
  void count(LeafPlan plan, int from, int to) {
    int[][][] groups = plan.groupScans().stream().map(this::targets).toArray(int[][][]::new);
    while (codes.size() < groups.length) {
      codes.add(new int[ColumnGroup.MAX_CODES]);
    }
    for (int block = from; block < to; block++) {
      split(plan, block);
      total += hits.count();
      plan.keep(block, hits.words());
      for (Scan scan : plan.scans()) {
        BlockSet set = scan.without() == LeafPlan.NONE ? hits : without[scan.without()];
        if (set.count() > 0) {
          scan.column().count(block, set, counts[scan.target()]);
        }
      }
      for (int i = 0; hits.count() > 0 && i < groups.length; i++) {
        plan.groupScans().get(i).group().count(block, hits, groups[i], codes.get(i));
      }
      if (!plan.corrections().isEmpty()) {
        correct(plan, block);
      }
    }
    for (int i = 0; i < groups.length; i++) {
      plan.groupScans().get(i).group().spread(codes.get(i), groups[i]);
    }
  }

  private int[][] targets(GroupScan scan) {
    return Arrays.stream(scan.targets())
        .mapToObj(target -> target == LeafPlan.NONE ? NOT_WANTED : counts[target])
        .toArray(int[][]::new);
  }

  /** Fills the sets of hits and of those that satisfy all but one filter. */
  private void split(LeafPlan plan, int block) {
    int docs = Blocks.docs(block, plan.maxDoc());
    long[] all = hits.words();
    Blocks.read(plan.leaf().live(), block, all);
    plan.base().ifPresent(base -> Blocks.and(base, block, all));
    for (int i = 0; i < filters.length; i++) {
      plan.filters().get(i).read(block, filters[i]);
    }
    for (int i = 0; i < filters.length; i++) {
      if (plan.needsWithout(i)) {
        long[] others = without[i].words();
        System.arraycopy(all, 0, others, 0, Blocks.WORDS);
        for (int j = 0; j < filters.length; j++) {
          if (j != i) {
            and(filters[j], others);
          }
        }
        without[i].filled(docs);
      }
    }
    for (long[] filter : filters) {
      and(filter, all);
    }
    hits.filled(docs);
  }

  private void correct(LeafPlan plan, int block) {
    int ready = LeafPlan.NONE;
    for (Correction correction : plan.corrections()) {
      if (ready != correction.filter()) {
        if (!plan.leaf().recentlyDeleted(block, deleted.words())) {
          return;
        }
        ready = correction.filter();
        and(filters[ready], deleted.words());
        deleted.filled(Blocks.docs(block, plan.maxDoc()));
      }
      correction.column().walk(block, deleted, -1, counts[correction.target()]);
    }
  }

  private static void and(long[] with, long[] words) {
    for (int i = 0; i < Blocks.WORDS; i++) {
      words[i] &= with[i];
    }
  }
}
