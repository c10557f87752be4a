package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** An index for keyword lookup alone, in a folder, in leaves of a few customers. */
final class LookupIndex implements AutoCloseable {
  private final KeywordFields fields;
  private final Directory directory;
  private final IndexWriter writer;

  LookupIndex(Path folder, Schema schema, int leafSize) throws IOException {
    fields = new KeywordFields(schema);
    directory = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig(KeywordFields.analyzer());
    config.setSimilarity(KeywordFields.similarity());
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    config.setMaxBufferedDocs(leafSize);
    writer = new IndexWriter(directory, config);
  }

  void put(Customer customer) throws IOException {
    Document document = new Document();
    document.add(new StringField(KeywordFields.ID, customer.id(), Store.YES));
    fields.addTo(document, customer);
    writer.updateDocument(new Term(KeywordFields.ID, customer.id()), document);
  }

  void delete(String id) throws IOException {
    writer.deleteDocuments(new Term(KeywordFields.ID, id));
  }

  Reader open() throws IOException {
    DirectoryReader reader = DirectoryReader.open(writer);
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(KeywordFields.similarity());
    return new Reader(reader, searcher);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }

  /** The index as it is at one moment. */
  record Reader(DirectoryReader reader, IndexSearcher searcher) implements AutoCloseable {
    /** The ids found, best first. */
    List<String> ids(Query query, int limit) {
      try {
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
          ids.add(searcher.storedFields().document(hit.doc).get(KeywordFields.ID));
        }
        return ids;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    int count(Query query) throws IOException {
      return searcher.count(query);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
