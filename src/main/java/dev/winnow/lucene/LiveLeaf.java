package dev.winnow.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LiveDocs;

/**
 * What is left of a leaf at one point in time: its live documents, and counts of them all that need
 * no scan. {@link LeafColumns} do not change with deletions; this does, so it belongs to one reader
 * of the leaf and not to the leaf.
 *
 * <p>The counts are of an earlier point in time, the census; the few documents deleted since are
 * subtracted by whoever reads them. A new census is taken when they are no longer few, by
 * subtracting them from the old one.
 */
final class LiveLeaf {
  /** More documents than this are not subtracted for each question. */
  private static final int FEW = 256;

  private final LeafColumns columns;
  private final FixedBitSet live;
  private final Census census;
  private final int[] recent;
  private final Map<String, int[]> totals = new ConcurrentHashMap<>();

  /** The documents that were counted, and the counts. */
  private record Census(FixedBitSet live, Optional<PairCounts> pairs) {}

  /**
   * @param before the same leaf at another point in time, of use when it is an earlier one
   */
  LiveLeaf(LeafReader reader, LeafColumns columns, Optional<LiveLeaf> before) {
    this.columns = columns;
    live = live(reader);
    Optional<LiveLeaf> earlier =
        before.filter(leaf -> FixedBitSet.andNotCount(live, leaf.live) == 0);
    Census last =
        earlier
            .map(leaf -> leaf.census)
            .orElseGet(() -> new Census(all(reader.maxDoc()), columns.pairs()));
    FixedBitSet gone = last.live.clone();
    gone.andNot(live);
    census =
        gone.cardinality() <= FEW
            ? last
            : new Census(live, last.pairs.map(pairs -> pairs.without(columns.facets(), gone)));
    recent = perBlock(census.live, live);
    earlier.ifPresent(this::takeOver);
  }

  /** Heap taken beside the columns; what several readers share is counted for each. */
  long bytes() {
    long sum = live.getBits().length * 8L + 4L * recent.length;
    @SuppressWarnings("ReferenceEquality") // equal bits elsewhere take heap of their own
    boolean shared = census.live == live;
    if (!shared) {
      sum += census.live.getBits().length * 8L;
    }
    if (census.pairs.isPresent() && !census.pairs.equals(columns.pairs())) {
      sum += census.pairs.get().bytes();
    }
    for (int[] counts : totals.values()) {
      sum += 4L * counts.length;
    }
    return sum;
  }

  /** Has the totals that were known of an earlier time, without what was deleted since. */
  private void takeOver(LiveLeaf earlier) {
    earlier.totals.forEach((facet, counts) -> totals.put(facet, counts.clone()));
    BlockSet gone = BlockSet.shared();
    int[] perBlock = perBlock(earlier.live, live);
    for (int block = 0; block < perBlock.length; block++) {
      if (perBlock[block] > 0) {
        Blocks.read(earlier.live, block, gone.words());
        Blocks.andNot(live, block, gone.words());
        gone.filled(Blocks.docs(block, live.length()));
        for (Map.Entry<String, int[]> entry : totals.entrySet()) {
          columns.facet(entry.getKey()).walk(block, gone, -1, entry.getValue());
        }
      }
    }
  }

  LeafColumns columns() {
    return columns;
  }

  /** The live documents; never to be changed. */
  FixedBitSet live() {
    return live;
  }

  /** Pair counts of the census; {@link #recentlyDeleted} are to be subtracted. */
  Optional<PairCounts> pairs() {
    return census.pairs;
  }

  /**
   * Fills the words with the block's documents that have been deleted since the census.
   *
   * @return whether there are any; if not, the words are left as they were
   */
  boolean recentlyDeleted(int block, long[] words) {
    if (recent[block] == 0) {
      return false;
    }
    Blocks.read(census.live, block, words);
    Blocks.andNot(live, block, words);
    return true;
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
    BlockSet set = BlockSet.single();
    for (int block = 0; block < Blocks.count(live.length()); block++) {
      Blocks.read(live, block, set.words());
      set.filled(Blocks.docs(block, live.length()));
      column.count(block, set, counts);
    }
    return counts;
  }

  private static FixedBitSet live(LeafReader reader) {
    FixedBitSet bits = all(reader.maxDoc());
    switch (reader.getLiveDocs()) {
      case null -> {}
      case LiveDocs known -> {
        try {
          DocIdSetIterator deleted = known.deletedDocsIterator();
          for (int doc = deleted.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = deleted.nextDoc()) {
            bits.clear(doc);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case Bits others -> others.applyMask(bits, 0);
    }
    return bits;
  }

  private static FixedBitSet all(int maxDoc) {
    FixedBitSet bits = new FixedBitSet(maxDoc);
    bits.set(0, maxDoc);
    return bits;
  }

  /** How many documents of each block are in one set and not in the other. */
  private static int[] perBlock(FixedBitSet in, FixedBitSet notIn) {
    int[] counts = new int[Blocks.count(in.length())];
    long[] words = new long[Blocks.WORDS];
    for (int block = 0; block < counts.length; block++) {
      Blocks.read(in, block, words);
      Blocks.andNot(notIn, block, words);
      counts[block] = Blocks.cardinality(words);
    }
    return counts;
  }
}
