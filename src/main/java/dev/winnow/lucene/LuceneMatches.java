package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.MatchIndex;
import dev.winnow.engine.WriteResult;
import dev.winnow.matching.Ceiling;
import dev.winnow.matching.Matching.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/** {@link MatchIndex} from the terms of {@link MatchKeys}. */
final class LuceneMatches implements MatchIndex {
  private static final int READ_AT_ONCE = 512;

  /** Places to one that is read, up to which all that is stored together is decompressed. */
  private static final int DENSE = 16;

  /** The part of the heap that sketches may take. */
  private static final int HEAP_SHARE = 16;

  /** Bytes of an entry of the cache beside the sketch, about. */
  private static final int ENTRY = 150;

  private final DurableIndex<EncodedWrite, WriteResult, CustomerLayers> customers;
  private final CustomerDocuments documents;
  private final Cache<Spot, int[]> remembered =
      Caffeine.newBuilder()
          .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
          .weigher((Spot _, int[] sketch) -> ENTRY + sketch.length * Integer.BYTES)
          .build();

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
  public Map<Long, Integer> frequencies(List<long[]> keys) {
    return customers.reading(
        searcher -> frequencies(KeyedPlaces.find(searcher.getIndexReader().leaves(), keys)));
  }

  private static Map<Long, Integer> frequencies(KeyedPlaces found) {
    Map<Long, Integer> frequencies = new HashMap<>();
    found.forEach((key, places) -> frequencies.put(key, places.length));
    return frequencies;
  }

  @Override
  public Sharing sharing(List<Subject> subjects, int most, double score) {
    return customers.reading(
        searcher -> sharing(searcher.getIndexReader().leaves(), subjects, most, score));
  }

  private Sharing sharing(
      List<LeafReaderContext> leaves, List<Subject> subjects, int most, double score) {
    List<long[]> keys = subjects.parallelStream().map(Subject::keys).toList();
    KeyedPlaces found = KeyedPlaces.find(leaves, keys);
    List<int[]> sharing = keys.stream().map(each -> found.of(each, most)).toList();
    Map<Integer, int[]> sketches = sketches(leaves, distinct(sharing));
    List<int[]> likely =
        IntStream.range(0, subjects.size())
            .parallel()
            .mapToObj(i -> likely(subjects.get(i), sharing.get(i), sketches, score))
            .toList();
    Map<Integer, Customer> read = read(leaves, distinct(likely));
    return new Sharing(
        likely.stream().map(each -> IntStream.of(each).mapToObj(read::get).toList()).toList(),
        frequencies(found));
  }

  private static int[] distinct(List<int[]> places) {
    return places.stream().flatMapToInt(IntStream::of).sorted().distinct().toArray();
  }

  private static int[] likely(
      Subject subject, int[] sharing, Map<Integer, int[]> sketches, double score) {
    MemorySegment one = MemorySegment.ofArray(subject.sketch());
    return IntStream.of(sharing)
        .filter(
            place -> {
              MemorySegment other = MemorySegment.ofArray(sketches.get(place));
              return new Ceiling(one, other, score).mayBeReached(0, 0);
            })
        .toArray();
  }

  /** The sketches of customers: those of earlier questions are remembered. */
  private Map<Integer, int[]> sketches(List<LeafReaderContext> leaves, int[] places) {
    Map<Integer, int[]> sketches = new HashMap<>();
    int[] unknown =
        IntStream.of(places)
            .filter(
                place -> {
                  int[] known = remembered.getIfPresent(Spot.of(leaves, place));
                  if (known != null) {
                    sketches.put(place, known);
                  }
                  return known == null;
                })
            .toArray();
    Map<Integer, int[]> made =
        scan(leaves, unknown, customer -> documents.matching().subject(customer).sketch());
    made.forEach((place, sketch) -> remembered.put(Spot.of(leaves, place), sketch));
    sketches.putAll(made);
    return sketches;
  }

  private Map<Integer, Customer> read(List<LeafReaderContext> leaves, int[] places) {
    return scan(leaves, places, customer -> customer);
  }

  /** Reads customers in the order in which they are stored, with several threads. */
  private <T> Map<Integer, T> scan(
      List<LeafReaderContext> leaves, int[] places, Function<Customer, T> function) {
    Map<Integer, T> all = new ConcurrentHashMap<>();
    IntStream.range(0, (places.length + READ_AT_ONCE - 1) / READ_AT_ONCE)
        .parallel()
        .forEach(
            slice -> {
              int from = slice * READ_AT_ONCE;
              int to = Math.min(places.length, from + READ_AT_ONCE);
              scan(leaves, Arrays.copyOfRange(places, from, to), function, all);
            });
    return all;
  }

  private <T> void scan(
      List<LeafReaderContext> leaves,
      int[] places,
      Function<Customer, T> function,
      Map<Integer, T> all) {
    try {
      boolean dense = places[places.length - 1] - places[0] < DENSE * places.length;
      int at = 0;
      while (at < places.length) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(places[at], leaves));
        CustomerScan scan = new CustomerScan(leaf.reader(), documents, dense);
        int end = leaf.docBase + leaf.reader().maxDoc();
        for (; at < places.length && places[at] < end; at++) {
          all.put(places[at], function.apply(scan.read(places[at] - leaf.docBase)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a customer stands for as long as its leaf is not merged into another. */
  private record Spot(IndexReader.CacheKey leaf, int doc) {
    private static Spot of(List<LeafReaderContext> leaves, int place) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(place, leaves));
      return new Spot(leaf.reader().getCoreCacheHelper().getKey(), place - leaf.docBase);
    }
  }
}
