package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/**
 * Exact disjunctive counts of one screen. With filters F₁…Fₖ over a base, a document counts for a
 * facet that is not filtered when it satisfies all of them, and for filtered facet i when it
 * satisfies all but Fᵢ. The second set is the first plus the documents that miss Fᵢ alone; so one
 * pass over the leaf's words yields the hits and k sets of near misses, and every document is
 * counted once, in one of them.
 */
final class FacetCounter {
  /** Counts in progress of one facet, indexed by value number. */
  static final class Target {
    private final int filter;
    private final int[] counts;

    /**
     * @param filter index of the facet's own filter, or -1
     * @param values one more than the highest value number
     */
    Target(int filter, int values) {
      this.filter = filter;
      this.counts = new int[values];
    }

    int[] counts() {
      return counts;
    }
  }

  private final List<Target> targets;
  private final long[] hits = new long[Blocks.WORDS];
  private final List<long[]> nearMisses = new ArrayList<>();
  private final int[] nearMissCounts;
  private final long[] filter = new long[Blocks.WORDS];
  private final Column.Scratch scratch = new Column.Scratch();
  private long total;

  FacetCounter(List<Target> targets, int filters) {
    this.targets = targets;
    this.nearMissCounts = new int[filters];
    for (int i = 0; i < filters; i++) {
      nearMisses.add(new long[Blocks.WORDS]);
    }
  }

  /** Documents that satisfy everything, in all leaves added so far. */
  long total() {
    return total;
  }

  /**
   * Counts one leaf.
   *
   * @param base what holds for all facets, live documents only
   * @param filters each facet's own filter
   * @param columns one for each target
   * @return the documents that satisfy everything
   */
  FixedBitSet add(FixedBitSet base, List<FixedBitSet> filters, List<Column> columns) {
    int maxDoc = base.length();
    FixedBitSet all = new FixedBitSet(maxDoc);
    for (int block = 0; block < Blocks.count(maxDoc); block++) {
      int count = split(block, base, filters);
      int from = block * Blocks.WORDS;
      System.arraycopy(
          hits, 0, all.getBits(), from, Math.min(Blocks.WORDS, all.getBits().length - from));
      total += count;
      for (int i = 0; i < columns.size(); i++) {
        Target target = targets.get(i);
        if (count > 0) {
          columns.get(i).count(block, hits, count, target.counts, scratch);
        }
        if (target.filter >= 0 && nearMissCounts[target.filter] > 0) {
          long[] near = nearMisses.get(target.filter);
          int nearCount = nearMissCounts[target.filter];
          columns.get(i).count(block, near, nearCount, target.counts, scratch);
        }
      }
    }
    return all;
  }

  /** Fills {@link #hits} and {@link #nearMisses} for a block and returns the number of hits. */
  private int split(int block, FixedBitSet base, List<FixedBitSet> filters) {
    Blocks.read(base, block, hits);
    for (int i = 0; i < filters.size(); i++) {
      Blocks.read(filters.get(i), block, filter);
      long[] near = nearMisses.get(i);
      for (int word = 0; word < Blocks.WORDS; word++) {
        near[word] = hits[word] & ~filter[word];
        hits[word] &= filter[word];
      }
      for (int earlier = 0; earlier < i; earlier++) {
        long[] previous = nearMisses.get(earlier);
        for (int word = 0; word < Blocks.WORDS; word++) {
          previous[word] &= filter[word];
        }
      }
    }
    for (int i = 0; i < filters.size(); i++) {
      nearMissCounts[i] = Blocks.cardinality(nearMisses.get(i));
    }
    return Blocks.cardinality(hits);
  }
}
