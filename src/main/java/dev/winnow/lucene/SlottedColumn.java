package dev.winnow.lucene;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Documents have a few values at most: each has as many places, one behind the other, filled up
 * with {@link ValueDictionary#NONE}. Walking them needs no branch that depends on how many values a
 * document has, which makes it several times as fast as runs of different length.
 *
 * @param width places of a document
 */
record SlottedColumn(
    PackedIds ids,
    int width,
    int maxDoc,
    int values,
    BlockTotals totals,
    Optional<ValuePostings> postings)
    implements Column {
  /** With more places, most would be empty. */
  static final int MAX_WIDTH = 4;

  @Override
  public double costPerDocument() {
    return 2.5 + 0.5 * width;
  }

  @Override
  public void walk(int block, BlockSet set, int by, int[] counts) {
    int[][] lanes = set.lanes(values);
    ids.tallyPlaces(Blocks.firstDoc(block) * width, width, set.offsets(), set.count(), lanes);
    counts[ValueDictionary.NONE] += by * lanes[0][ValueDictionary.NONE];
    for (int id = ValueDictionary.NONE + 1; id < values; id++) {
      counts[id] += by * (lanes[0][id] + lanes[1][id] + lanes[2][id] + lanes[3][id]);
    }
    for (int[] lane : lanes) {
      Arrays.fill(lane, 0, values, 0);
    }
  }

  @Override
  public void scan(int block, boolean[] wanted, long[] words) {
    int first = Blocks.firstDoc(block);
    for (int i = 0; i < Blocks.docs(block, maxDoc); i++) {
      int at = (first + i) * width;
      boolean found = wanted[ids.get(at)];
      for (int place = 1; place < width; place++) {
        int id = ids.get(at + place);
        found |= id != ValueDictionary.NONE && wanted[id];
      }
      if (found) {
        words[i >> 6] |= 1L << i;
      }
    }
  }

  @Override
  public void forEach(int doc, IntConsumer values) {
    values.accept(ids.get(doc * width));
    for (int place = 1; place < width; place++) {
      int id = ids.get(doc * width + place);
      if (id != ValueDictionary.NONE) {
        values.accept(id);
      }
    }
  }

  @Override
  public void read(int block, BlockSet set, BlockValues into) {
    into.several();
    for (int i = 0; i < set.count(); i++) {
      into.begin();
      forEach(Blocks.firstDoc(block) + set.offsets()[i], into::add);
      into.end();
    }
  }

  @Override
  public long bytes() {
    return ids.bytes() + totals.bytes() + postings.map(ValuePostings::bytes).orElse(0L);
  }
}
