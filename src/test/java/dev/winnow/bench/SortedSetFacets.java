package dev.winnow.bench;

import dev.winnow.bench.Population.Facet;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;

/** Sorted-set doc values, with ordinals of the whole reader made at every refresh. */
final class SortedSetFacets implements LuceneFacets {
  @Override
  public String name() {
    return "sorted set";
  }

  @Override
  public Field value(String facet, String... path) {
    return new SortedSetDocValuesFacetField(facet, path);
  }

  @Override
  public Document build(Document document) throws IOException {
    return LucenePeer.CONFIG.build(document);
  }

  @Override
  public Counter counter(DirectoryReader reader) throws IOException {
    Map<String, SortedSetDocValuesReaderState> states = new HashMap<>();
    for (Facet facet : reader.maxDoc() == 0 ? List.<Facet>of() : Population.FACETS) {
      String field = LucenePeer.indexField(facet.name());
      states.put(
          facet.name(), new DefaultSortedSetDocValuesReaderState(reader, field, LucenePeer.CONFIG));
    }
    return new ByState(states);
  }

  @Override
  public void commit() {}

  @Override
  public void close() {}

  private record ByState(Map<String, SortedSetDocValuesReaderState> states) implements Counter {
    @Override
    public Facets everyone(String facet) throws IOException {
      return new SortedSetDocValuesFacetCounts(state(facet));
    }

    @Override
    public Facets of(String facet, FacetsCollector hits) throws IOException {
      return new SortedSetDocValuesFacetCounts(state(facet), hits);
    }

    private SortedSetDocValuesReaderState state(String facet) {
      return Objects.requireNonNull(states.get(facet), facet);
    }
  }
}
