package dev.winnow.engine;

import dev.winnow.customer.Customer;
import java.util.List;
import java.util.Map;

/**
 * Customers by the keys that {@link dev.winnow.matching.Matching} gives them. Safe for use by many
 * threads; every call sees all writes acknowledged before it.
 */
public interface MatchIndex {
  /**
   * The customers that share a key with somebody not among them.
   *
   * @param keys those of each, all of one answer from the same point in time
   * @param most keys that more customers have than this are not followed
   */
  Sharing sharing(List<long[]> keys, int most);

  /** All customers as they are now, for comparing each with each; to be closed. */
  KeyedCustomers all();

  /**
   * Customers that share keys.
   *
   * @param candidates for each list of keys; none twice
   * @param frequencies how many customers have each key asked about
   */
  record Sharing(List<List<Customer>> candidates, Map<Long, Integer> frequencies) {
    public Sharing {
      candidates = List.copyOf(candidates);
      frequencies = Map.copyOf(frequencies);
    }
  }
}
