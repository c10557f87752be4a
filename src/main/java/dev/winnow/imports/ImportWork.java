package dev.winnow.imports;

import dev.winnow.engine.Progress;
import dev.winnow.imports.ImportRun.Position;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs.Work;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.RowSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The background work of imports. Only one writes at a time, so that their rates and their undos
 * are their own; any number may be inspected and checked meanwhile.
 */
final class ImportWork {
  private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
  private static final String NOBODY = "";

  private final ImportServices services;
  private final Runs runs;
  private final ImportTables tables;
  private final Map<String, Live> lives = new ConcurrentHashMap<>();
  private final AtomicReference<String> writing = new AtomicReference<>(NOBODY);

  ImportWork(ImportServices services, Runs runs, ImportTables tables) {
    this.services = services;
    this.runs = runs;
    this.tables = tables;
  }

  Optional<Live> live(String id) {
    return Optional.ofNullable(lives.get(id));
  }

  /** Begins work that only reads. */
  Job read(ImportRun run, String kind, Work work) {
    lives.put(run.id(), new Live(0, run.plan().rows(), run.counts()));
    return begin(run, kind, work, () -> {});
  }

  /** Begins to write the table; the import is in its state {@link State#RUNNING}. */
  Job write(ImportRun run, Function<ColumnMapping, RowSource> open) {
    lives.put(run.id(), new Live(run.position().rows(), run.plan().rows(), run.counts()));
    return begin(run, "import", progress -> write(run.id(), open, progress), this::free);
  }

  /** Begins to take back; the import is in its state {@link State#UNDOING}. */
  Job undo(ImportRun run) {
    lives.put(run.id(), new Live(0, 0, run.counts()));
    return begin(run, "undo", progress -> undo(run.id(), progress), this::free);
  }

  /** Lets nobody else write; refuses when somebody does. */
  void reserve(String id) {
    if (!writing.compareAndSet(NOBODY, id)) {
      throw new WinnowException(
          ProblemCode.IMPORT_BUSY,
          "The import %s is writing. Start this one when that has ended.".formatted(writing.get()));
    }
  }

  void free() {
    writing.set(NOBODY);
  }

  private Job begin(ImportRun run, String kind, Work work, Runnable end) {
    Work whole =
        progress -> {
          try {
            work.run(progress);
          } catch (CancellationException e) {
            throw e;
          } catch (Exception e) {
            fail(run.id(), e);
            throw e;
          } finally {
            lives.remove(run.id());
            end.run();
          }
        };
    Job job =
        services.jobs().interrupted(kind).stream()
            .filter(each -> each.what().equals(run.id()))
            .findFirst()
            .map(each -> services.jobs().resume(each, whole))
            .orElseGet(() -> services.jobs().start(kind, run.id(), whole));
    var _ = runs.update(run.id(), each -> each.working(job.id()));
    return job;
  }

  private void fail(String id, Exception e) {
    try {
      var _ =
          runs.update(
              id,
              run ->
                  run.as(State.FAILED)
                      .problem(Optional.of(Failure.of(e, run.upload().name())))
                      .finished(services.clock().instant()));
    } catch (RuntimeException another) {
      LOG.log(Level.WARNING, another, () -> "It could not be noted that " + id + " failed.");
    }
  }

  private void write(String id, Function<ColumnMapping, RowSource> open, Progress progress)
      throws Exception {
    ImportRun run = runs.get(id);
    Live live = lives.getOrDefault(id, new Live(0, 0, run.counts()));
    ColumnMapping mapping = tables.mapping(run);
    if (run.plan().mode() == Mode.MIRROR && run.upload().stored()) {
      requireTrust(run, mapping, live, progress);
    }
    try (RowSource source = open.apply(mapping)) {
      new Runner(services, runs, run, live).run(source, mapping, tables.files(), progress);
    }
    switch (live.wish()) {
      case GO_ON -> end(id, State.DONE);
      case PAUSE -> end(id, State.PAUSED);
      case CANCEL -> end(id, State.CANCELLED);
      case CANCEL_AND_UNDO -> {
        var _ = runs.update(id, each -> each.as(State.UNDOING));
        undo(id, progress);
      }
    }
  }

  /**
   * Goes over the table once before a mirror writes anything of a table that is not to be trusted.
   */
  private void requireTrust(ImportRun run, ColumnMapping mapping, Live live, Progress progress) {
    if (run.plan().acceptArchiving()) {
      return;
    }
    try (RowSource source = tables.open(run, mapping)) {
      new Checker(services, run, mapping, live).requireTrust(source, progress);
    }
  }

  private void end(String id, State state) {
    var _ = runs.update(id, run -> run.as(state).finished(services.clock().instant()));
  }

  private void undo(String id, Progress progress) throws Exception {
    ImportRun run = runs.get(id);
    long kept = new Undoer(services, run.plan().source(), progress).undo(tables.files().undo(id));
    UndoLog.delete(tables.files().undo(id));
    var _ =
        runs.update(
            id,
            each ->
                each.as(State.UNDONE)
                    .at(Position.BEGIN, run.counts().kept(kept))
                    .finished(services.clock().instant()));
  }

  /** Why an import that Winnow's last stop has interrupted cannot go on by itself. */
  static Failure interrupted(String detail) {
    return new Failure(ProblemCode.UNAVAILABLE, List.of(Fault.at("", detail)));
  }
}
