package dev.winnow.lucene;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Documents have a few values at most: each has as many places, filled up with {@link
 * ValueDictionary#NONE}. Walking them needs no branch that depends on how many values a document
 * has, which makes it several times as fast as runs of different length.
 *
 * @param places the numbers of all first values, of all second values, and so on
 */
record SlottedColumn(
    List<PackedIds> places,
    int maxDoc,
    int values,
    BlockTotals totals,
    Optional<ValuePostings> postings)
    implements Column {
  /** With more places, most would be empty. */
  static final int MAX_WIDTH = 4;

  /** What a place takes, in nanoseconds: they lie apart. */
  private static final double COST = 3;

  @Override
  public double costPerDocument() {
    return places.size() * COST;
  }

  /** A document without a first value has none; having no second one says nothing. */
  @Override
  public void walk(int block, BlockSet set, int by, int[] counts) {
    places.getFirst().tally(block, set, by, counts);
    int none = counts[ValueDictionary.NONE];
    for (PackedIds further : places.subList(1, places.size())) {
      further.tally(block, set, by, counts);
    }
    counts[ValueDictionary.NONE] = none;
  }

  @Override
  public void count(FewDocuments few, int[] counts) {
    places.getFirst().tally(few, counts);
    int none = counts[ValueDictionary.NONE];
    for (PackedIds further : places.subList(1, places.size())) {
      further.tally(few, counts);
    }
    counts[ValueDictionary.NONE] = none;
  }

  @Override
  public void scan(int block, boolean[] wanted, long[] words) {
    int first = Blocks.firstDoc(block);
    for (int i = 0; i < Blocks.docs(block, maxDoc); i++) {
      boolean found = wanted[places.getFirst().get(first + i)];
      for (int place = 1; place < places.size(); place++) {
        int id = places.get(place).get(first + i);
        found |= id != ValueDictionary.NONE && wanted[id];
      }
      if (found) {
        words[i >> 6] |= 1L << i;
      }
    }
  }

  @Override
  public void forEach(int doc, IntConsumer values) {
    values.accept(places.getFirst().get(doc));
    for (int place = 1; place < places.size(); place++) {
      int id = places.get(place).get(doc);
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
    return places.stream().mapToLong(PackedIds::bytes).sum()
        + totals.bytes()
        + postings.map(ValuePostings::bytes).orElse(0L);
  }
}
