package dev.winnow.bench.monitor;

import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.TermWeightor;

/**
 * Weighs terms by how few of some sample customers have them; queries are found by their rarest.
 */
final class Rarity implements TermWeightor {
  private final Map<Term, Integer> counts = new HashMap<>();
  private final double customers;

  Rarity(Document[] sample) {
    customers = sample.length;
    for (Document document : sample) {
      for (IndexableField field : document) {
        if (field instanceof StringField) {
          counts.merge(new Term(field.name(), field.binaryValue()), 1, Integer::sum);
        }
      }
    }
  }

  @Override
  public double applyAsDouble(Term term) {
    return customers / (1 + counts.getOrDefault(term, 0));
  }
}
