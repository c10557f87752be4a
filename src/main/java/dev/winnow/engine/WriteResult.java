package dev.winnow.engine;

/**
 * What a {@link Write} did.
 *
 * @param version of the customer after it; 0 when there is none
 */
public record WriteResult(String id, Outcome outcome, long version) {
  /** The kinds of result. */
  public enum Outcome {
    INSERTED,
    UPDATED,
    /** The customer already was exactly so; nothing was written. */
    UNCHANGED,
    DELETED,
    /** There was nothing to delete, compute or grade. */
    NOT_FOUND,
    /** The customer was not in the expected state; nothing was written. */
    CONFLICT
  }
}
