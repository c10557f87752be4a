package dev.winnow.lucene;

import dev.winnow.engine.ActivityResult;
import java.util.Arrays;

/**
 * A result, with the numbers of the customers whose activities have changed.
 *
 * @param customers as many as there are ids in the result
 */
record ActivityOutcome(ActivityResult result, int... customers) {
  /** The numbers in many outcomes. */
  static int[] customers(java.util.List<ActivityOutcome> outcomes) {
    return outcomes.stream()
        .flatMapToInt(outcome -> Arrays.stream(outcome.customers))
        .distinct()
        .toArray();
  }
}
