package dev.winnow.engine;

import java.util.List;

/**
 * Exact counts of one facet among the customers that satisfy everything but the facet's own filter.
 */
public sealed interface FacetCounts {
  String field();

  /** Customers counted that have no value in the field. */
  long missing();

  /**
   * Counts by value of a worded facet.
   *
   * @param values most frequent first, ties by value; selected values are always among them
   * @param distinct how many different values have a count (in trees: top-level ones)
   */
  record Values(String field, List<ValueCount> values, long distinct, long missing)
      implements FacetCounts {
    public Values {
      values = List.copyOf(values);
    }
  }

  /**
   * How many customers have one value.
   *
   * @param parent whether the tree has nodes below the value
   */
  record ValueCount(String value, long count, boolean selected, boolean parent) {}

  /**
   * Counts by range of an ordered facet. The edges depend on all customers, not on the question, so
   * that they stay put while one filters.
   *
   * @param edges ascending; bucket i covers {@code [edges[i], edges[i+1])}; one more than counts
   */
  record Histogram(String field, List<Long> edges, List<Long> counts, long missing)
      implements FacetCounts {
    public Histogram {
      edges = List.copyOf(edges);
      counts = List.copyOf(counts);
    }
  }
}
