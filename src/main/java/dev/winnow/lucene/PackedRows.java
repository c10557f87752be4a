package dev.winnow.lucene;

import java.util.List;
import java.util.Map;

/**
 * The columns of few values of a leaf side by side: each document has a row of a few words, in
 * which every column has the bits it needs. Where hits are rare, counting all facets then waits for
 * memory once for each word and not once for each facet. The first words of all rows lie together,
 * then the second words, because scans of many documents often need but one of them. Wide columns
 * of one value keep an array of their own beside the rows, which is read faster by those that count
 * nothing else; the others become views of the rows, so that these take hardly more memory than the
 * columns apart.
 */
final class PackedRows {
  /** Columns of one value that have more values than this keep an array of their own. */
  private static final int MAX_VIEWED = 32;

  private final long[][] words;
  private final List<CodedColumns> columns;

  /** Some bits of every row: the word they are in, the lowest of them, and how many. */
  record Place(int word, int shift, int bits) {
    Place within(int from, int length) {
      return new Place(word, shift + from, length);
    }
  }

  private PackedRows(int maxDoc, RowLayout layout) {
    this.words = new long[layout.width()][maxDoc];
    this.columns = layout.columns();
  }

  /** Packs the columns that fit, and puts views of the rows in the place of most of them. */
  static PackedRows form(Map<String, Column> facets, int maxDoc) {
    PackedRows rows = new PackedRows(maxDoc, RowLayout.of(facets, maxDoc));
    for (CodedColumns coded : rows.columns) {
      for (CodedColumns.Part part : coded.parts()) {
        Place at = coded.place(part);
        PackedIds numbers = coded.numbers(part);
        for (int doc = 0; doc < maxDoc; doc++) {
          rows.words[at.word][doc] |= (long) numbers.get(doc) << at.shift;
        }
      }
    }
    for (CodedColumns coded : rows.columns) {
      for (int member = 0; member < coded.facets().size(); member++) {
        facets.put(coded.facets().get(member), rows.view(coded, member));
      }
    }
    return rows;
  }

  private Column view(CodedColumns coded, int member) {
    List<PackedIds> views =
        coded.parts().stream()
            .filter(part -> part.member() == member)
            .map(part -> (PackedIds) new PackedIds.InRows(this, coded.place(part)))
            .toList();
    return switch (coded.members().get(member)) {
      case SingleColumn single when single.values() > MAX_VIEWED -> single;
      case SingleColumn single ->
          new SingleColumn(
              views.getFirst(),
              single.maxDoc(),
              single.values(),
              single.totals(),
              single.postings());
      case SlottedColumn several ->
          new SlottedColumn(
              views, several.maxDoc(), several.values(), several.totals(), several.postings());
      case RunColumn run -> run;
    };
  }

  /** The columns in the rows, in groups that are counted together. */
  List<CodedColumns> columns() {
    return columns;
  }

  /** Words of a row. */
  int width() {
    return words.length;
  }

  /** The number at a document's place. */
  int get(int doc, Place at) {
    return (int) (words[at.word][doc] >>> at.shift) & (1 << at.bits) - 1;
  }

  /** Reads the numbers of several documents at the same place. */
  void gather(Place at, int first, char[] offsets, int from, int to, int[] numbers) {
    int mask = (1 << at.bits) - 1;
    int shift = at.shift;
    long[] column = words[at.word];
    for (int i = from; i < to; i++) {
      numbers[i - from] = (int) (column[first + offsets[i]] >>> shift) & mask;
    }
  }

  /** The same for some documents of the leaf. */
  void gather(Place at, int[] docs, int from, int to, int[] numbers) {
    int mask = (1 << at.bits) - 1;
    int shift = at.shift;
    long[] column = words[at.word];
    for (int i = from; i < to; i++) {
      numbers[i - from] = (int) (column[docs[i]] >>> shift) & mask;
    }
  }

  /** Reads one word of the rows of several documents. */
  void gather(int word, int first, char[] offsets, int from, int to, long[] into) {
    long[] column = words[word];
    for (int i = from; i < to; i++) {
      into[i - from] = column[first + offsets[i]];
    }
  }

  /** The same for some documents of the leaf. */
  void gather(int word, int[] docs, int from, int to, long[] into) {
    long[] column = words[word];
    for (int i = from; i < to; i++) {
      into[i - from] = column[docs[i]];
    }
  }

  long bytes() {
    return words.length == 0 ? 0 : 8L * words.length * words[0].length;
  }
}
