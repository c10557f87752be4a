package dev.winnow.lucene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many documents of a leaf have value <i>a</i> in one facet and <i>b</i> in another, for all
 * pairs of values of all pairs of facets. With one facet filtered, the counts of all others are a
 * sum of such rows; with two, so are the counts each of them shows without its own filter.
 * Documents deleted since are counted in: they are few, and whoever reads a row subtracts them.
 *
 * <p>The table grows with the square of the values, not with the documents, so only leaves large
 * enough to make it cheap by comparison have one.
 */
final class PairCounts {
  /** The table takes about so much for each document of the leaf at most. */
  private static final int BYTES_PER_DOCUMENT = 8;

  private final Map<String, Integer> order;
  private final int[] sizes;
  private final PackedIds[][] tables;

  private PairCounts(Map<String, Integer> order, int[] sizes, PackedIds[][] tables) {
    this.order = order;
    this.sizes = sizes;
    this.tables = tables;
  }

  /** Counts all pairs; empty when the table would take too much memory for the leaf. */
  static Optional<PairCounts> of(Map<String, Column> facets, int maxDoc) {
    Map<String, Integer> order = new LinkedHashMap<>();
    List<Column> columns =
        facets.entrySet().stream()
            .filter(entry -> entry.getValue().totals().kept())
            .peek(entry -> order.put(entry.getKey(), order.size()))
            .map(Map.Entry::getValue)
            .toList();
    int[] sizes = columns.stream().mapToInt(Column::values).toArray();
    long cells = 0;
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        cells += (long) sizes[a] * sizes[b];
      }
    }
    if (cells * Character.BYTES > (long) BYTES_PER_DOCUMENT * maxDoc) {
      return Optional.empty();
    }
    PairCounts none = new PairCounts(order, sizes, new PackedIds[sizes.length][sizes.length]);
    FixedBitSet all = new FixedBitSet(maxDoc);
    all.set(0, maxDoc);
    return Optional.of(none.plus(facets, all, 1));
  }

  /** The same table after some of the documents are gone. */
  PairCounts without(Map<String, Column> facets, FixedBitSet gone) {
    return plus(facets, gone, -1);
  }

  private PairCounts plus(Map<String, Column> facets, FixedBitSet documents, int by) {
    int[][][] counts = unpacked();
    List<Column> columns = order.keySet().stream().map(facets::get).toList();
    int some = documents.cardinality();
    int threads = SideBySide.threads(some, sizes.length);
    SideBySide.run(
        some,
        IntStream.range(0, threads)
            .<Runnable>mapToObj(i -> () -> count(columns, documents, by, counts, i, threads))
            .toList());
    PackedIds[][] packed = new PackedIds[sizes.length][sizes.length];
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        packed[a][b] = PackedIds.of(counts[a][b], counts[a][b].length);
      }
    }
    return new PairCounts(order, sizes, packed);
  }

  /** Counts every {@code step}-th pair of facets, so that several threads share the table. */
  private void count(
      List<Column> columns, FixedBitSet documents, int by, int[][][] counts, int first, int step) {
    List<BlockValues> values = columns.stream().map(_ -> new BlockValues()).toList();
    BlockSet set = BlockSet.shared();
    for (int block = 0; block < Blocks.count(documents.length()); block++) {
      Blocks.read(documents, block, set.words());
      set.filled(Blocks.docs(block, documents.length()));
      if (set.count() == 0) {
        continue;
      }
      for (int i = 0; i < sizes.length; i++) {
        columns.get(i).read(block, set, values.get(i));
      }
      int pair = 0;
      for (int a = 0; a < sizes.length; a++) {
        for (int b = a + 1; b < sizes.length; b++) {
          if (pair++ % step == first) {
            values.get(a).pair(values.get(b), by, counts[a][b], sizes[b]);
          }
        }
      }
    }
  }

  private int[][][] unpacked() {
    int[][][] counts = new int[sizes.length][sizes.length][];
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        counts[a][b] = new int[sizes[a] * sizes[b]];
        if (tables[a][b] != null) {
          tables[a][b].copy(0, counts[a][b].length, counts[a][b]);
        }
      }
    }
    return counts;
  }

  /**
   * Adds to {@code counts} how often each value of one facet goes with a given value of another.
   *
   * @param filtered the facet of the given value
   * @param counted another facet
   */
  void add(String filtered, int value, String counted, int[] counts) {
    int given = place(filtered);
    int wanted = place(counted);
    if (value >= sizes[given]) {
      return;
    }
    int size = sizes[wanted];
    if (given < wanted) {
      PackedIds table = tables[given][wanted];
      for (int id = 0; id < size; id++) {
        counts[id] += table.get(value * size + id);
      }
    } else {
      PackedIds table = tables[wanted][given];
      for (int id = 0; id < size; id++) {
        counts[id] += table.get(id * sizes[given] + value);
      }
    }
  }

  /** Whether the facet is in the table. */
  boolean has(String facet) {
    return order.containsKey(facet);
  }

  private int place(String facet) {
    return java.util.Objects.requireNonNull(order.get(facet), facet);
  }

  long bytes() {
    long sum = 0;
    for (int a = 0; a < sizes.length; a++) {
      for (int b = a + 1; b < sizes.length; b++) {
        sum += tables[a][b].bytes();
      }
    }
    return sum;
  }
}
