package dev.winnow.lucene;

import dev.winnow.condition.ActivityKind;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** The words that activities have in an attribute. */
final class AttributeValues {
  private AttributeValues() {}

  /**
   * The first values in alphabetical order that some activity of the kind has, or had until
   * recently.
   */
  static List<String> of(IndexSearcher searcher, ActivityKind kind, String attribute, int limit)
      throws IOException {
    TreeSet<BytesRef> values = new TreeSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(ActivityDocuments.terms(attribute));
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      for (int taken = 0; taken < limit; ) {
        BytesRef term = each.next();
        if (term == null || (values.size() >= limit && term.compareTo(values.last()) > 0)) {
          break;
        }
        if (ofKind(leaf, each, kind)) {
          taken++;
          if (values.add(BytesRef.deepCopyOf(term)) && values.size() > limit) {
            values.pollLast();
          }
        }
      }
    }
    return values.stream().map(BytesRef::utf8ToString).toList();
  }

  /**
   * Whether the first of the term's activities is of the kind; kinds share the word "type" only.
   */
  private static boolean ofKind(LeafReaderContext leaf, TermsEnum term, ActivityKind kind)
      throws IOException {
    PostingsEnum docs = term.postings(null, PostingsEnum.NONE);
    var kinds =
        DocValues.getNumeric(leaf.reader(), ActivityDocuments.numbers(ActivityDocuments.KIND));
    int doc = docs.nextDoc();
    return doc != DocIdSetIterator.NO_MORE_DOCS
        && kinds.advanceExact(doc)
        && kinds.longValue() == kind.ordinal();
  }
}
