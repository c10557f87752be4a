package dev.winnow.lucene;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.SmallFloat;

/**
 * Scores a match by the level its query was given as boost, and up to a tenth more the shorter the
 * field is. How often a word occurs, here or elsewhere, does not matter: all words have to match
 * anyway, and so a customer's score is the same in every leaf and beside any other customers.
 */
final class LookupSimilarity extends Similarity {
  private static final float SHARE = 0.1f;
  private static final float HALF_LENGTH = 8f;

  @Override
  public long computeNorm(FieldInvertState state) {
    return SmallFloat.intToByte4(Math.max(1, state.getLength() - state.getNumOverlap()));
  }

  @Override
  public SimScorer scorer(
      float boost, CollectionStatistics collectionStats, TermStatistics... termStats) {
    return new SimScorer() {
      @Override
      public float score(float freq, long norm) {
        int length = SmallFloat.byte4ToInt((byte) norm);
        return boost * (1 + SHARE * HALF_LENGTH / (HALF_LENGTH + length));
      }
    };
  }
}
