package dev.winnow.lucene;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what writes do to the states they find, and gives numbers and versions. Only the write
 * loop calls it.
 *
 * @param <W> a write
 * @param <R> its result
 * @param <T> what is written
 */
interface Decider<W, R, T> {
  /** The answer to a write, and the change it makes unless it makes none. */
  record Decision<R, T>(R result, Optional<StateChange<T>> change) {}

  /** The id of what the write changes. */
  String id(W write);

  /**
   * Decides one write.
   *
   * @param earlier a change to the same id that is decided but not yet given to the index
   */
  Decision<R, T> decide(W write, @Nullable StateChange<T> earlier);

  /** The next number and version to give. */
  Counters counters();
}
