package dev.winnow.lucene;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Finds the documents that are graded with a value, looking only at those that another clause has
 * found: a derived grade has no postings.
 */
final class GradeQuery extends Query {
  private final Columns columns;
  private final String facet;
  private final int number;

  GradeQuery(Columns columns, String facet, int number) {
    this.columns = columns;
    this.facet = facet;
    this.number = number;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int maxDoc = leaf.reader().maxDoc();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) {
            return new ConstantScoreScorer(score(), mode, graded(leaf, maxDoc));
          }

          @Override
          public long cost() {
            return maxDoc;
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator graded(LeafReaderContext leaf, int maxDoc) {
    PackedIds numbers = columns.single(leaf, facet);
    return new TwoPhaseIterator(DocIdSetIterator.all(maxDoc)) {
      @Override
      public boolean matches() {
        return numbers.get(approximation().docID()) == number;
      }

      @Override
      public float matchCost() {
        return 2;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return facet + "=" + number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GradeQuery query
        && query.columns == columns
        && query.facet.equals(facet)
        && query.number == number;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * System.identityHashCode(columns) + facet.hashCode()) + number;
  }
}
