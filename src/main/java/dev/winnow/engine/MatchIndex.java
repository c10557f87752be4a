package dev.winnow.engine;

import dev.winnow.customer.Customer;
import dev.winnow.matching.Matching.Subject;
import java.util.List;
import java.util.Map;

/**
 * Customers by the keys that {@link dev.winnow.matching.Matching} gives them. Safe for use by many
 * threads; every call sees all writes acknowledged before it.
 */
public interface MatchIndex {
  /**
   * The customers that share a key with somebody not among them, and may be the same.
   *
   * @param subjects all are answered from the same point in time
   * @param most keys that more customers have than this are not followed
   * @param score that those who cannot reach it are left out
   */
  Sharing sharing(List<Subject> subjects, int most, double score);

  /** How many customers have each of the keys. */
  Map<Long, Integer> frequencies(List<long[]> keys);

  /** All customers as they are now, for comparing each with each; to be closed. */
  KeyedCustomers all();

  /**
   * Customers that share keys.
   *
   * @param candidates for each subject; none twice
   * @param frequencies how many customers have each of the subjects' keys
   */
  record Sharing(List<List<Customer>> candidates, Map<Long, Integer> frequencies) {
    public Sharing {
      candidates = List.copyOf(candidates);
      frequencies = Map.copyOf(frequencies);
    }
  }
}
