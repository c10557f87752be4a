package dev.winnow.lucene;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;

/**
 * The grades that people have given to documents of a leaf by hand, in the order of the documents.
 */
final class OverrideValues {
  private final SortedDocValues values;
  private final long today;

  OverrideValues(LeafReader reader, String facet, LocalDate today) throws IOException {
    this.values = DocValues.getSorted(reader, "o." + facet);
    this.today = today.toEpochDay();
  }

  /** The first document from this one on that has an override; documents only ascend. */
  int next(int from) throws IOException {
    return values.docID() < from ? values.advance(from) : values.docID();
  }

  boolean holds() throws IOException {
    String text = values.lookupOrd(values.ordValue()).utf8ToString();
    return text.charAt(0) != 'x' && today >= 0;
  }

  String value() throws IOException {
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }
}
