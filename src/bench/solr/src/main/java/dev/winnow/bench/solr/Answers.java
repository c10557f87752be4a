package dev.winnow.bench.solr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.SolrCore;
import org.apache.solr.request.LocalSolrQueryRequest;
import org.apache.solr.request.SolrQueryRequest;
import org.apache.solr.request.SolrRequestInfo;
import org.apache.solr.response.ResultContext;
import org.apache.solr.response.SolrQueryResponse;
import org.jspecify.annotations.Nullable;

/** Asks a core and reads what it answers. */
final class Answers {
  /**
   * @param counts by facet and value, every level of trees
   * @param hits the first customers, when asked for
   */
  record Answer(long total, Map<String, Map<String, Long>> counts, List<SolrDocument> hits) {}

  private final SolrCore core;
  private final List<Facet> facets;

  Answers(SolrCore core, List<Facet> facets) {
    this.core = core;
    this.facets = facets;
  }

  /** The form says where the counts stand in the answer; without facets any will do. */
  Answer ask(ModifiableSolrParams params, Form form) throws IOException {
    try (SolrQueryRequest request = new LocalSolrQueryRequest(core, params)) {
      SolrQueryResponse response = new SolrQueryResponse();
      SolrRequestInfo.setRequestInfo(new SolrRequestInfo(request, response));
      try {
        core.execute(core.getRequestHandler("/select"), request, response);
        if (response.getException() != null) {
          throw new IOException(response.getException());
        }
        return read(response, form);
      } finally {
        SolrRequestInfo.clearRequestInfo();
      }
    }
  }

  private Answer read(SolrQueryResponse response, Form form) {
    ResultContext found = (ResultContext) response.getResponse();
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (Facet facet : facets) {
      Counter counter = new Counter(facet);
      if (form.json()) {
        readBuckets(part(response.getValues(), "facets", facet.name(), "buckets"), counter);
      } else {
        readFields(
            part(response.getValues(), "facet_counts", "facet_fields", facet.name()), counter);
      }
      counts.put(facet.name(), counter.counts);
    }
    List<SolrDocument> hits = new ArrayList<>();
    found.getProcessedDocuments().forEachRemaining(hits::add);
    return new Answer(found.getDocList().matches(), counts, hits);
  }

  private static void readBuckets(@Nullable Object buckets, Counter counter) {
    Iterator<?> each =
        switch (buckets) {
          case null -> Collections.emptyIterator();
          case Iterable<?> all -> all.iterator();
          case Iterator<?> lazy -> lazy;
          default -> throw new IllegalStateException("buckets are a " + buckets.getClass());
        };
    while (each.hasNext()) {
      NamedList<?> bucket = (NamedList<?>) each.next();
      counter.add((String) bucket.get("val"), (Number) bucket.get("count"));
    }
  }

  private static void readFields(@Nullable Object values, Counter counter) {
    if (values instanceof NamedList<?> list) {
      for (Map.Entry<String, ?> value : list) {
        counter.add(value.getKey(), (Number) value.getValue());
      }
    }
  }

  private static @Nullable Object part(NamedList<?> from, String... path) {
    Object part = from;
    for (String name : path) {
      part = part instanceof NamedList<?> list ? list.get(name) : null;
    }
    return part;
  }

  /**
   * Adds up the counts of a facet. In a tree a customer has one value, so a node's count is the sum
   * of those below it, which is cheaper than counting the nodes as a facet of their own.
   */
  private static final class Counter {
    private final boolean tree;
    private final Map<String, Long> counts = new HashMap<>();

    Counter(Facet facet) {
      this.tree = facet.kind() == Facet.Kind.TREE;
    }

    void add(String value, Number count) {
      counts.put(value, count.longValue());
      if (tree) {
        counts.merge(value.substring(0, value.indexOf('/')), count.longValue(), Long::sum);
      }
    }
  }
}
