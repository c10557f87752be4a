package dev.winnow.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import dev.winnow.engine.StoredCustomer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where a customer is: a document of a leaf. */
record LeafDocument(LeafReaderContext leaf, int doc) {

  static Optional<LeafDocument> find(IndexSearcher searcher, String id) throws IOException {
    return Optional.ofNullable(find(searcher, List.of(id)).get(0));
  }

  /** Where the customers with some ids are, by the position of the id; absent ones are left out. */
  static Map<Integer, LeafDocument> find(IndexSearcher searcher, List<String> ids)
      throws IOException {
    Map<Integer, LeafDocument> found = new HashMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(CustomerDocuments.ID);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      Bits live = leaf.reader().getLiveDocs();
      @Nullable PostingsEnum docs = null;
      for (int i = 0; i < ids.size(); i++) {
        if (!found.containsKey(i) && each.seekExact(new BytesRef(ids.get(i)))) {
          docs = each.postings(docs, PostingsEnum.NONE);
          for (int doc = docs.nextDoc(); doc != NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (live == null || live.get(doc)) {
              found.put(i, new LeafDocument(leaf, doc));
            }
          }
        }
      }
    }
    return found;
  }

  /** The place of a document numbered over all leaves. */
  static LeafDocument of(IndexSearcher searcher, int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return new LeafDocument(leaf, doc - leaf.docBase);
  }

  /** The customer with the grades of the columns. */
  StoredCustomer read(CustomerDocuments documents, Columns columns) throws IOException {
    return columns.graded(this, documents.read(leaf.reader(), doc));
  }
}
