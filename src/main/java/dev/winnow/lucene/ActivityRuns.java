package dev.winnow.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * The {@link CustomerRuns} of every leaf of activities in use, made before a leaf is first searched
 * and kept until its last reader closes.
 */
final class ActivityRuns extends PreparedLeaves {
  private final Map<IndexReader.CacheKey, CustomerRuns> byLeaf = new ConcurrentHashMap<>();

  @Override
  void prepare(IndexReader reader) {
    reader.leaves().forEach(this::of);
  }

  @Override
  public void warm(LeafReader leaf) {
    var _ = of(leaf);
  }

  CustomerRuns of(LeafReaderContext leaf) {
    return of(leaf.reader());
  }

  private CustomerRuns of(LeafReader reader) {
    var helper = reader.getCoreCacheHelper();
    return byLeaf.computeIfAbsent(
        helper.getKey(),
        _ -> {
          helper.addClosedListener(byLeaf::remove);
          try {
            return CustomerRuns.of(reader);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The largest number of a customer with activities. */
  int most(IndexSearcher searcher) {
    int most = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int[] numbers = of(leaf).numbers();
      most = Math.max(most, numbers.length == 0 ? 0 : numbers[numbers.length - 1]);
    }
    return most;
  }

  /** Heap taken, in bytes. */
  long bytes() {
    return byLeaf.values().stream().mapToLong(CustomerRuns::bytes).sum();
  }
}
