package dev.winnow.lucene;

import dev.winnow.customer.CustomerLayers;
import dev.winnow.engine.WriteResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/** {@link CustomerNumbers} from the index of customers. */
record IndexedNumbers(
    DurableIndex<EncodedWrite, WriteResult, CustomerLayers> customers, CurrentColumns columns)
    implements CustomerNumbers {
  @Override
  public Map<String, Long> of(Collection<String> ids) {
    List<String> sorted = ids.stream().distinct().sorted().toList();
    return customers.reading(
        searcher -> {
          Map<String, Long> numbers = new HashMap<>();
          LeafDocument.find(searcher, sorted)
              .forEach(
                  (i, found) ->
                      numbers.put(
                          sorted.get(i),
                          (long) columns.get().of(found.leaf()).number(found.doc())));
          return numbers;
        });
  }

  @Override
  public List<Numbered> all() {
    return customers.reading(this::all);
  }

  private List<Numbered> all(IndexSearcher searcher) throws IOException {
    List<Numbered> all = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      FixedBitSet live = columns.get().live(leaf).live();
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), StoredState.ID);
      LeafColumns numbers = columns.get().of(leaf);
      for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
        if (live.get(doc)) {
          all.add(new Numbered(ids.binaryValue().utf8ToString(), numbers.number(doc)));
        }
      }
    }
    return all;
  }
}
