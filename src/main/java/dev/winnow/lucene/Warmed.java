package dev.winnow.lucene;

import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** Publishes a searcher only when the columns of all its leaves are there. */
final class Warmed extends SearcherFactory {
  private final Supplier<Columns> columns;

  Warmed(Supplier<Columns> columns) {
    this.columns = columns;
  }

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    columns.get().warm(reader);
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(KeywordFields.similarity());
    searcher.setQueryCache(null);
    return searcher;
  }
}
