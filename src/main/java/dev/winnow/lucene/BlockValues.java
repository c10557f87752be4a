package dev.winnow.lucene;

import org.apache.lucene.util.ArrayUtil;

/**
 * The value numbers of some documents of one block, unpacked: the form in which pairs of columns
 * are counted. A document without a value has the number for none.
 */
final class BlockValues {
  private final int[] starts = new int[Blocks.DOCS + 1];
  private int[] ids = new int[Blocks.DOCS];
  private int docs;
  private boolean single;

  /** Room for one value of each document, to be filled by the caller. */
  int[] single(int docs) {
    this.docs = docs;
    this.single = true;
    return ids;
  }

  /** Begins a block whose documents have any number of values. */
  void several() {
    docs = 0;
    single = false;
  }

  /** Adds a value of the document in progress. */
  void add(int id) {
    int at = starts[docs + 1];
    ids = ArrayUtil.grow(ids, at + 1);
    ids[at] = id;
    starts[docs + 1] = at + 1;
  }

  /** Begins a document. */
  void begin() {
    starts[docs + 1] = starts[docs];
  }

  /** Ends the document in progress. */
  void end() {
    if (starts[docs + 1] == starts[docs]) {
      add(ValueDictionary.NONE);
    }
    docs++;
  }

  /**
   * Counts the pairs of this block with another of the same documents.
   *
   * @param by added for each pair
   * @param table by this number times {@code width} plus the other's
   */
  void pair(BlockValues other, int by, int[] table, int width) {
    if (single && other.single) {
      for (int doc = 0; doc < docs; doc++) {
        table[ids[doc] * width + other.ids[doc]] += by;
      }
      return;
    }
    for (int doc = 0; doc < docs; doc++) {
      for (int mine = first(doc); mine < first(doc + 1); mine++) {
        int row = ids[mine] * width;
        for (int theirs = other.first(doc); theirs < other.first(doc + 1); theirs++) {
          table[row + other.ids[theirs]] += by;
        }
      }
    }
  }

  private int first(int doc) {
    return single ? doc : starts[doc];
  }
}
