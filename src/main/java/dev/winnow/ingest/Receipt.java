package dev.winnow.ingest;

import dev.winnow.engine.WriteResult;
import dev.winnow.problem.Fault;
import java.util.List;

/**
 * What became of one {@link Change}.
 *
 * @param version of the customer after it; 0 when there is none
 * @param faults why it was rejected; empty otherwise
 */
public record Receipt(String id, Outcome outcome, long version, List<Fault> faults) {
  /** The kinds of receipt. */
  public enum Outcome {
    INSERTED("inserted"),
    UPDATED("updated"),
    UNCHANGED("unchanged"),
    DELETED("deleted"),
    /** There is no such customer to patch or delete. */
    NOT_FOUND("not-found"),
    /** The customer is not in the state the change expects. */
    CONFLICT("conflict"),
    /** The customer has been merged into another; nothing was written. */
    MERGED("merged"),
    /** The input is not valid. */
    REJECTED("rejected");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    /** As written in answers and reports. */
    public String code() {
      return code;
    }
  }

  public Receipt {
    faults = List.copyOf(faults);
  }

  static Receipt of(WriteResult result) {
    Outcome outcome =
        switch (result.outcome()) {
          case INSERTED -> Outcome.INSERTED;
          case UPDATED -> Outcome.UPDATED;
          case UNCHANGED -> Outcome.UNCHANGED;
          case DELETED -> Outcome.DELETED;
          case NOT_FOUND -> Outcome.NOT_FOUND;
          case CONFLICT -> Outcome.CONFLICT;
        };
    return new Receipt(result.id(), outcome, result.version(), List.of());
  }

  /** A receipt for input that was not valid. */
  public static Receipt rejected(String id, List<Fault> faults) {
    return new Receipt(id, Outcome.REJECTED, 0, faults);
  }

  /** Of a customer that is now part of another. */
  static Receipt merged(String id, String survivor) {
    Fault fault =
        new Fault(
            "/id",
            "The customer " + id + " has been merged into " + survivor + ".",
            "Change " + survivor + " instead.");
    return new Receipt(id, Outcome.MERGED, 0, List.of(fault));
  }

  static Receipt notFound(String id) {
    return new Receipt(id, Outcome.NOT_FOUND, 0, List.of());
  }
}
