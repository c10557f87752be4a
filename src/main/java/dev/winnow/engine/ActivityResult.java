package dev.winnow.engine;

import java.util.List;

/**
 * What an {@link ActivityWrite} did.
 *
 * @param customers ids of the customers whose activities it changed: none, one, or two when it was
 *     taken from one and given to another
 */
public record ActivityResult(String id, Outcome outcome, List<String> customers) {
  public ActivityResult {
    customers = List.copyOf(customers);
  }

  /** The kinds of result. */
  public enum Outcome {
    INSERTED,
    UPDATED,
    /** The activity already was exactly so; nothing was written. */
    UNCHANGED,
    DELETED,
    /** There was nothing to delete. */
    NOT_FOUND,
    /** There is no such customer; nothing was written. */
    UNKNOWN_CUSTOMER
  }
}
