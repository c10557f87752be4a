package dev.winnow.connections;

import dev.winnow.problem.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One reading of a connection.
 *
 * @param number 1 for its first
 * @param by who asked for it; empty for the schedule
 * @param from watermark it began at; empty for all rows
 * @param to watermark it ended at; empty while it runs, when it failed, and without a watermark
 * @param imported id of the import it made, which has the report; empty when it did not get there
 * @param faults why it failed
 */
public record ConnectionRun(
    long number,
    State state,
    Optional<String> by,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Optional<String> from,
    Optional<String> to,
    RunCounts counts,
    Optional<String> job,
    Optional<String> imported,
    List<Fault> faults) {
  public ConnectionRun {
    faults = List.copyOf(faults);
  }

  /** Where a run stands. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    /** Another import was writing; it is not kept, and tried again. */
    POSTPONED,
    /** Winnow was stopped meanwhile. */
    INTERRUPTED;

    /** As written in answers. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The end of this run. */
  ConnectionRun as(State end, Instant at) {
    return new ConnectionRun(
        number, end, by, startedAt, Optional.of(at), from, to, counts, job, imported, faults);
  }

  ConnectionRun in(String newJob) {
    return new ConnectionRun(
        number,
        state,
        by,
        startedAt,
        finishedAt,
        from,
        to,
        counts,
        Optional.of(newJob),
        imported,
        faults);
  }

  ConnectionRun wrote(Written written) {
    return new ConnectionRun(
        number,
        state,
        by,
        startedAt,
        finishedAt,
        from,
        to,
        written.counts(),
        job,
        written.imported(),
        faults);
  }

  ConnectionRun to(Optional<String> mark) {
    return new ConnectionRun(
        number, state, by, startedAt, finishedAt, from, mark, counts, job, imported, faults);
  }

  ConnectionRun failing(List<Fault> why) {
    return new ConnectionRun(
        number, state, by, startedAt, finishedAt, from, to, counts, job, imported, why);
  }

  /**
   * What came of the rows.
   *
   * @param imported id of the import
   */
  public record Written(RunCounts counts, Optional<String> imported) {}
}
