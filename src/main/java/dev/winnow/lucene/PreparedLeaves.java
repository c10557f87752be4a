package dev.winnow.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter.IndexReaderWarmer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a searcher only when what questions read of its leaves beside Lucene is there. A leaf
 * that a merge makes is prepared by the thread that merges, before the leaf takes the place of
 * those it was made of: preparing a million documents takes a second, in which a refresh would keep
 * everybody waiting.
 */
abstract class PreparedLeaves extends SearcherFactory implements IndexReaderWarmer {

  /** Prepares what is missing for the reader's leaves. */
  abstract void prepare(IndexReader reader);

  /** Prepares a leaf that no searcher has shown yet. */
  @Override
  public abstract void warm(LeafReader leaf) throws IOException;

  @Override
  public final IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    prepare(reader);
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(KeywordFields.similarity());
    searcher.setQueryCache(null);
    return searcher;
  }
}
