package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The live documents that satisfy a condition, leaf by leaf. */
final class Matches {
  private final IndexSearcher searcher;
  private final Columns columns;
  private final List<FixedBitSet> byLeaf = new ArrayList<>();

  Matches(IndexSearcher searcher, LeafEvaluator evaluator, Columns columns, Condition condition)
      throws IOException {
    this.searcher = searcher;
    this.columns = columns;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet bits = evaluator.evaluate(leaf, condition).clone();
      bits.and(columns.live(leaf).live());
      byLeaf.add(bits);
    }
  }

  /** How many live documents satisfy a condition. */
  static long count(
      IndexSearcher searcher, LeafEvaluator evaluator, Columns columns, Condition condition)
      throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet bits = evaluator.evaluate(leaf, condition);
      count += FixedBitSet.intersectionCount(bits, columns.live(leaf).live());
    }
    return count;
  }

  /** Whether a live document has a value in a field of numeric doc values. */
  static boolean any(IndexSearcher searcher, String field) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
      Bits live = leaf.reader().getLiveDocs();
      while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(values.docID())) {
          return true;
        }
      }
    }
    return false;
  }

  List<FixedBitSet> byLeaf() {
    return byLeaf;
  }

  /** The first documents by stable number, behind the given one. */
  List<LeafDocument> first(long after, int limit) {
    FirstByNumber first = new FirstByNumber(after, limit);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (int i = 0; i < leaves.size(); i++) {
      first.add(leaves.get(i), columns.of(leaves.get(i)), byLeaf.get(i));
    }
    return first.inOrder();
  }
}
