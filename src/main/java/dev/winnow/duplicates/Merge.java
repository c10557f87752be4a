package dev.winnow.duplicates;

import java.time.Instant;

/**
 * A merge of two customers, as far as it has come. What is needed to undo it is in a file.
 *
 * @param pair id of the pair
 * @param survivor the customer that stays, with its id and number
 * @param gone the customer that has become part of it
 * @param by who wanted it
 */
public record Merge(String pair, String survivor, String gone, Step step, String by, Instant at) {
  /** What goes on; after a crash it is gone on with. */
  public enum Step {
    MERGING,
    MERGED,
    UNDOING
  }

  Merge at(Step next) {
    return new Merge(pair, survivor, gone, next, by, at);
  }
}
