package dev.winnow.lucene;

import dev.winnow.condition.Condition;
import dev.winnow.schema.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A filter of one worded facet as the set of values that pass, which is what the filters people
 * click together come to.
 *
 * @param values the numbers of the values, {@link ValueDictionary#NONE} for having none
 * @param disjoint whether no document has two of them, so that their counts add up
 */
record ValueFilter(int[] values, boolean disjoint) {

  /** The values for which a condition holds that speaks of nothing but the facet. */
  static Optional<ValueFilter> of(Condition condition, Field field, Columns columns) {
    if (!field.multi()) {
      return flags(condition, field, columns).map(flags -> new ValueFilter(set(flags), true));
    }
    return switch (condition) {
      case Condition.In(String _, List<String> values) -> {
        int[] wanted = columns.wanted(field, values);
        yield Optional.of(new ValueFilter(wanted, wanted.length < 2));
      }
      case Condition.Exists(String _, boolean present) when !present ->
          Optional.of(new ValueFilter(new int[] {ValueDictionary.NONE}, true));
      case Condition.Exists _, Condition.Not _, Condition.All _, Condition.Any _ ->
          Optional.empty();
      case Condition.Range _, Condition.Anniversary _, Condition.Text _ -> Optional.empty();
      case Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> Optional.empty();
    };
  }

  private static int[] set(boolean[] flags) {
    int[] ids = new int[flags.length];
    int count = 0;
    for (int id = 0; id < flags.length; id++) {
      if (flags[id]) {
        ids[count++] = id;
      }
    }
    return Arrays.copyOf(ids, count);
  }

  /** With one value or none for each document, a condition is a predicate of that value. */
  private static Optional<boolean[]> flags(Condition condition, Field field, Columns columns) {
    boolean[] flags = new boolean[columns.dictionary(field).size()];
    switch (condition) {
      case Condition.In(String _, List<String> values) -> {
        for (int id : columns.wanted(field, values)) {
          flags[id] = true;
        }
      }
      case Condition.Exists(String _, boolean present) -> {
        for (int id = 0; id < flags.length; id++) {
          flags[id] = (id != ValueDictionary.NONE) == present;
        }
      }
      case Condition.Not(Condition part) -> {
        Optional<boolean[]> inner = flags(part, field, columns);
        for (int id = 0; inner.isPresent() && id < flags.length; id++) {
          flags[id] = !inner.get()[id];
        }
        return inner.map(_ -> flags);
      }
      case Condition.All(List<Condition> parts) -> {
        return combined(parts, true, field, columns);
      }
      case Condition.Any(List<Condition> parts) -> {
        return combined(parts, false, field, columns);
      }
      case Condition.Range _, Condition.Anniversary _, Condition.Text _ -> {
        return Optional.empty();
      }
      case Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> {
        return Optional.empty();
      }
    }
    return Optional.of(flags);
  }

  private static Optional<boolean[]> combined(
      List<Condition> parts, boolean all, Field field, Columns columns) {
    boolean[] flags = new boolean[columns.dictionary(field).size()];
    Arrays.fill(flags, all);
    for (Condition part : parts) {
      Optional<boolean[]> next = flags(part, field, columns);
      if (next.isEmpty()) {
        return next;
      }
      for (int id = 0; id < flags.length; id++) {
        flags[id] = all ? flags[id] && next.get()[id] : flags[id] || next.get()[id];
      }
    }
    return Optional.of(flags);
  }
}
