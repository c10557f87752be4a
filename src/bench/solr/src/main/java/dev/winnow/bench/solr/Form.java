package dev.winnow.bench.solr;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.solr.common.params.ModifiableSolrParams;

/** A way to ask for the facets. None is the fastest for every question, see {@link Trials}. */
enum Form {
  /** JSON facets that count in the doc values. */
  DOC_VALUES(Integer.MIN_VALUE),
  /** JSON facets that intersect the cached customers of each value of a small facet. */
  SMALL_SETS(16),
  /** JSON facets that intersect the cached customers of every value. */
  SETS(Integer.MAX_VALUE),
  /** Facet fields, one after the other or at once, as in {@link #DOC_VALUES}. */
  FIELDS_DOC_VALUES(Integer.MIN_VALUE),
  /** Facet fields, one after the other or at once, as in {@link #SMALL_SETS}. */
  FIELDS_SMALL_SETS(16),
  /** Facet fields, one after the other or at once, as in {@link #SETS}. */
  FIELDS_SETS(Integer.MAX_VALUE);

  private final int largestInSets;

  Form(int largestInSets) {
    this.largestInSets = largestInSets;
  }

  boolean json() {
    return switch (this) {
      case DOC_VALUES, SMALL_SETS, SETS -> true;
      case FIELDS_DOC_VALUES, FIELDS_SMALL_SETS, FIELDS_SETS -> false;
    };
  }

  void ask(ModifiableSolrParams params, List<Facet> facets, int threads) {
    if (json()) {
      params.set("json.facet", facets.stream().map(this::json).collect(joining(",", "{", "}")));
      return;
    }
    params.set("facet", true).set("facet.limit", -1).set("facet.mincount", 1);
    params.set("facet.sort", "index").set("facet.threads", threads > 1 ? threads : 0);
    for (Facet facet : facets) {
      params.add("facet.field", "{!ex=%s}%s".formatted(facet.name(), facet.name()));
      params.set("f." + facet.name() + ".facet.method", inSets(facet) ? "enum" : "fc");
    }
  }

  private String json(Facet facet) {
    return """
    %s:{type:terms,field:%s,limit:-1,sort:{index:asc},domain:{excludeTags:%s},%s}\
    """
        .formatted(
            facet.name(),
            facet.name(),
            facet.name(),
            inSets(facet) ? "method:enum,cacheDf:1" : "method:dv");
  }

  private boolean inSets(Facet facet) {
    return facet.size() <= largestInSets;
  }
}
