package dev.winnow.tables;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

/**
 * How often each value of a column occurs, in bounded memory: exactly while there are few different
 * values, then approximately. When too many are held, the count of the value in the middle is taken
 * off all of them and those that have none left are forgotten, so what occurs often stays (Misra and
 * Gries, "Finding repeated elements", 1982, in batches).
 */
final class ValueCounts {
  private static final int EXAMPLES = 10;

  private final int limit;
  private final Map<String, Counter> counters = new HashMap<>();
  private final Set<String> examples = new LinkedHashSet<>();
  private boolean exact = true;

  private static final class Counter {
    private long count = 1;

    /** Occurrences that the owner has not been told of. */
    private long untold;
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
   * @return whether it is new, or forgotten; otherwise {@link #tell} will say how often it came
   */
  boolean add(String value, ObjLongConsumer<String> told) {
    Counter counter = counters.get(value);
    if (counter != null) {
      counter.count++;
      counter.untold++;
      return false;
    }
    counters.put(value, new Counter());
    if (examples.size() < EXAMPLES) {
      examples.add(value);
    }
    if (counters.size() > (exact ? limit : 2 * limit)) {
      exact = false;
      prune(told);
    }
    return true;
  }

  private void prune(ObjLongConsumer<String> told) {
    if (counters.size() <= 2 * limit) {
      return;
    }
    long[] counts = counters.values().stream().mapToLong(counter -> counter.count).toArray();
    Arrays.sort(counts);
    long less = counts[counts.length - limit / 2 - 1];
    Iterator<Map.Entry<String, Counter>> all = counters.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Counter> entry = all.next();
      Counter counter = entry.getValue();
      counter.count -= less;
      if (counter.count <= 0) {
        if (counter.untold > 0) {
          told.accept(entry.getKey(), counter.untold);
        }
        all.remove();
      }
    }
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
