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

  /** Adds {@code by} for every value of the block's documents in the set, one by one. */
  void walk(int block, BlockSet set, int by, int[] counts);

  /** Adds the block's documents that have a wanted value, looking at every one of them. */
  void scan(int block, boolean[] wanted, long[] words);

  /** Hands over a document's values, {@link ValueDictionary#NONE} when it has none. */
  void forEach(int doc, IntConsumer values);

  /** Unpacks the values of the block's documents in the set. */
  void read(int block, BlockSet set, BlockValues into);

  /** Heap taken. */
  long bytes();

  /** Adds the values of the block's documents in the set to {@code counts}, by number. */
  default void count(int block, BlockSet set, int[] counts) {
    boolean most = totals().kept() && set.count() > set.docs() / 2;
    int walked = most ? set.docs() - set.count() : set.count();
    double walking = walked * (costPerDocument() + set.listingCost(most));
    if (postings().isPresent() && postings().get().cost(block) < walking) {
      postings().get().count(block, set.words(), counts);
    } else if (most) {
      totals().addTo(block, counts);
      if (walked > 0) {
        walk(block, set.misses(), -1, counts);
      }
    } else {
      walk(block, set, 1, counts);
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
    /** What a step takes, in nanoseconds. */
    static final double COST = 1.7;

    @Override
    public double costPerDocument() {
      return COST;
    }

    @Override
    public void walk(int block, BlockSet set, int by, int[] counts) {
      ids.tally(Blocks.firstDoc(block), set.offsets(), set.count(), by, counts);
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

  /**
   * Documents have a few values at most: each has as many places, one behind the other, filled up
   * with {@link ValueDictionary#NONE}. Walking them needs no branch that depends on how many values
   * a document has, which makes it several times as fast as runs of different length.
   *
   * @param width places of a document
   */
  record Slotted(
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

  /**
   * Documents have any number of values; in a tree, all nodes above a value are values too.
   *
   * @param places where each document's values lie in {@code ids}
   * @param costPerDocument as {@link #costPerDocument(ValuePlaces)} says
   */
  record Multi(
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
}
