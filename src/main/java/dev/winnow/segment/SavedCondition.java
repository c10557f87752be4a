package dev.winnow.segment;

import dev.winnow.condition.Condition;
import dev.winnow.problem.Fault;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A segment's condition as it is stored, and whether it still fits the fields of today. */
public sealed interface SavedCondition {
  /** The condition in its JSON form. */
  JsonNode json();

  /** It fits. */
  record Readable(JsonNode json, Condition condition) implements SavedCondition {}

  /**
   * The fields have changed since it was saved, and it means nothing any more. The segment is kept
   * so that it can be mended.
   *
   * @param faults with pointers below {@code /condition}; at least one
   */
  record Broken(JsonNode json, List<Fault> faults) implements SavedCondition {
    public Broken {
      faults = List.copyOf(faults);
    }
  }

  /** Whether it asks the same, however its JSON is spelt. */
  default boolean sameAs(SavedCondition other) {
    return (this instanceof Readable(var _, Condition mine)
            && other instanceof Readable(var _, Condition theirs))
        ? mine.equals(theirs)
        : equals(other);
  }

  /** The ids of the segments it refers to, readable or not. */
  default Set<String> references() {
    return new TreeSet<>(json().findValuesAsString("segment"));
  }
}
