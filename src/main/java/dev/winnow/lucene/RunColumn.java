package dev.winnow.lucene;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Documents have any number of values; in a tree, all nodes above a value are values too.
 *
 * @param places where each document's values lie in {@code ids}
 * @param costPerDocument as {@link #costPerDocument(ValuePlaces)} says
 */
record RunColumn(
    ValuePlaces places,
    PackedIds ids,
    int values,
    BlockTotals totals,
    Optional<ValuePostings> postings,
    double costPerDocument)
    implements Column {
  @Override
  public int maxDoc() {
    return places.documents();
  }

  /** Runs of unforeseeable length are dear to walk; their values come on top. */
  static double costPerDocument(ValuePlaces places) {
    return 12 + 1.5 * places.values() / Math.max(1, places.documents());
  }

  @Override
  public void walk(int block, BlockSet set, int by, int[] counts) {
    switch (places) {
      case ValuePlaces.Near near ->
          ids.tallyRuns(
              near.distances(),
              block * ValuePlaces.Near.STRIDE,
              near.bases()[block],
              set.offsets(),
              set.count(),
              by,
              counts);
      case ValuePlaces.Plain(int[] starts) -> {
        int first = Blocks.firstDoc(block);
        for (int i = 0; i < set.count(); i++) {
          int from = starts[first + set.offsets()[i]];
          int end = starts[first + set.offsets()[i] + 1];
          counts[ValueDictionary.NONE] += from == end ? by : 0;
          for (int at = from; at < end; at++) {
            counts[ids.get(at)] += by;
          }
        }
      }
    }
  }

  @Override
  public void count(FewDocuments few, int[] counts) {
    for (int i = 0; i < few.count(); i++) {
      forEach(few.docs()[i], id -> counts[id]++);
    }
  }

  @Override
  public void scan(int block, boolean[] wanted, long[] words) {
    int first = Blocks.firstDoc(block);
    int docs = Blocks.docs(block, maxDoc());
    for (int i = 0; i < docs; i++) {
      int from = places.start(first + i);
      int end = places.start(first + i + 1);
      boolean found = wanted[ValueDictionary.NONE] && from == end;
      for (int at = from; at < end; at++) {
        found |= wanted[ids.get(at)];
      }
      if (found) {
        words[i >> 6] |= 1L << i;
      }
    }
  }

  @Override
  public void forEach(int doc, IntConsumer values) {
    int end = places.start(doc + 1);
    if (places.start(doc) == end) {
      values.accept(ValueDictionary.NONE);
    }
    for (int at = places.start(doc); at < end; at++) {
      values.accept(ids.get(at));
    }
  }

  @Override
  public void read(int block, BlockSet set, BlockValues into) {
    into.several();
    for (int i = 0; i < set.count(); i++) {
      into.begin();
      int doc = Blocks.firstDoc(block) + set.offsets()[i];
      for (int at = places.start(doc); at < places.start(doc + 1); at++) {
        into.add(ids.get(at));
      }
      into.end();
    }
  }

  @Override
  public long bytes() {
    return places.bytes()
        + ids.bytes()
        + totals.bytes()
        + postings.map(ValuePostings::bytes).orElse(0L);
  }
}
