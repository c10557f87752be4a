package dev.winnow.bench;

import dev.winnow.bench.Peer.Cost;
import dev.winnow.bench.Peer.Counts;
import dev.winnow.bench.Peer.Measured;
import dev.winnow.bench.Population.Facet;
import dev.winnow.bench.Population.Kind;
import dev.winnow.bench.Screens.Filter;
import dev.winnow.bench.Screens.Screen;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Answers screens with {@code DrillSideways}: filters of facets are its dimensions, others its base
 * query. Each facet is counted once, from the hits that leave out its own filter. A screen without
 * filters is counted from the index without a search. It is the form of {@code DrillSideways} with
 * an executor, which searches once for each dimension: on one thread, too, that took less processor
 * time than its single pass. With several threads the searches run in parallel, and so do the
 * counts of the facets.
 */
final class LuceneScreens {
  private final IndexSearcher searcher;
  private final LuceneFacets.Counter counter;
  private final DrillSideways sideways;
  private final TaskExecutor tasks;

  LuceneScreens(
      IndexSearcher searcher, LuceneFacets.Counter counter, ExecutorService executor, int threads) {
    this.searcher = searcher;
    this.counter = counter;
    this.sideways = new DrillSideways(searcher, LucenePeer.CONFIG, null, null, executor);
    this.tasks = new TaskExecutor(threads == 1 ? Runnable::run : executor);
  }

  Measured screen(Screen screen) throws IOException {
    Stopwatch watch = new Stopwatch();
    Map<String, Callable<List<FacetResult>>> counting = new LinkedHashMap<>();
    long total = prepare(screen, counting);
    List<List<FacetResult>> results = tasks.invokeAll(List.copyOf(counting.values()));
    Cost cost = watch.stop();
    return new Measured(() -> new Counts(total, byValue(results)), cost);
  }

  long count(Screen screen) throws IOException {
    return searcher.count(query(screen));
  }

  /** Searches, fills in how each facet is to be counted, and returns the total. */
  private long prepare(Screen screen, Map<String, Callable<List<FacetResult>>> counting)
      throws IOException {
    if (screen.filters().isEmpty()) {
      for (Facet facet : Population.FACETS) {
        counting.put(facet.name(), () -> results(facet, counter.everyone(facet.name())));
      }
      return searcher.getIndexReader().numDocs();
    }
    List<String> filtered =
        screen.filters().stream().flatMap(filter -> facet(filter).stream()).toList();
    List<FacetsCollectorManager> collectors =
        filtered.stream().map(_ -> new FacetsCollectorManager()).toList();
    DrillSideways.Result<FacetsCollector, FacetsCollector> found =
        sideways.search(query(screen), new FacetsCollectorManager(), collectors);
    for (Facet facet : Population.FACETS) {
      int at = filtered.indexOf(facet.name());
      FacetsCollector hits =
          at < 0 ? found.drillDownResult() : found.drillSidewaysResults().get(at);
      counting.put(facet.name(), () -> results(facet, counter.of(facet.name(), hits)));
    }
    return found.drillDownResult().getMatchingDocs().stream()
        .mapToLong(MatchingDocs::totalHits)
        .sum();
  }

  private DrillDownQuery query(Screen screen) {
    BooleanQuery.Builder base = new BooleanQuery.Builder();
    for (Filter filter : screen.filters()) {
      switch (filter) {
        case Filter.In _ -> {}
        case Filter.Spend(long from, long to) -> base.add(spend(from, to - 1), Occur.FILTER);
        case Filter.Word(String word) ->
            base.add(new TermQuery(new Term(LucenePeer.NAME, word)), Occur.FILTER);
      }
    }
    BooleanQuery others = base.build();
    DrillDownQuery query =
        others.clauses().isEmpty()
            ? new DrillDownQuery(LucenePeer.CONFIG)
            : new DrillDownQuery(LucenePeer.CONFIG, others);
    for (Filter filter : screen.filters()) {
      if (filter instanceof Filter.In(String facet, List<String> values)) {
        values.forEach(value -> query.add(facet, value.split("/", -1)));
      }
    }
    return query;
  }

  private static Query spend(long from, long last) {
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(LucenePeer.SPEND, from, last),
        NumericDocValuesField.newSlowRangeQuery(LucenePeer.SPEND, from, last));
  }

  private static Optional<String> facet(Filter filter) {
    return switch (filter) {
      case Filter.In(String facet, List<String> _) -> Optional.of(facet);
      case Filter.Spend _, Filter.Word _ -> Optional.empty();
    };
  }

  private static List<FacetResult> results(Facet facet, Facets facets) throws IOException {
    List<FacetResult> results = new ArrayList<>();
    @Nullable FacetResult top = facets.getAllChildren(facet.name());
    if (top != null) {
      results.add(top);
      if (facet.kind() == Kind.TREE) {
        for (LabelAndValue node : top.labelValues) {
          results.add(Objects.requireNonNull(facets.getAllChildren(facet.name(), node.label)));
        }
      }
    }
    return results;
  }

  private static Map<String, Map<String, Long>> byValue(List<List<FacetResult>> results) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    Population.FACETS.forEach(facet -> counts.put(facet.name(), new HashMap<>()));
    for (List<FacetResult> facet : results) {
      for (FacetResult node : facet) {
        String prefix = node.path.length == 0 ? "" : node.path[0] + "/";
        Map<String, Long> values = Objects.requireNonNull(counts.get(node.dim));
        for (LabelAndValue value : node.labelValues) {
          if (value.value.longValue() > 0) {
            values.put(prefix + value.label, value.value.longValue());
          }
        }
      }
    }
    return counts;
  }
}
