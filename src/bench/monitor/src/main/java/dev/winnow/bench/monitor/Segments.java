package dev.winnow.bench.monitor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.MatcherFactory;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.PartitionMatcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.Query;

/** Saved segments in a monitor, with one way of finding those a customer may belong to. */
final class Segments implements AutoCloseable {
  /** How queries are found: by which of their terms, and by how many sets of them. */
  enum Finding {
    DEFAULT,
    RAREST,
    RAREST_TWICE,
    RAREST_THREE_TIMES
  }

  private final Monitor monitor;
  private final ExecutorService helpers;

  Segments(Finding finding, TermWeightor rarity, List<Query> queries, ExecutorService helpers)
      throws IOException {
    this.monitor = new Monitor(new KeywordAnalyzer(), presearcher(finding, rarity));
    this.helpers = helpers;
    List<MonitorQuery> segments = new ArrayList<>();
    for (Query query : queries) {
      segments.add(new MonitorQuery(Integer.toString(segments.size()), query));
    }
    monitor.register(segments);
  }

  /**
   * For each customer its segments, by number.
   *
   * @param batch customers looked at in one go, sharing the finding of queries
   */
  List<List<Integer>> match(Document[] customers, int batch, int threads) throws Exception {
    List<Callable<List<List<Integer>>>> batches = new ArrayList<>();
    boolean one = customers.length <= batch;
    MatcherFactory<QueryMatch> matcher =
        one && threads > 1
            ? PartitionMatcher.factory(helpers, QueryMatch.SIMPLE_MATCHER, threads)
            : QueryMatch.SIMPLE_MATCHER;
    for (int from = 0; from < customers.length; from += batch) {
      Document[] part =
          Arrays.copyOfRange(customers, from, Math.min(customers.length, from + batch));
      batches.add(() -> match(part, matcher));
    }
    List<List<Integer>> matches = new ArrayList<>();
    if (one || threads == 1) {
      for (Callable<List<List<Integer>>> each : batches) {
        matches.addAll(each.call());
      }
    } else {
      for (Future<List<List<Integer>>> each : helpers.invokeAll(batches)) {
        matches.addAll(each.get());
      }
    }
    return matches;
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }

  private List<List<Integer>> match(Document[] customers, MatcherFactory<QueryMatch> matcher)
      throws IOException {
    MultiMatchingQueries<QueryMatch> found = monitor.match(customers, matcher);
    List<List<Integer>> matches = new ArrayList<>();
    for (int i = 0; i < customers.length; i++) {
      matches.add(
          found.getMatches(i).stream().map(match -> Integer.valueOf(match.getQueryId())).toList());
    }
    return matches;
  }

  private static Presearcher presearcher(Finding finding, TermWeightor rarity) {
    return switch (finding) {
      case DEFAULT -> new TermFilteredPresearcher();
      case RAREST -> new TermFilteredPresearcher(rarity, List.of(), Set.of());
      case RAREST_TWICE -> passes(2, rarity);
      case RAREST_THREE_TIMES -> passes(3, rarity);
    };
  }

  private static Presearcher passes(int passes, TermWeightor rarity) {
    return new MultipassTermFilteredPresearcher(passes, 0, rarity, List.of(), Set.of());
  }
}
