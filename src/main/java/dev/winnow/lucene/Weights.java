package dev.winnow.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Queries made ready to match on one searcher, each once. Serves one thread at a time. */
final class Weights {
  private final IndexSearcher searcher;
  private final Map<Query, Weight> weights = new HashMap<>();

  Weights(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  Weight of(Query query) throws IOException {
    Weight weight = weights.get(query);
    if (weight == null) {
      weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1f);
      weights.put(query, weight);
    }
    return weight;
  }
}
