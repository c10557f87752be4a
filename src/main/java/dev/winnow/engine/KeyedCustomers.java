package dev.winnow.engine;

import dev.winnow.customer.Customer;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;

/**
 * All customers at one point in time, unchanged by later writes, each at a place of its own. Safe
 * for use by many threads.
 */
public interface KeyedCustomers extends AutoCloseable {
  /** One more than the last place; some places are empty. */
  int places();

  /**
   * Reads the customers at places from one, inclusive, to another, exclusive, in their order.
   *
   * @param wanted places to be read; others are left out
   * @param reader told of each with its place
   */
  void read(int from, int to, IntPredicate wanted, ObjIntConsumer<Customer> reader);

  /** Goes over all keys that at least two customers have, in an order that stays the same. */
  void blocks(Blocks blocks, Progress progress);

  @Override
  void close();

  /** Told of keys and who has them. */
  @FunctionalInterface
  interface Blocks {
    /**
     * Takes a key and the customers that have it.
     *
     * @param places of the customers, ascending in the first {@code count} elements; reused after
     *     the call
     */
    void block(long key, int[] places, int count);
  }
}
