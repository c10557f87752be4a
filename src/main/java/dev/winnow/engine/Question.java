package dev.winnow.engine;

import dev.winnow.condition.Condition;
import java.util.List;

/**
 * What one screen asks.
 *
 * @param condition resolved; a facet's counts leave out the parts of its top-level {@code all} that
 *     speak of that facet alone
 * @param text keyword query that also ranks; empty for none
 * @param sort first by these, then by relevance when there is a text, then by stable number
 * @param offset customers to skip; offset + limit is at most {@link #MAX_WINDOW}
 * @param limit customers to return, 0 to 1,000
 */
public record Question(
    Condition condition,
    String text,
    List<FacetRequest> facets,
    List<SortKey> sort,
    int offset,
    int limit) {
  /** How deep one can page; lists beyond are pulled. */
  public static final int MAX_WINDOW = 10_000;

  public Question {
    facets = List.copyOf(facets);
    sort = List.copyOf(sort);
  }

  /** Customers without a value come last in either direction. */
  public record SortKey(String field, boolean descending) {}
}
