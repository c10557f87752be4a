package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the facets in the {@link PackedRows} of one leaf, for one thread. For each block it
 * decides what is cheapest: to read the rows of the hits, a batch at a time, and count all codes;
 * to leave each column to its own ways, see {@link Column#count}; or some of both. Blocks where
 * most documents match count those that do not, to be subtracted from the block's totals.
 */
final class RowCounter {
  /** Nanoseconds to count one code, read a word, and wait for the memory of a word. */
  private static final double CODE_COST = 1.1;

  private static final double WORD_COST = 1;
  private static final double MISS_COST = 8;

  /** Words that one wait for memory brings. */
  private static final int WORDS_PER_MISS = 8;

  private final PackedRows rows;
  private final List<LeafPlan.RowScan> scans;
  private final int[][][] targets;
  private final boolean[] inRows;
  private final double[] saved;
  private final double[] gain;

  /** Made when first needed: in small leaves, or under many filters, there is often nothing. */
  private Counter[] counters = {};

  private long[][] batch = {};

  /** Counts one code of a scan, the {@code code}-th. */
  private record Counter(int scan, int code, int word, int shift, int[] counts) {}

  /**
   * @param counts by target and value number, to be added to
   */
  RowCounter(PackedRows rows, List<LeafPlan.RowScan> scans, int[][] counts) {
    this.rows = rows;
    this.scans = scans;
    this.targets = new int[scans.size()][][];
    this.inRows = new boolean[scans.size()];
    this.saved = new double[scans.size()];
    this.gain = new double[rows.width()];
    for (int scan = 0; scan < targets.length; scan++) {
      int[] wanted = scans.get(scan).targets();
      targets[scan] = new int[wanted.length][];
      for (int member = 0; member < wanted.length; member++) {
        targets[scan][member] =
            wanted[member] == LeafPlan.NONE ? LeafPlan.NOT_WANTED : counts[wanted[member]];
      }
    }
  }

  private static Counter[] counters(List<LeafPlan.RowScan> scans) {
    List<Counter> counters = new ArrayList<>();
    for (int scan = 0; scan < scans.size(); scan++) {
      List<CodedColumns.Code> codes = scans.get(scan).columns().codes();
      for (int code = 0; code < codes.size(); code++) {
        PackedRows.Place at = codes.get(code).at();
        counters.add(new Counter(scan, code, at.word(), at.shift(), new int[1 << at.bits()]));
      }
    }
    return counters.toArray(Counter[]::new);
  }

  /** Counts so few documents that nothing else can be cheaper. */
  void count(FewDocuments few) {
    Arrays.fill(inRows, true);
    boolean[] read = wordsToRead();
    for (int from = 0; from < few.count(); from += BlockSet.BATCH) {
      int to = Math.min(few.count(), from + BlockSet.BATCH);
      for (int word = 0; word < batch.length; word++) {
        if (read[word]) {
          rows.gather(word, few.docs(), from, to, batch[word]);
        }
      }
      tally(to - from, 1);
    }
  }

  /** Counts the block's documents in the set. */
  void count(int block, BlockSet set) {
    boolean most = set.count() > set.docs() / 2;
    int walked = most ? set.docs() - set.count() : set.count();
    boolean any = choose(block, set, walked);
    for (int scan = 0; scan < targets.length; scan++) {
      List<Column> members = scans.get(scan).columns().members();
      for (int member = 0; member < targets[scan].length; member++) {
        int[] counts = targets[scan][member];
        if (counts.length > 0 && !inRows[scan]) {
          members.get(member).count(block, set, counts);
        } else if (counts.length > 0 && most) {
          members.get(member).totals().addTo(block, counts);
        }
      }
    }
    if (any && walked > 0) {
      walk(block, most ? set.misses() : set, most ? -1 : 1);
    }
  }

  /**
   * Decides which scans read the rows: those of a word when together they save more than reading it
   * takes.
   *
   * @return whether any
   */
  private boolean choose(int block, BlockSet set, int walked) {
    int misses = Math.min(walked, set.docs() / WORDS_PER_MISS);
    Arrays.fill(gain, -walked * WORD_COST - misses * MISS_COST);
    for (int scan = 0; scan < targets.length; scan++) {
      CodedColumns columns = scans.get(scan).columns();
      double alone = 0;
      for (int member = 0; member < targets[scan].length; member++) {
        if (targets[scan][member].length > 0) {
          alone += columns.members().get(member).cost(block, set);
        }
      }
      saved[scan] = alone - walked * CODE_COST * columns.codes().size();
      gain[word(scan)] += Math.max(0, saved[scan]);
    }
    boolean any = false;
    for (int scan = 0; scan < targets.length; scan++) {
      inRows[scan] = saved[scan] > 0 && gain[word(scan)] > 0;
      any |= inRows[scan];
    }
    return any;
  }

  /** The word in which a scan's codes lie, the first if there are several. */
  private int word(int scan) {
    return scans.get(scan).columns().codes().getFirst().at().word();
  }

  /** The words in which those who chose the rows have codes. */
  private boolean[] wordsToRead() {
    if (counters.length == 0) {
      counters = counters(scans);
      batch = new long[rows.width()][BlockSet.BATCH];
    }
    boolean[] read = new boolean[batch.length];
    for (Counter counter : counters) {
      read[counter.word] |= inRows[counter.scan];
    }
    return read;
  }

  private void walk(int block, BlockSet set, int by) {
    int first = Blocks.firstDoc(block);
    char[] offsets = set.offsets();
    boolean[] read = wordsToRead();
    for (int from = 0; from < set.count(); from += BlockSet.BATCH) {
      int to = Math.min(set.count(), from + BlockSet.BATCH);
      for (int word = 0; word < batch.length; word++) {
        if (read[word]) {
          rows.gather(word, first, offsets, from, to, batch[word]);
        }
      }
      tally(to - from, by);
    }
  }

  private void tally(int length, int by) {
    for (Counter counter : counters) {
      if (inRows[counter.scan]) {
        tally(batch[counter.word], length, counter.shift, by, counter.counts);
      }
    }
  }

  private static void tally(long[] words, int length, int shift, int by, int[] counts) {
    int mask = counts.length - 1;
    for (int i = 0; i < length; i++) {
      counts[(int) (words[i] >>> shift) & mask] += by;
    }
  }

  /** Adds what was counted by code to the targets' counts. */
  void finish() {
    for (Counter each : counters) {
      scans.get(each.scan).columns().spread(each.code, each.counts, targets[each.scan]);
    }
  }
}
