package dev.winnow.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.facet.FacetField;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.taxonomy.FastTaxonomyFacetCounts;
import org.apache.lucene.facet.taxonomy.TaxonomyReader;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyReader;
import org.apache.lucene.facet.taxonomy.directory.DirectoryTaxonomyWriter;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The fast taxonomy: a second index numbers all values, once and for ever. */
final class TaxonomyFacets implements LuceneFacets {
  private final Directory directory;
  private final DirectoryTaxonomyWriter writer;
  private TaxonomyReader taxonomy;

  TaxonomyFacets(Path folder) throws IOException {
    directory = FSDirectory.open(folder.resolve("taxonomy"));
    writer = new DirectoryTaxonomyWriter(directory);
    taxonomy = new DirectoryTaxonomyReader(writer);
  }

  @Override
  public String name() {
    return "fast taxonomy";
  }

  @Override
  public Field value(String facet, String... path) {
    return new FacetField(facet, path);
  }

  @Override
  public Document build(Document document) throws IOException {
    return LucenePeer.CONFIG.build(writer, document);
  }

  @Override
  public Counter counter(DirectoryReader reader) throws IOException {
    TaxonomyReader newer = TaxonomyReader.openIfChanged(taxonomy);
    if (newer != null) {
      taxonomy.close();
      taxonomy = newer;
    }
    return new ByOrdinal(reader, taxonomy);
  }

  @Override
  public void commit() throws IOException {
    var _ = writer.commit();
  }

  @Override
  public void close() throws IOException {
    taxonomy.close();
    writer.close();
    directory.close();
  }

  private record ByOrdinal(DirectoryReader reader, TaxonomyReader taxonomy) implements Counter {
    @Override
    public Facets everyone(String facet) throws IOException {
      String field = LucenePeer.indexField(facet);
      return new FastTaxonomyFacetCounts(field, reader, taxonomy, LucenePeer.CONFIG);
    }

    @Override
    public Facets of(String facet, FacetsCollector hits) throws IOException {
      String field = LucenePeer.indexField(facet);
      return new FastTaxonomyFacetCounts(field, taxonomy, LucenePeer.CONFIG, hits);
    }
  }
}
