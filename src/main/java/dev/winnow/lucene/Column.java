package dev.winnow.lucene;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * One facet of one leaf in memory: for each document the numbers of its values. Immutable.
 *
 * <p>Counting goes block by block, each in the cheapest of three ways: walk the matching documents;
 * walk those that do not match and subtract them from the block's totals; or intersect with the
 * documents of each value, where they are kept. A full block so costs one addition for each value,
 * and the middle ground, where walking is dear, a fixed price.
 */
sealed interface Column {
  int maxDoc();

  /** One more than the highest value number when the column was built. */
  int values();

  BlockTotals totals();

  /** The documents of each value; none for small leaves and for columns of very many values. */
  Optional<ValuePostings> postings();

  /** What counting one document by walking takes, in nanoseconds. */
  double costPerDocument();

  /** Adds {@code by} for every value of the first {@code length} offsets, one by one. */
  void walk(int block, char[] offsets, int length, int by, int[] counts);

  /** Adds the block's documents that have a wanted value, looking at every one of them. */
  void scan(int block, boolean[] wanted, long[] words);

  /** Hands over a document's values, {@link ValueDictionary#NONE} when it has none. */
  void forEach(int doc, IntConsumer values);

  /** Unpacks a block. */
  void read(int block, BlockValues into);

  /** Heap taken. */
  long bytes();

  /** Adds the values of the block's documents in the set to {@code counts}, by number. */
  default void count(int block, BlockSet set, int[] counts) {
    boolean most = totals().kept() && set.count() > set.docs() / 2;
    int walked = most ? set.docs() - set.count() : set.count();
    if (postings().isPresent()
        && postings().get().cost(block) < walked * costPerDocument()) {
      postings().get().count(block, set.words(), counts);
    } else if (most) {
      int[] total = totals().of(block);
      for (int id = 0; total != null && id < total.length; id++) {
        counts[id] += total[id];
      }
      if (walked > 0) {
        walk(block, set.misses().offsets(), walked, -1, counts);
      }
    } else {
      walk(block, set.offsets(), walked, 1, counts);
    }
  }

  /** The documents that have one of the values. */
  default BlockFilter having(int[] wanted) {
    if (postings().isPresent()) {
      return (block, words) -> {
        Arrays.fill(words, 0);
        postings().get().match(block, wanted, words);
      };
    }
    boolean[] flags = new boolean[Math.max(values(), Arrays.stream(wanted).max().orElse(0) + 1)];
    for (int id : wanted) {
      flags[id] = true;
    }
    return (block, words) -> {
      Arrays.fill(words, 0);
      scan(block, flags, words);
    };
  }

  /** Every document has one value or none. */
  record Single(
      PackedIds ids, int maxDoc, int values, BlockTotals totals, Optional<ValuePostings> postings)
      implements Column {

    @Override
    public double costPerDocument() {
      return 1.5;
    }

    @Override
    public void walk(int block, char[] offsets, int length, int by, int[] counts) {
      ids.tally(Blocks.firstDoc(block), offsets, length, by, counts);
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
    public void read(int block, BlockValues into) {
      int first = Blocks.firstDoc(block);
      int docs = Blocks.docs(block, maxDoc);
      ids.copy(first, first + docs, into.single(docs));
    }

    @Override
    public long bytes() {
      return ids.bytes() + totals.bytes() + postings.map(ValuePostings::bytes).orElse(0L);
    }
  }

  /**
   * Documents have any number of values; in a tree, all nodes above a value are values too.
   *
   * @param places where each document's values lie in {@code ids}
   */
  record Multi(
      ValuePlaces places,
      PackedIds ids,
      int values,
      BlockTotals totals,
      Optional<ValuePostings> postings)
      implements Column {
    @Override
    public int maxDoc() {
      return places.documents();
    }

    @Override
    public double costPerDocument() {
      return 3 + 2.0 * places.values() / Math.max(1, places.documents());
    }

    @Override
    public void walk(int block, char[] offsets, int length, int by, int[] counts) {
      int first = Blocks.firstDoc(block);
      for (int i = 0; i < length; i++) {
        int doc = first + offsets[i];
        int from = places.start(doc);
        int end = places.start(doc + 1);
        if (from == end) {
          counts[ValueDictionary.NONE] += by;
        }
        for (int at = from; at < end; at++) {
          counts[ids.get(at)] += by;
        }
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
    public void read(int block, BlockValues into) {
      into.several();
      int first = Blocks.firstDoc(block);
      for (int doc = first; doc < first + Blocks.docs(block, maxDoc()); doc++) {
        into.begin();
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
}
