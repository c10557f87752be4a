package dev.winnow.jobs;

import dev.winnow.engine.Progress;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * All background work, each piece in a thread of its own. Beginnings and ends are on disk: what was
 * running when Winnow stopped is {@link Job.State#INTERRUPTED} after the next start, until whoever
 * began it resumes it. The latest {@value #MOST_KEPT} finished jobs are kept.
 *
 * <p>Safe for use by many threads.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
  private static final int MOST_KEPT = 200;

  private final Table<Job> table;
  private final Database database;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("winnow-job-", 0).factory());
  private final Map<String, Running> running = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /** What a job does; it says how far it is, and stops when saying so throws. */
  @FunctionalInterface
  public interface Work {
    void run(Progress progress) throws Exception;
  }

  private static final class Running {
    private final CompletableFuture<Job> end = new CompletableFuture<>();
    private final boolean cancellable;
    private volatile Job job;
    private volatile boolean cancelled;

    private Running(Job job, boolean cancellable) {
      this.job = job;
      this.cancellable = cancellable;
    }
  }

  public Jobs(Database database, Clock clock) {
    this.database = database;
    this.table = database.table("jobs", Job.class);
    this.clock = clock;
    database.run(
        () ->
            table.values().stream()
                .filter(job -> job.state() == Job.State.RUNNING)
                .forEach(job -> table.put(job.id(), job.as(Job.State.INTERRUPTED))));
  }

  /** Starts work that is to be carried through, and returns at once. */
  public Job start(String kind, String what, Work work) {
    return start(kind, what, work, false);
  }

  /** Starts work that leaves nothing half done wherever it stops, so that anybody may stop it. */
  public Job startCancellable(String kind, String what, Work work) {
    return start(kind, what, work, true);
  }

  /**
   * Has work stop as soon as it can; it may come to its end before.
   *
   * @throws WinnowException JOB_NOT_CANCELLABLE when it has ended, or must be carried through
   */
  public void cancel(String id) {
    Running mine = running.get(id);
    if (mine == null || !mine.cancellable) {
      throw new WinnowException(
          ProblemCode.JOB_NOT_CANCELLABLE,
          mine == null ? "The job has ended." : "Work of this kind has to be carried through.");
    }
    mine.cancelled = true;
  }

  private Job start(String kind, String what, Work work, boolean cancellable) {
    Job job =
        database.write(
            () -> {
              Job fresh = fresh(kind, what);
              table.put(fresh.id(), fresh);
              forgetOld();
              return fresh;
            });
    return begin(job, work, cancellable);
  }

  /** Starts the work of an interrupted job once more, under its old id. */
  public Job resume(Job interrupted, Work work) {
    Job job = interrupted.as(Job.State.RUNNING).at(0, 0);
    table.put(job.id(), job);
    return begin(job, work, false);
  }

  /** All jobs that are known, the latest first. */
  public List<Job> list() {
    return table.values().reversed().stream().map(this::current).toList();
  }

  public Optional<Job> get(String id) {
    return id.matches("\\d{1,18}") ? table.get(id).map(this::current) : Optional.empty();
  }

  /** What Winnow's last stop has interrupted, of a kind, the oldest first. */
  public List<Job> interrupted(String kind) {
    return table.values().stream()
        .filter(job -> job.state() == Job.State.INTERRUPTED && job.kind().equals(kind))
        .toList();
  }

  /** Waits until a job has ended, and returns it as it is then; empty when there is no such job. */
  public Optional<Job> await(String id) {
    Running mine = running.get(id);
    return mine == null ? get(id) : Optional.of(mine.end.join());
  }

  /** Tells all work to stop, and waits until it has. */
  @Override
  public void close() {
    closing = true;
    threads.close();
  }

  private Job fresh(String kind, String what) {
    long last =
        table.entries().isEmpty() ? 0 : Long.parseLong(table.entries().lastEntry().getKey());
    return new Job(
        String.format(Locale.ROOT, "%08d", last + 1),
        kind,
        what,
        Job.State.RUNNING,
        0,
        0,
        clock.instant(),
        Optional.empty(),
        Optional.empty());
  }

  private void forgetOld() {
    List<String> finished = new ArrayList<>();
    for (Job job : table.values()) {
      if (job.state() != Job.State.RUNNING) {
        finished.add(job.id());
      }
    }
    finished.subList(0, Math.max(0, finished.size() - MOST_KEPT)).forEach(table::remove);
  }

  private Job begin(Job job, Work work, boolean cancellable) {
    Running mine = new Running(job, cancellable);
    running.put(job.id(), mine);
    threads.execute(() -> run(mine, work));
    return job;
  }

  private void run(Running mine, Work work) {
    Job end = mine.job;
    try {
      work.run((done, total) -> at(mine, done, total));
      end = mine.job.finished(clock.instant(), Optional.empty());
      table.put(end.id(), end);
    } catch (CancellationException e) {
      end = stopped(mine);
    } catch (Exception e) {
      report(mine.job, e);
      end = mine.job.finished(clock.instant(), Optional.of(problem(e)));
      table.put(end.id(), end);
    } finally {
      running.remove(end.id());
      mine.end.complete(end);
    }
  }

  private Job stopped(Running mine) {
    if (!mine.cancelled) {
      return mine.job.as(Job.State.INTERRUPTED);
    }
    Job end = mine.job.cancelled(clock.instant());
    table.put(end.id(), end);
    return end;
  }

  private void at(Running mine, long done, long total) {
    mine.job = mine.job.at(done, total);
    if (closing || mine.cancelled) {
      throw new CancellationException();
    }
  }

  private Job current(Job stored) {
    Running mine = running.get(stored.id());
    return mine == null ? stored : mine.job;
  }

  /** What went wrong with somebody's data is said in a line; only our own faults need a trace. */
  private static void report(Job job, Exception e) {
    String what = "%s %s (job %s)".formatted(job.kind(), job.what(), job.id());
    if (e instanceof WinnowException) {
      LOG.log(Level.WARNING, () -> what + " ended: " + e.getMessage());
    } else {
      LOG.log(Level.WARNING, e, () -> what + " failed.");
    }
  }

  private static String problem(Exception e) {
    String message = e instanceof WinnowException ? e.getMessage() : null;
    return message == null ? "It failed unexpectedly: " + e : message;
  }
}
