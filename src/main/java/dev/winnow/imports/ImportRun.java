package dev.winnow.imports;

import java.time.Instant;
import java.util.Optional;

/**
 * One import, as it is kept on disk.
 *
 * @param id such as {@code imp-12}; ids grow
 * @param by whose it is
 * @param job the latest background work on it
 * @param problem why it failed, or why a question is open; empty otherwise
 */
public record ImportRun(
    String id,
    String by,
    Upload upload,
    State state,
    Times times,
    Optional<String> job,
    Plan plan,
    Counts counts,
    Position position,
    Optional<Failure> problem) {
  /** The size is not known before the upload ends. */
  public static final long UNKNOWN = -1;

  /**
   * The file as it comes.
   *
   * @param name as the user calls it
   * @param size in bytes, or {@link #UNKNOWN}
   * @param received bytes that are on disk
   * @param stored whether there is a file at all; a query has none
   */
  public record Upload(String name, long size, long received, boolean stored) {
    Upload received(long bytes) {
      return new Upload(name, size, bytes, stored);
    }

    Upload whole(long bytes) {
      return new Upload(name, bytes, bytes, stored);
    }
  }

  /** When it was made, first started, and last ended. */
  public record Times(
      Instant createdAt, Optional<Instant> startedAt, Optional<Instant> finishedAt) {}

  /**
   * How it is to be done.
   *
   * @param format JSON of the table's format; empty before the inspection
   * @param mapping JSON of the column mapping; empty until there is one
   * @param mappingName under which the mapping is saved; empty when it is not
   * @param source whom the values are said to come from
   * @param acceptArchiving whether a mirror may archive many customers
   * @param rows of the table, as the inspection counted them
   */
  public record Plan(
      String format,
      String mapping,
      String mappingName,
      String source,
      Mode mode,
      boolean acceptArchiving,
      long rows) {
    Plan format(String json) {
      return new Plan(json, mapping, mappingName, source, mode, acceptArchiving, rows);
    }

    Plan rows(long counted) {
      return new Plan(format, mapping, mappingName, source, mode, acceptArchiving, counted);
    }

    Plan mapping(String json, String name, String from) {
      return new Plan(format, json, name, from, mode, acceptArchiving, rows);
    }

    Plan mode(Mode chosen, boolean accept) {
      return new Plan(format, mapping, mappingName, source, chosen, accept, rows);
    }
  }

  /**
   * How far it is, durably.
   *
   * @param rows read and dealt with
   * @param rejectedBytes length of the file of rejected rows
   * @param undoBytes length of the undo log; 0 when there is nothing to undo
   * @param resumptions how often a start of Winnow has resumed it since the last checkpoint
   */
  public record Position(long rows, long rejectedBytes, long undoBytes, int resumptions) {
    public static final Position BEGIN = new Position(0, 0, 0, 0);

    /** From the first row again, with the undo log as it is. */
    Position again() {
      return new Position(0, 0, undoBytes, 0);
    }

    Position resumed() {
      return new Position(rows, rejectedBytes, undoBytes, resumptions + 1);
    }
  }

  /** Whether there is something that an undo would take back. */
  public boolean undoable() {
    return position.undoBytes > 0 && !state.isBusy();
  }

  ImportRun as(State next) {
    return new ImportRun(id, by, upload, next, times, job, plan, counts, position, problem);
  }

  ImportRun with(Upload next) {
    return new ImportRun(id, by, next, state, times, job, plan, counts, position, problem);
  }

  ImportRun with(Plan next) {
    return new ImportRun(id, by, upload, state, times, job, next, counts, position, problem);
  }

  ImportRun at(Position next, Counts now) {
    return new ImportRun(id, by, upload, state, times, job, plan, now, next, problem);
  }

  ImportRun working(String newJob) {
    return new ImportRun(
        id, by, upload, state, times, Optional.of(newJob), plan, counts, position, problem);
  }

  ImportRun problem(Optional<Failure> failure) {
    return new ImportRun(id, by, upload, state, times, job, plan, counts, position, failure);
  }

  ImportRun started(Instant now) {
    Times next =
        new Times(times.createdAt, Optional.of(times.startedAt.orElse(now)), Optional.empty());
    return new ImportRun(id, by, upload, state, next, job, plan, counts, position, problem);
  }

  ImportRun finished(Instant now) {
    Times next = new Times(times.createdAt, times.startedAt, Optional.of(now));
    return new ImportRun(id, by, upload, state, next, job, plan, counts, position, problem);
  }
}
