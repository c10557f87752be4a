package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The live documents that satisfy a condition, leaf by leaf. */
final class Matches {
  private final IndexSearcher searcher;
  private final List<FixedBitSet> byLeaf = new ArrayList<>();

  Matches(IndexSearcher searcher, LeafEvaluator evaluator, Condition condition) throws IOException {
    this.searcher = searcher;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      byLeaf.add(live(leaf, evaluator.evaluate(leaf, condition)));
    }
  }

  /** The set without deleted documents: a copy, or the set itself where none is deleted. */
  static FixedBitSet live(LeafReaderContext leaf, FixedBitSet bits) {
    Bits live = leaf.reader().getLiveDocs();
    if (live == null) {
      return bits;
    }
    FixedBitSet masked = bits.clone();
    live.applyMask(masked, 0);
    return masked;
  }

  List<FixedBitSet> byLeaf() {
    return byLeaf;
  }

  long count() {
    return byLeaf.stream().mapToLong(FixedBitSet::cardinality).sum();
  }

  /** The first documents by stable number, behind the given one. */
  List<LeafDocument> first(Columns columns, long after, int limit) {
    FirstByNumber first = new FirstByNumber(after, limit);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (int i = 0; i < leaves.size(); i++) {
      first.add(leaves.get(i), columns.of(leaves.get(i)), byLeaf.get(i));
    }
    return first.inOrder();
  }
}
