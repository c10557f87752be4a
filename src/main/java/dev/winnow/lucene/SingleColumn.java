package dev.winnow.lucene;

import java.util.Optional;
import java.util.function.IntConsumer;

/** Every document has one value or none. */
record SingleColumn(
    PackedIds ids, int maxDoc, int values, BlockTotals totals, Optional<ValuePostings> postings)
    implements Column {
  /** What a step takes, in nanoseconds. */
  static final double COST = 1.7;

  @Override
  public double costPerDocument() {
    return COST;
  }

  @Override
  public void walk(int block, BlockSet set, int by, int[] counts) {
    ids.tally(block, set, by, counts);
  }

  @Override
  public void count(FewDocuments few, int[] counts) {
    ids.tally(few, counts);
  }

  @Override
  public void scan(int block, boolean[] wanted, long[] words) {
    int first = Blocks.firstDoc(block);
    int docs = Blocks.docs(block, maxDoc);
    for (int i = 0; i < docs; i++) {
      if (wanted[ids.get(first + i)]) {
        words[i >> 6] |= 1L << i;
      }
    }
  }

  @Override
  public void forEach(int doc, IntConsumer values) {
    values.accept(ids.get(doc));
  }

  @Override
  public void read(int block, BlockSet set, BlockValues into) {
    int first = Blocks.firstDoc(block);
    int[] unpacked = into.single(set.count());
    if (set.count() == set.docs()) {
      ids.copy(first, first + set.docs(), unpacked);
      return;
    }
    for (int i = 0; i < set.count(); i++) {
      unpacked[i] = ids.get(first + set.offsets()[i]);
    }
  }

  @Override
  public long bytes() {
    return ids.bytes() + totals.bytes() + postings.map(ValuePostings::bytes).orElse(0L);
  }
}
