package dev.winnow.activity;

import java.math.BigDecimal;

/**
 * How the activities of one customer become one value. Attributes are those of {@link
 * dev.winnow.condition.ActivityKind#attributes}; an activity without the attribute is passed over.
 * No fold depends on the order of activities.
 */
public sealed interface Fold {
  /**
   * How many activities, or how many different words.
   *
   * @param of the keyword whose different words are counted; empty to count activities
   */
  record Count(String of) implements Fold {}

  /** The sum of numbers; returns are negative, so they are subtracted. */
  record Sum(String of) implements Fold {}

  /** The mean of numbers, rounded half up to the field's decimals. */
  record Average(String of) implements Fold {}

  /** The smallest number. */
  record Min(String of) implements Fold {}

  /** The largest number. */
  record Max(String of) implements Fold {}

  /** The day of the first activity. */
  record First() implements Fold {}

  /** The day of the last activity. */
  record Last() implements Fold {}

  /** Whole days from the last activity to today; 0 for one of today, or ahead of it. */
  record DaysSince() implements Fold {}

  /** All different words, in alphabetical order. */
  record Distinct(String of) implements Fold {}

  /**
   * The words that weigh most, heaviest first, equal ones in alphabetical order. A word whose
   * weight is not positive is not among them.
   *
   * @param by the number that is the weight; empty to count activities
   * @param limit at most so many
   * @param share of the weight of all words with a positive weight, from 0 to 1, that a word must
   *     have
   */
  record Top(String of, String by, int limit, BigDecimal share) implements Fold {}

  /**
   * One computed field divided by another, rounded half up; no value when one is missing or the
   * divisor is zero.
   */
  record Ratio(String numerator, String denominator) implements Fold {}
}
