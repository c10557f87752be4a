package dev.winnow.segment;

import dev.winnow.condition.Condition;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.time.Instant;
import java.util.List;

/**
 * A saved question in one of its versions.
 *
 * @param id 1 to 64 lower-case letters, digits and hyphens; never changes
 * @param name 1 to 200 characters; unique among segments that are not archived, whatever the case
 * @param folder where it is listed, 0 to 200 characters
 * @param note for colleagues, 0 to 4,000 characters, several lines allowed
 * @param saved its condition; see {@link #condition()}
 * @param archived no longer listed; it can still be referred to and pulled
 * @param version 1 for the first; every change adds one, and a deleted segment's numbers are not
 *     given again when one of the same id is created
 * @param createdBy who made version 1, by name
 * @param changedBy who made this version
 * @param comment why this version was made, 0 to 1,000 characters
 */
public record Segment(
    String id,
    String name,
    String folder,
    String note,
    SavedCondition saved,
    boolean archived,
    int version,
    String createdBy,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    String comment) {

  /**
   * The condition as written, with relative dates and references.
   *
   * @throws WinnowException INVALID_CONDITION when it no longer fits the fields
   */
  public Condition condition() {
    return switch (saved) {
      case SavedCondition.Readable(var _, Condition condition) -> condition;
      case SavedCondition.Broken(var _, List<Fault> faults) -> throw broken(faults);
    };
  }

  /** Why the condition no longer fits the fields; empty when it does. */
  public List<Fault> faults() {
    return switch (saved) {
      case SavedCondition.Readable _ -> List.of();
      case SavedCondition.Broken(var _, List<Fault> faults) -> faults;
    };
  }

  private WinnowException broken(List<Fault> faults) {
    return new WinnowException(
        ProblemCode.INVALID_CONDITION,
        "The condition of the segment \""
            + name
            + "\" ("
            + id
            + ") no longer fits the fields: "
            + faults.getFirst()
            + " Edit the segment.");
  }
}
