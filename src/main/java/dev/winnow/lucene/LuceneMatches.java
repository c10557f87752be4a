package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.MatchIndex;
import dev.winnow.engine.WriteResult;
import dev.winnow.lucene.MatchKeys.Cursor;
import dev.winnow.lucene.MatchKeys.Places;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;

/** {@link MatchIndex} from the terms of {@link MatchKeys}. */
final class LuceneMatches implements MatchIndex {
  private final DurableIndex<EncodedWrite, WriteResult, CustomerLayers> customers;
  private final CustomerDocuments documents;

  LuceneMatches(
      DurableIndex<EncodedWrite, WriteResult, CustomerLayers> customers,
      CustomerDocuments documents) {
    this.customers = customers;
    this.documents = documents;
  }

  @Override
  public KeyedCustomers all() {
    return new LuceneKeyedCustomers(customers.index(), customers.acquire(), documents);
  }

  @Override
  public Sharing sharing(List<long[]> keys, int most) {
    return customers.reading(searcher -> sharing(searcher, keys, most));
  }

  private Sharing sharing(IndexSearcher searcher, List<long[]> keys, int most) throws IOException {
    Map<Long, Found> found = find(searcher, keys);
    Map<Long, Integer> frequencies = new HashMap<>();
    found.forEach((key, each) -> frequencies.put(key, each.frequency));
    Map<Integer, Customer> read = new HashMap<>();
    List<List<Customer>> candidates = new ArrayList<>();
    for (long[] each : keys) {
      TreeSet<Integer> places = new TreeSet<>();
      for (long key : each) {
        Places who = found.getOrDefault(key, Found.NOBODY).places;
        for (int i = 0; who.count() <= most && i < who.count(); i++) {
          places.add(who.values()[i]);
        }
      }
      List<Customer> customersOfOne = new ArrayList<>();
      for (int place : places) {
        Customer known = read.get(place);
        if (known == null) {
          known = read(searcher, place);
          read.put(place, known);
        }
        customersOfOne.add(known);
      }
      candidates.add(customersOfOne);
    }
    return new Sharing(candidates, frequencies);
  }

  private record Found(Places places, int frequency) {
    private static final Found NOBODY = new Found(new Places(), 0);
  }

  /** Every key once, in ascending order, which is how terms are found fastest. */
  private static Map<Long, Found> find(IndexSearcher searcher, List<long[]> keys)
      throws IOException {
    Map<Long, Found> found = new TreeMap<>();
    keys.forEach(
        each -> {
          for (long key : each) {
            found.put(key, Found.NOBODY);
          }
        });
    List<Cursor> cursors = Cursor.of(searcher.getIndexReader().leaves());
    for (Map.Entry<Long, Found> entry : found.entrySet()) {
      Places places = new Places();
      for (Cursor cursor : cursors) {
        if (cursor.seek(entry.getKey())) {
          cursor.addTo(places);
        }
      }
      entry.setValue(new Found(places, places.count()));
    }
    return found;
  }

  private Customer read(IndexSearcher searcher, int place) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(place, leaves));
    return documents.read(leaf.reader(), place - leaf.docBase).customer();
  }
}
