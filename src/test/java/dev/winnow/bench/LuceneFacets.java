package dev.winnow.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.index.DirectoryReader;

/** One of the ways in which Lucene's facet module stores and counts values. */
interface LuceneFacets extends Closeable {
  String name();

  /** A facet's value, to be built into the document. */
  Field value(String facet, String... path);

  Document build(Document document) throws IOException;

  /** Prepares counting in a reader; called once for each. */
  Counter counter(DirectoryReader reader) throws IOException;

  /** Makes everything built so far durable; called before the index is committed. */
  void commit() throws IOException;

  /** Counts one facet in one reader. Safe for use by many threads. */
  interface Counter {
    /** All live documents. */
    Facets everyone(String facet) throws IOException;

    Facets of(String facet, FacetsCollector hits) throws IOException;
  }

  /** Begins with a folder, or goes on. */
  interface Opening {
    LuceneFacets open(Path folder) throws IOException;
  }
}
