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
      ConnectionRun done =
          reader.read(connection, from, rows -> write(connection, run, rows, progress));
      end = done.as(State.DONE, clock.instant());
    } catch (CancellationException e) {
      end = run.as(State.INTERRUPTED, clock.instant());
      throw e;
    } catch (WinnowException e) {
      end = failed(connection, run, e);
      throw e;
    } catch (RuntimeException e) {
      Fault fault = Fault.at("", "It failed unexpectedly: " + e.getClass().getSimpleName());
      end = run.failing(List.of(fault)).as(State.FAILED, clock.instant());
      throw e;
    } finally {
      end(connection, end);
    }
  }

  /** What the schedule wanted while another import was writing waits for a minute. */
  private ConnectionRun failed(Connection connection, ConnectionRun run, WinnowException e) {
    ConnectionRun last = latest(connection, run);
    return e.code() == ProblemCode.IMPORT_BUSY && run.by().isEmpty()
        ? last.as(State.POSTPONED, clock.instant())
        : last.failing(e.faults()).as(State.FAILED, clock.instant());
  }

  /** The run with what was noted of it meanwhile. */
  private ConnectionRun latest(Connection connection, ConnectionRun run) {
    return connections.runs(connection.name()).stream()
        .filter(each -> each.number() == run.number())
        .findFirst()
        .orElse(run);
  }

  private void end(Connection connection, ConnectionRun run) {
    try {
      intake.forget(connections.ended(connection, run));
    } finally {
      busy.remove(connection.name());
    }
  }

  private ConnectionRun write(
      Connection connection, ConnectionRun run, JdbcSource rows, Progress progress) {
    Written written =
        intake.write(
            connection,
            mappings.of(connection),
            rows,
            progress,
            id ->
                connections.put(
                    connection.name(), run.wrote(new Written(RunCounts.NONE, Optional.of(id)))));
    Optional<Watermark> last =
        connections.state(connection.name()).watermark().map(Watermark::parse);
    Optional<Watermark> mark =
        rows.greatest()
            .map(greatest -> greatest.notAfter(run.startedAt(), zone))
            .map(greatest -> last.map(old -> old.max(greatest)).orElse(greatest))
            .or(() -> last);
    return run.wrote(written).to(mark.map(Watermark::text));
  }
}
