package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.FixedBitSet;

/**
 * What has to be counted in the blocks of one leaf for one screen, after {@link ScreenCounts} has
 * taken from {@link LiveLeaf} and {@link PairCounts} what need not be.
 */
final class LeafPlan {
  /** No filter. */
  static final int NONE = -1;

  /** In the place of the counts of a facet that is not to be counted. */
  static final int[] NOT_WANTED = {};

  /**
   * Count a facet of the hits.
   *
   * @param target whose counts
   */
  record Scan(int target, Column column) {}

  /**
   * Count facets that lie in the leaf's rows, of the hits.
   *
   * @param targets for each of the columns whose counts, or {@link #NONE}
   */
  record RowScan(CodedColumns columns, int[] targets) {}

  /**
   * Count a filtered facet of the near misses: documents that miss its filter and no other.
   *
   * @param target whose counts
   * @param rows the same in the leaf's rows, if it has several values there
   */
  record NearScan(int target, Column column, int filter, Optional<RowScan> rows) {}

  /** Take back from a target's counts the recently deleted documents that satisfy a filter. */
  record Correction(int target, Column column, int filter) {}

  private final LiveLeaf leaf;
  private final Optional<LeafFilter> base;
  private final List<LeafFilter> filters;
  private final List<Scan> scans = new ArrayList<>();
  private final List<RowScan> rowScans = new ArrayList<>();
  private final List<NearScan> nearScans = new ArrayList<>();
  private final List<Correction> corrections = new ArrayList<>();
  private final Optional<FixedBitSet> hits;

  /**
   * @param base what holds for all facets; empty for everyone
   * @param wantHits whether the documents that satisfy everything are wanted too
   */
  LeafPlan(LiveLeaf leaf, Optional<LeafFilter> base, List<LeafFilter> filters, boolean wantHits) {
    this.leaf = leaf;
    this.base = base;
    this.filters = List.copyOf(filters);
    this.hits = wantHits ? Optional.of(new FixedBitSet(leaf.live().length())) : Optional.empty();
  }

  void scan(Scan scan) {
    scans.add(scan);
  }

  void scan(RowScan scan) {
    rowScans.add(scan);
  }

  void scan(NearScan scan) {
    nearScans.add(scan);
  }

  void correct(Correction correction) {
    corrections.add(correction);
  }

  LiveLeaf leaf() {
    return leaf;
  }

  int maxDoc() {
    return leaf.live().length();
  }

  Optional<LeafFilter> base() {
    return base;
  }

  List<LeafFilter> filters() {
    return filters;
  }

  List<Scan> scans() {
    return scans;
  }

  List<RowScan> rowScans() {
    return rowScans;
  }

  List<NearScan> nearScans() {
    return nearScans;
  }

  List<Correction> corrections() {
    return corrections;
  }

  /** The documents that satisfy everything, complete when all blocks are counted. */
  FixedBitSet hits() {
    return hits.orElseThrow();
  }

  /** Keeps the block's hits if they are wanted; blocks share no word. */
  void keep(int block, long[] words) {
    hits.ifPresent(bits -> Blocks.write(words, block, bits));
  }
}
