package dev.winnow.engine;

import java.util.List;

/**
 * The answer to a {@link Question}, every number exact.
 *
 * @param total customers that satisfy the condition and the text
 * @param everyone all customers
 */
public record Answer(long total, long everyone, List<FacetCounts> facets, List<Hit> hits) {
  public Answer {
    facets = List.copyOf(facets);
    hits = List.copyOf(hits);
  }
}
