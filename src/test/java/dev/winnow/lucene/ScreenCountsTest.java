package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.bench.Population;
import dev.winnow.bench.Screens;
import dev.winnow.bench.WinnowPeer;
import dev.winnow.condition.Condition;
import dev.winnow.condition.NaiveFilter;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerLayers;
import dev.winnow.customer.Origins;
import dev.winnow.lucene.ScreenCounts.Target;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/**
 * The fast ways of counting against the plain one: document after document, filter after filter,
 * values from columns that are neither packed into rows nor inverted.
 */
final class ScreenCountsTest {
  private static final Schema SCHEMA = WinnowPeer.schema();
  private static final int[] LEAVES = {20_000, 6_000, 3_000, 300};
  private static final int ROUNDS = 4;
  private static final int SCREENS = 10;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Population population = new Population(seed);
  private final Columns columns = new Columns(SCHEMA);
  private final CustomerDocuments documents = new CustomerDocuments(SCHEMA, ZoneOffset.UTC);
  private final Map<String, Customer> customers = new HashMap<>();
  private final Map<LeafReaderContext, List<Column>> plain = new HashMap<>();
  private final Map<LeafReaderContext, List<Customer>> byDocument = new HashMap<>();
  private final List<Field> fields =
      SCHEMA.facets().stream().filter(CustomerDocuments::hasColumn).toList();
  private final List<String> facets = fields.stream().map(Field::name).toList();

  @Test
  void blocks_rows_and_tables_count_what_documents_one_by_one_come_to() throws IOException {
    System.out.println("ScreenCountsTest seed=" + seed);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(KeywordFields.analyzer()));
        CountingThreads threads = new CountingThreads(1)) {
      for (int leaf : LEAVES) {
        add(writer, leaf);
      }
      for (int round = 0; round < ROUNDS; round++) {
        if (round == ROUNDS - 1) {
          writer.forceMerge(1);
        }
        threads.use(1 + random.nextInt(3));
        try (DirectoryReader reader = DirectoryReader.open(writer)) {
          compare(reader, threads);
        }
        delete(writer, random.nextInt(600));
        add(writer, 1 + random.nextInt(300));
      }
    }
  }

  private void compare(DirectoryReader reader, CountingThreads threads) throws IOException {
    columns.warm(reader);
    Screens screens = new Screens(population, customers.size(), random.nextLong());
    for (int i = 0; i < SCREENS; i++) {
      Condition condition = WinnowPeer.condition(screens.draw(i % 5));
      FacetFilters split = FacetFilters.split(condition, facets);
      List<Target> targets = fields.stream().map(this::target).toList();
      ScreenCounts counts = new ScreenCounts(columns, evaluator(reader), targets, split);
      counts.count(reader, true, threads);
      Expected expected = new Expected(targets);
      for (LeafReaderContext leaf : reader.leaves()) {
        expected.count(leaf, split);
      }
      String what = "seed %d, %s".formatted(seed, condition);
      assertThat(counts.total()).as(what).isEqualTo(expected.total);
      assertThat(counts.hits().stream().mapToLong(bits -> bits.cardinality()).sum())
          .as(what)
          .isEqualTo(expected.total);
      for (int target = 0; target < targets.size(); target++) {
        assertThat(counts.counts(target))
            .as("%s: %s", what, facets.get(target))
            .isEqualTo(expected.counts[target]);
      }
    }
    plain.clear();
    byDocument.clear();
  }

  /** Counts without any of what makes counting fast. */
  private final class Expected {
    private final int[][] counts;
    private long total;

    Expected(List<Target> targets) {
      counts = targets.stream().map(target -> new int[target.values()]).toArray(int[][]::new);
    }

    void count(LeafReaderContext leaf, FacetFilters split) throws IOException {
      List<Customer> all = byDocument(leaf);
      for (int doc = 0; doc < all.size(); doc++) {
        Customer customer = all.get(doc);
        boolean live = leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc);
        if (live && NaiveFilter.matches(split.base(), customer, SCHEMA)) {
          count(leaf, doc, missed(customer, split));
        }
      }
    }

    private void count(LeafReaderContext leaf, int doc, List<String> missed) throws IOException {
      total += missed.isEmpty() ? 1 : 0;
      for (int target = 0; target < counts.length; target++) {
        String facet = facets.get(target);
        if (missed.isEmpty() || missed.equals(List.of(facet))) {
          int[] own = counts[target];
          plain(leaf).get(target).forEach(doc, id -> own[id]++);
        }
      }
    }

    private static List<String> missed(Customer customer, FacetFilters split) {
      List<String> missed = new ArrayList<>();
      split
          .filters()
          .forEach(
              (facet, filter) -> {
                if (!NaiveFilter.matches(filter, customer, SCHEMA)) {
                  missed.add(facet);
                }
              });
      return missed;
    }
  }

  private List<Column> plain(LeafReaderContext leaf) throws IOException {
    List<Column> known = plain.get(leaf);
    if (known == null) {
      known = new ArrayList<>();
      for (Field field : fields) {
        ValueDictionary dictionary = columns.dictionary(field);
        known.add(new ColumnBuilder(leaf.reader()).facet(field, dictionary));
      }
      plain.put(leaf, known);
    }
    return known;
  }

  private List<Customer> byDocument(LeafReaderContext leaf) throws IOException {
    List<Customer> known = byDocument.get(leaf);
    if (known == null) {
      known = new ArrayList<>();
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), CustomerDocuments.ID);
      while (ids.nextDoc() < leaf.reader().maxDoc()) {
        String id = ids.binaryValue().utf8ToString();
        known.add(Objects.requireNonNull(customers.get(id)));
      }
      byDocument.put(leaf, known);
    }
    return known;
  }

  private Target target(Field field) {
    return new Target(field, HistogramEdges.NONE, columns.dictionary(field).size());
  }

  private LeafEvaluator evaluator(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    return new LeafEvaluator(
        SCHEMA,
        columns,
        new KeywordQuery(SCHEMA),
        new Weights(searcher),
        DidSource.NONE,
        Caffeine.newBuilder().maximumSize(random.nextInt(100)).build());
  }

  private void add(IndexWriter writer, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Customer customer = WinnowPeer.customer(population.at(customers.size(), 0));
      StoredState state =
          new StoredState(customer.id(), customers.size(), 1, documents.encode(customer));
      customers.put(customer.id(), customer);
      CustomerLayers layers = CustomerLayers.of(customer, Origins.NONE);
      writer.addDocument(documents.document(state, Optional.of(layers)));
    }
    writer.flush();
  }

  private void delete(IndexWriter writer, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      writer.deleteDocuments(StoredState.byId(Population.id(random.nextInt(customers.size()))));
    }
  }
}
