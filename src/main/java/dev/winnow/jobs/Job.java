package dev.winnow.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * One piece of background work.
 *
 * @param id given when it starts; ids grow
 * @param kind what sort of work: {@code publish}, {@code recompute}, {@code compute}, …
 * @param what on which thing, such as a rule's id
 * @param done units done so far, of {@code total}; both 0 when not yet known
 * @param problem why it failed, as a sentence; empty otherwise
 */
public record Job(
    String id,
    String kind,
    String what,
    State state,
    long done,
    long total,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Optional<String> problem) {
  /** Where a job stands. */
  public enum State {
    RUNNING("running"),
    DONE("done"),
    FAILED("failed"),
    /** Somebody wanted it to stop. */
    CANCELLED("cancelled"),
    /** Winnow was stopped while it ran, and nobody has resumed it. */
    INTERRUPTED("interrupted");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** As written in answers. */
    public String code() {
      return code;
    }
  }

  Job at(long doneNow, long totalNow) {
    return new Job(id, kind, what, state, doneNow, totalNow, startedAt, finishedAt, problem);
  }

  Job as(State now) {
    return new Job(id, kind, what, now, done, total, startedAt, finishedAt, problem);
  }

  Job cancelled(Instant when) {
    return new Job(
        id, kind, what, State.CANCELLED, done, total, startedAt, Optional.of(when), problem);
  }

  Job finished(Instant when, Optional<String> failure) {
    State end = failure.isPresent() ? State.FAILED : State.DONE;
    return new Job(id, kind, what, end, done, total, startedAt, Optional.of(when), failure);
  }
}
