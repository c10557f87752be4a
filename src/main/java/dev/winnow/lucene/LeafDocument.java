package dev.winnow.lucene;

import dev.winnow.engine.StoredCustomer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Where a customer is: a document of a leaf. */
record LeafDocument(LeafReaderContext leaf, int doc) {

  static Optional<LeafDocument> find(IndexSearcher searcher, String id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(CustomerDocuments.byId(id)), 1);
    return found.scoreDocs.length == 0
        ? Optional.empty()
        : Optional.of(of(searcher, found.scoreDocs[0].doc));
  }

  /** The place of a document numbered over all leaves. */
  static LeafDocument of(IndexSearcher searcher, int doc) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return new LeafDocument(leaf, doc - leaf.docBase);
  }

  StoredCustomer read(CustomerDocuments documents) throws IOException {
    return documents.read(leaf.reader(), doc);
  }
}
