package dev.winnow.engine;

import dev.winnow.condition.Condition;
import java.util.List;

/** All customers at one point in time, unchanged by later writes. Safe for use by many threads. */
public interface Snapshot extends AutoCloseable {
  long count(Condition condition);

  /**
   * The next members in the order of their stable numbers.
   *
   * @param after the number of the last customer already read; -1 to begin
   * @param limit at most this many
   */
  List<StoredCustomer> members(Condition condition, long after, int limit);

  @Override
  void close();
}
