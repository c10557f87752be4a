package dev.winnow.bench.solr;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A facet to be counted.
 *
 * @param size how many values it can have
 */
record Facet(String name, Kind kind, int size) {
  enum Kind {
    SINGLE,
    MULTI,
    TREE
  }

  static List<Facet> read(JsonNode facets) {
    return facets.valueStream().map(Facet::one).toList();
  }

  /** The field in which a filter finds its values; in trees it holds every node above, too. */
  String filterField() {
    return kind == Kind.TREE ? name + "_nodes" : name;
  }

  private static Facet one(JsonNode facet) {
    return new Facet(
        facet.get("name").asString(),
        Kind.valueOf(facet.get("kind").asString()),
        facet.get("size").asInt());
  }
}
