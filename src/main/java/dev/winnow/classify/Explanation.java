package dev.winnow.classify;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a customer has the grade it has.
 *
 * @param grade empty when the rule gives none
 * @param inputs everything the rule reads
 * @param up what leads to the next better grade; empty when nothing does
 * @param down what leads to the next worse grade; empty when nothing does
 * @param changes when the grade changes if the customer does not; empty if never
 */
public record Explanation(
    Optional<String> grade,
    List<Input> inputs,
    Optional<Step> up,
    Optional<Step> down,
    Optional<Change> changes) {

  /**
   * A field that is read and what the customer has in it.
   *
   * @param amount on the field's scale; empty when worded or missing
   */
  public record Input(String field, OptionalLong amount, List<String> words) {}

  /**
   * A way to another grade.
   *
   * @param together whether all needs must be met, or any one of them is enough
   */
  public record Step(String grade, List<Need> needs, boolean together) {}

  /**
   * What a field would have to be.
   *
   * @param at the nearest such amount, on the field's scale
   * @param distance to it from what it is: negative for less, or earlier
   */
  public record Need(String field, long at, long distance) {}

  /**
   * A change that time alone brings.
   *
   * @param on the first day of the other grade
   * @param to empty for none
   */
  public record Change(LocalDate on, Optional<String> to) {}
}
