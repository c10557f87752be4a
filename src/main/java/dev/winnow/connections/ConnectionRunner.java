package dev.winnow.connections;

import dev.winnow.connections.ConnectionRun.State;
import dev.winnow.connections.ConnectionRun.Written;
import dev.winnow.engine.Progress;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.JdbcSource;
import dev.winnow.tables.Watermark;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads connections in the background, each by one run at a time. The watermark moves when all rows
 * of a run are on disk; a run that fails leaves it where it is, and since rows replace by id,
 * reading them again does no harm.
 */
public final class ConnectionRunner {
  /** Kind of the jobs. */
  public static final String JOB = "connection";

  private final Connections connections;
  private final ConnectionReader reader;
  private final ConnectionMappings mappings;
  private final Intake intake;
  private final Jobs jobs;
  private final Clock clock;
  private final ZoneId zone;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param zone of the times that the databases write without one
   */
  public ConnectionRunner(
      Connections connections,
      ConnectionReader reader,
      ConnectionMappings mappings,
      Intake intake,
      Jobs jobs,
      Clock clock,
      ZoneId zone) {
    this.connections = connections;
    this.reader = reader;
    this.mappings = mappings;
    this.intake = intake;
    this.jobs = jobs;
    this.clock = clock;
    this.zone = zone;
  }

  public boolean isBusy(String name) {
    return busy.contains(name);
  }

  /** How many are being read. */
  int running() {
    return busy.size();
  }

  /**
   * Begins a run.
   *
   * @param by who asked for it; empty for the schedule
   * @throws WinnowException CONNECTION_BUSY when one is under way
   */
  public Job begin(String name, Optional<String> by) {
    Connection connection = connections.get(name);
    refuseIfBusy(name, busy.add(name));
    try {
      Optional<Watermark> from = ConnectionReader.from(connection, connections.state(name));
      ConnectionRun run = connections.begun(connection, by, from.map(Watermark::text));
      CompletableFuture<String> id = new CompletableFuture<>();
      Job job =
          jobs.start(JOB, name, progress -> run(connection, run.in(id.join()), from, progress));
      id.complete(job.id());
      return job;
    } catch (RuntimeException e) {
      busy.remove(name);
      throw e;
    }
  }

  /** Forgets a connection that is not being read. */
  public void delete(String name) {
    refuseIfBusy(name, busy.add(name));
    try {
      connections.delete(name);
    } finally {
      busy.remove(name);
    }
  }

  private static void refuseIfBusy(String name, boolean free) {
    if (!free) {
      throw new WinnowException(
          ProblemCode.CONNECTION_BUSY,
          "The connection %s is being read. Wait until the run has ended.".formatted(name));
    }
  }

  private void run(
      Connection connection, ConnectionRun run, Optional<Watermark> from, Progress progress) {
    ConnectionRun end = run.as(State.INTERRUPTED, clock.instant());
    try {
      connections.put(connection.name(), run);
      ConnectionRun done = reader.read(connection, from, rows -> write(connection, run, rows, progress));
      end = done.as(State.DONE, clock.instant());
    } catch (CancellationException e) {
      end = run.as(State.INTERRUPTED, clock.instant());
      throw e;
    } catch (WinnowException e) {
      end = run.failing(e.faults()).as(State.FAILED, clock.instant());
      throw e;
    } catch (RuntimeException e) {
      Fault fault = Fault.at("", "It failed unexpectedly: " + e.getClass().getSimpleName());
      end = run.failing(List.of(fault)).as(State.FAILED, clock.instant());
      throw e;
    } finally {
      try {
        connections.ended(connection, end);
      } finally {
        busy.remove(connection.name());
      }
    }
  }

  private ConnectionRun write(
      Connection connection, ConnectionRun run, JdbcSource rows, Progress progress) {
    Written written = intake.write(connection, mappings.of(connection), rows, progress);
    Optional<String> last = connections.state(connection.name()).watermark();
    Optional<String> mark =
        rows.greatest()
            .map(greatest -> greatest.notAfter(run.startedAt(), zone))
            .map(greatest -> last.map(Watermark::parse).map(old -> old.max(greatest)).orElse(greatest))
            .map(Watermark::text)
            .or(() -> last);
    return run.wrote(written).to(mark);
  }
}
