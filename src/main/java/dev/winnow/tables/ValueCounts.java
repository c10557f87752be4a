package dev.winnow.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

/**
 * How often each value of a column occurs, in bounded memory: exactly while there are few different
 * values, then by looking at one cell in eight, taken at random. When too many values are held, the
 * count of the one in the middle is taken off all of them and those that have none left are
 * forgotten, so what occurs often stays (Misra and Gries, "Finding repeated elements", 1982, in
 * batches).
 */
final class ValueCounts {
  private static final int EXAMPLES = 10;

  /** A power of two. */
  static final int ONE_IN = 8;

  private final int limit;
  private final Map<String, Counter> counters = new HashMap<>();
  private final Set<String> examples = new LinkedHashSet<>();
  private boolean exact = true;
  private long random = 0x9E3779B97F4A7C15L;

  private static final class Counter {
    private long count;

    /** Occurrences that the owner has not been told of. */
    private long untold;

    Counter(long count) {
      this.count = count;
    }
  }

  /**
   * @param limit different values that are told apart
   */
  ValueCounts(int limit) {
    this.limit = limit;
  }

  /**
   * Counts a value.
   *
   * @param told is told how often values came that the owner has not been told of yet
   * @return whether the owner should look at it now; otherwise it will be told later
   */
  boolean add(String value, ObjLongConsumer<String> told) {
    if (!exact) {
      sample(value);
      return true;
    }
    Counter counter = counters.get(value);
    if (counter != null) {
      counter.count++;
      counter.untold++;
      return false;
    }
    counters.put(value, new Counter(1));
    if (examples.size() < EXAMPLES) {
      examples.add(value);
    }
    if (counters.size() > limit) {
      exact = false;
      tell(told);
    }
    return true;
  }

  private void sample(String value) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    if ((random & ONE_IN - 1) == 0) {
      counters.computeIfAbsent(value, _ -> new Counter(0)).count += ONE_IN;
      if (counters.size() > 2 * limit) {
        prune();
      }
    }
  }

  private void prune() {
    long[] counts = counters.values().stream().mapToLong(counter -> counter.count).toArray();
    Arrays.sort(counts);
    long less = counts[counts.length - limit / 2 - 1];
    counters.values().forEach(counter -> counter.count -= less);
    counters.values().removeIf(counter -> counter.count <= 0);
  }

  /** Tells of every value how often it came beyond its first time. */
  void tell(ObjLongConsumer<String> told) {
    counters.forEach(
        (value, counter) -> {
          if (counter.untold > 0) {
            told.accept(value, counter.untold);
            counter.untold = 0;
          }
        });
  }

  boolean contains(String value) {
    return counters.containsKey(value);
  }

  /** Different values that pass; {@link ColumnProfile#MANY} when they could not all be counted. */
  long distinct(Predicate<String> real) {
    return exact ? counters.keySet().stream().filter(real).count() : ColumnProfile.MANY;
  }

  List<String> examples(Predicate<String> real) {
    return examples.stream().filter(real).toList();
  }

  /** The commonest values that pass; the first in the alphabet among equals. */
  List<ColumnProfile.Count> top(int most, Predicate<String> real) {
    return counters.entrySet().stream()
        .filter(entry -> real.test(entry.getKey()))
        .map(entry -> new ColumnProfile.Count(entry.getKey(), entry.getValue().count))
        .sorted(
            Comparator.comparingLong(ColumnProfile.Count::count)
                .reversed()
                .thenComparing(ColumnProfile.Count::value))
        .limit(most)
        .toList();
  }
}
