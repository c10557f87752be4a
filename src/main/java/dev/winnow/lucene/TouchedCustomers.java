package dev.winnow.lucene;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whose activities have changed lately, so that an earlier answer can be brought up to date by
 * looking at them alone. A change is added when every new searcher shows it. Safe for use by many
 * threads.
 */
final class TouchedCustomers {
  private static final int MOST = 100_000;

  private final Deque<Change> changes = new ArrayDeque<>();
  private long latest;
  private int size;

  private record Change(long number, int[] customers) {}

  /** The number of the latest change. */
  synchronized long latest() {
    return latest;
  }

  synchronized void add(int[] customers) {
    latest++;
    changes.add(new Change(latest, customers));
    size += customers.length;
    while (size > MOST) {
      size -= changes.remove().customers.length;
    }
  }

  /** Anyone's activities may have changed. */
  synchronized void addAll() {
    latest++;
    changes.clear();
    size = 0;
  }

  /**
   * The numbers of the customers touched after a change, ascending; empty when that is no longer
   * known.
   */
  synchronized Optional<int[]> since(long change) {
    @Nullable Change first = changes.peek();
    boolean known = change == latest || (first != null && first.number <= change + 1);
    return known
        ? Optional.of(
            changes.stream()
                .filter(each -> each.number > change)
                .flatMapToInt(each -> Arrays.stream(each.customers))
                .collect(IntStream::builder, IntStream.Builder::add, (a, b) -> {})
                .build()
                .sorted()
                .distinct()
                .toArray())
        : Optional.empty();
  }
}
