package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.engine.StoredCustomer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;

/**
 * Reads the customers of a page. Those shown lately are kept: whatever one filters by, the first
 * page goes by the same order and shows many of the same customers again. A leaf's document never
 * changes, so what is kept never grows old.
 *
 * <p>Safe for many threads.
 */
final class ShownCustomers {
  private static final int MOST_KEPT = 4_096;

  private final CustomerDocuments documents;
  private final Cache<Place, StoredCustomer> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /** A document; the core key stands for its leaf whatever has been deleted there since. */
  private record Place(IndexReader.CacheKey leaf, int doc) {}

  ShownCustomers(CustomerDocuments documents) {
    this.documents = documents;
  }

  /** The customers with the grades of the columns. */
  List<StoredCustomer> read(List<LeafDocument> page, Columns columns) throws IOException {
    Map<LeafReaderContext, StoredFields> opened = new HashMap<>();
    List<StoredCustomer> customers = new ArrayList<>();
    for (LeafDocument each : page) {
      Place place = new Place(each.leaf().reader().getCoreCacheHelper().getKey(), each.doc());
      StoredCustomer customer = kept.getIfPresent(place);
      if (customer == null) {
        StoredFields stored = opened.get(each.leaf());
        if (stored == null) {
          stored = each.leaf().reader().storedFields();
          opened.put(each.leaf(), stored);
        }
        customer = documents.read(each.leaf().reader(), stored, each.doc());
        kept.put(place, customer);
      }
      customers.add(columns.graded(each, customer));
    }
    return customers;
  }
}
