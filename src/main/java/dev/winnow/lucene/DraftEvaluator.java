package dev.winnow.lucene;

import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/**
 * Evaluates conditions as if the grades of a draft held. What speaks of no grade is taken from the
 * present evaluator and its cache; what does is kept nowhere.
 *
 * <p>Serves one thread and one leaf at a time.
 */
final class DraftEvaluator extends Evaluation {
  private final LeafEvaluator present;
  private final Set<String> facets;
  private final LeafReaderContext leaf;

  DraftEvaluator(
      Schema schema,
      Columns columns,
      KeywordQuery keywords,
      LeafEvaluator present,
      Set<String> facets,
      LeafReaderContext leaf) {
    super(schema, columns, keywords);
    this.present = present;
    this.facets = facets;
    this.leaf = leaf;
  }

  /** The documents that would satisfy a resolved condition, deleted ones among them. */
  FixedBitSet evaluate(DraftLeaf draft, Condition condition) throws IOException {
    return part(draft.over(present.documents(leaf)), condition);
  }

  @Override
  FixedBitSet part(Documents documents, Condition condition) throws IOException {
    return Clauses.askFor(condition, facets)
        ? compute(documents, condition)
        : present.evaluate(leaf, condition);
  }
}
