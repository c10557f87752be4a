package dev.winnow.bench.solr;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.solr.common.params.ModifiableSolrParams;
import tools.jackson.databind.JsonNode;

/** The filters of a question as Solr takes them, each with the name of its facet as its tag. */
record Question(List<String> filters) {
  Question {
    filters = List.copyOf(filters);
  }

  static Question read(JsonNode filters, List<Facet> facets) {
    var byName = facets.stream().collect(Collectors.toMap(Facet::name, Function.identity()));
    return new Question(filters.valueStream().map(f -> filter(f, byName::get)).toList());
  }

  ModifiableSolrParams params() {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set("q", "*:*").set("rows", 0);
    filters.forEach(filter -> params.add("fq", filter));
    return params;
  }

  private static String filter(JsonNode filter, Function<String, Facet> facets) {
    if (filter.has("word")) {
      return "{!term f=name tag=name}" + filter.get("word").asString();
    }
    if (filter.has("from")) {
      return "{!tag=spend}spend:[%d TO %d}"
          .formatted(filter.get("from").asLong(), filter.get("to").asLong());
    }
    Facet facet = facets.apply(filter.get("facet").asString());
    return "{!terms f=%s tag=%s}%s"
        .formatted(
            facet.filterField(),
            facet.name(),
            filter
                .get("values")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(",")));
  }
}
