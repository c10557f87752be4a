package dev.winnow.lucene;

import dev.winnow.condition.Canonical;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Answer;
import dev.winnow.engine.FacetCounts;
import dev.winnow.engine.FacetRequest;
import dev.winnow.engine.Hit;
import dev.winnow.engine.Question;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.lucene.ScreenCounts.Target;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.FixedBitSet;

/** Answers one question on one searcher: evaluates, counts, then ranks the page that is shown. */
final class Screen {
  private final Schema schema;
  private final Columns columns;
  private final ShownCustomers customers;
  private final KeywordQuery keywords;
  private final Highlights highlights;
  private final IndexSearcher searcher;
  private final LeafEvaluator evaluator;
  private final CountingThreads threads;

  Screen(
      Schema schema,
      Columns columns,
      ShownCustomers customers,
      KeywordQuery keywords,
      Highlights highlights,
      IndexSearcher searcher,
      LeafEvaluator evaluator,
      CountingThreads threads) {
    this.schema = schema;
    this.columns = columns;
    this.customers = customers;
    this.keywords = keywords;
    this.highlights = highlights;
    this.searcher = searcher;
    this.evaluator = evaluator;
    this.threads = threads;
  }

  Answer answer(Question question) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    Sort sort = new HitSorter(schema, columns).sort(question);
    List<String> fields = question.facets().stream().map(FacetRequest::field).toList();
    FacetFilters split = FacetFilters.split(withText(question), fields);
    List<Target> targets = question.facets().stream().map(this::target).toList();
    ScreenCounts counts = new ScreenCounts(columns, evaluator, targets, split);
    counts.count(reader, question.limit() > 0, threads);
    List<FacetCounts> facets = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      FacetRequest request = question.facets().get(i);
      Condition own = split.filters().getOrDefault(request.field(), Condition.EVERYONE);
      facets.add(result(request, targets.get(i), counts.counts(i), own));
    }
    return new Answer(counts.total(), reader.numDocs(), facets, hits(question, sort, counts));
  }

  /** Customers that match what is being typed, best first. */
  List<Hit> suggest(String typed, Condition scope, int limit) throws IOException {
    Query query = keywords.typing(typed);
    if (!scope.equals(Condition.EVERYONE)) {
      Matches matches = new Matches(searcher, evaluator, columns, scope);
      query = filtered(query, matches.byLeaf());
    }
    List<LeafDocument> found = new ArrayList<>();
    for (ScoreDoc each : searcher.search(query, limit).scoreDocs) {
      found.add(LeafDocument.of(searcher, each.doc));
    }
    return read(found, typed);
  }

  private static Condition withText(Question question) {
    return question.text().isEmpty()
        ? question.condition()
        : Canonical.of(
            new Condition.All(
                List.of(question.condition(), new Condition.Text(question.text(), List.of()))));
  }

  private Target target(FacetRequest request) {
    Field field = Objects.requireNonNull(schema.fields().get(request.field()), request.field());
    if (field instanceof Field.Ordered ordered) {
      HistogramEdges edges = columns.edges(ordered, searcher.getIndexReader());
      return new Target(field, edges, edges.buckets() + 1);
    }
    return new Target(field, HistogramEdges.NONE, columns.dictionary(field).size());
  }

  private FacetCounts result(FacetRequest request, Target target, int[] counts, Condition filter) {
    Field field = target.field();
    if (field instanceof Field.Ordered) {
      List<Long> buckets = Arrays.stream(counts, 1, counts.length).asLongStream().boxed().toList();
      return new FacetCounts.Histogram(field.name(), target.edges().edges(), buckets, counts[0]);
    }
    return new FacetAnswers(schema)
        .values(request, field, columns.dictionary(field), counts, filter);
  }

  private List<Hit> hits(Question question, Sort sort, ScreenCounts counts) throws IOException {
    int window = Math.min(question.offset() + question.limit(), Question.MAX_WINDOW);
    if (question.limit() == 0 || searcher.getIndexReader().numDocs() == 0) {
      return List.of();
    }
    List<FixedBitSet> all = counts.hits();
    List<LeafDocument> found = new ArrayList<>();
    if (question.text().isEmpty() && question.sort().isEmpty()) {
      FirstByNumber first = new FirstByNumber(-1, window);
      List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
      for (int i = 0; i < leaves.size(); i++) {
        first.add(leaves.get(i), columns.of(leaves.get(i)), all.get(i));
      }
      found.addAll(first.inOrder());
    } else {
      Query query =
          question.text().isEmpty()
              ? new BitsQuery(all)
              : filtered(keywords.ranking(question.text()), all);
      TopFieldCollectorManager collector = new TopFieldCollectorManager(sort, window, 1);
      for (ScoreDoc each : searcher.search(query, collector).scoreDocs) {
        found.add(LeafDocument.of(searcher, each.doc));
      }
    }
    int from = Math.min(question.offset(), found.size());
    return read(found.subList(from, found.size()), question.text());
  }

  private List<Hit> read(List<LeafDocument> page, String text) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (StoredCustomer each : customers.read(page, columns)) {
      hits.add(new Hit(each, text.isEmpty() ? Map.of() : highlights.of(text, each.customer())));
    }
    return hits;
  }

  private static Query filtered(Query query, List<FixedBitSet> bits) {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new BitsQuery(bits), Occur.FILTER)
        .build();
  }
}
