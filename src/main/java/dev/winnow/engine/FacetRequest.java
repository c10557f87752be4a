package dev.winnow.engine;

import java.util.List;

/**
 * Which values of a facet to return.
 *
 * @param limit at most this many values, most frequent first; selected values come in addition
 * @param contains only values whose text or label contains this, whatever the case; empty for all
 * @param expanded tree nodes whose children are wanted beside the top level
 */
public record FacetRequest(String field, int limit, String contains, List<String> expanded) {
  public static final int MAX_LIMIT = 1_000;

  public FacetRequest {
    expanded = List.copyOf(expanded);
  }
}
