package dev.winnow.imports;

import dev.winnow.imports.ImportRun.Plan;
import dev.winnow.imports.ImportRun.Upload;
import dev.winnow.jobs.Job;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.RowSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Starts imports, stops them, lets them go on and takes them back.
 *
 * <p>An import that was running when Winnow stopped goes on by itself at the next start: somebody
 * wanted it to run, and a night's work should be there in the morning. One that has been resumed
 * {@value #MOST_RESUMPTIONS} times without coming a checkpoint further waits instead, since it may
 * be the cause.
 *
 * <p>Safe for use by many threads.
 */
public final class ImportControl {
  private static final int MOST_RESUMPTIONS = 3;

  private final ImportServices services;
  private final Runs runs;
  private final ImportFolder files;
  private final ImportTables tables;
  private final ImportWork work;
  private final Intake intake;

  ImportControl(
      ImportServices services, Runs runs, ImportTables tables, ImportWork work, Intake intake) {
    this.services = services;
    this.runs = runs;
    this.files = tables.files();
    this.tables = tables;
    this.work = work;
    this.intake = intake;
  }

  /** Goes on with what Winnow's last stop has interrupted. */
  void resumeAll() {
    for (ImportRun run : runs.list().reversed()) {
      switch (run.state()) {
        case INSPECTING -> intake.inspect(run);
        case CHECKING -> {
          var _ = runs.update(run.id(), each -> each.as(State.READY));
        }
        case RUNNING -> resume(run);
        case UNDOING -> {
          work.reserve(run.id());
          var _ = work.undo(run);
        }
        case UPLOADING, READY, CHECKED, PAUSED, DONE, FAILED, CANCELLED, UNDONE -> {}
      }
    }
  }

  private void resume(ImportRun run) {
    if (!run.upload().stored()) {
      var _ =
          runs.update(
              run.id(),
              each ->
                  each.as(State.FAILED)
                      .problem(
                          Optional.of(
                              ImportWork.interrupted(
                                  "Winnow was stopped meanwhile. Run it again."))));
    } else if (run.position().resumptions() >= MOST_RESUMPTIONS) {
      var _ =
          runs.update(
              run.id(),
              each ->
                  each.as(State.PAUSED)
                      .problem(
                          Optional.of(
                              ImportWork.interrupted(
                                  "Winnow was stopped again and again at this place."))));
    } else {
      work.reserve(run.id());
      ImportRun next =
          runs.update(run.id(), each -> each.at(each.position().resumed(), each.counts()));
      var _ = write(next);
    }
  }

  /**
   * Begins to write, from the first row on.
   *
   * @param acceptArchiving whether a mirror may archive many customers
   */
  public Job start(String id, Optional<Mode> mode, boolean acceptArchiving) {
    return reserved(
        id,
        () -> {
          ImportRun run =
              runs.update(
                  id,
                  State.IDLE,
                  each -> {
                    return wanting(each, mode, acceptArchiving)
                        .at(each.position().again(), Counts.NONE)
                        .problem(Optional.empty())
                        .started(services.clock().instant())
                        .as(State.RUNNING);
                  });
          return write(run);
        });
  }

  private Job write(ImportRun run) {
    return work.write(run, mapping -> tables.open(run, mapping));
  }

  private Job reserved(String id, Supplier<Job> start) {
    var _ = runs.get(id);
    work.reserve(id);
    try {
      return start.get();
    } catch (RuntimeException e) {
      work.free();
      throw e;
    }
  }

  /** Goes on from the last checkpoint. */
  public Job resume(String id) {
    return reserved(
        id,
        () ->
            write(
                runs.update(
                    id,
                    List.of(State.PAUSED, State.FAILED),
                    run -> {
                      var _ = tables.mapping(run);
                      return run.problem(Optional.empty()).as(State.RUNNING);
                    })));
  }

  /** Stops at the next checkpoint, to go on later. */
  public ImportRun pause(String id) {
    ImportRun run = runs.update(id, List.of(State.RUNNING), each -> each);
    work.live(id).ifPresent(live -> live.wish(Live.Wish.PAUSE));
    return run;
  }

  /**
   * Stops for good.
   *
   * @param undo whether what was written is taken back
   */
  public ImportRun cancel(String id, boolean undo) {
    ImportRun run =
        runs.update(
            id, List.of(State.RUNNING, State.CHECKING, State.PAUSED, State.FAILED), each -> each);
    if (run.state().isBusy()) {
      Live.Wish wish = undo ? Live.Wish.CANCEL_AND_UNDO : Live.Wish.CANCEL;
      work.live(id).ifPresent(live -> live.wish(wish));
      return run;
    }
    if (undo && run.undoable()) {
      var _ = undo(id);
      return runs.get(id);
    }
    return runs.update(id, each -> each.as(State.CANCELLED));
  }

  /** Begins to take back what the import has written. */
  public Job undo(String id) {
    return reserved(
        id,
        () -> {
          ImportRun run =
              runs.update(
                  id,
                  each -> {
                    if (!each.undoable()) {
                      throw new WinnowException(
                          ProblemCode.IMPORT_STATE, "There is nothing to take back.");
                    }
                    return each.problem(Optional.empty()).as(State.UNDOING);
                  });
          return work.undo(run);
        });
  }

  /** The import with what is wanted of it, when that can be done. */
  ImportRun wanting(ImportRun run, Optional<Mode> mode, boolean acceptArchiving) {
    ColumnMapping mapping = tables.mapping(run);
    Mode wanted = mode.orElse(run.plan().mode());
    if (wanted == Mode.MIRROR) {
      Mirror.requireCustomers(mapping);
    }
    return run.with(run.plan().mode(wanted, acceptArchiving));
  }

  ImportRun run(
      RowSource source,
      long expectedRows,
      ColumnMapping mapping,
      ImportSettings settings,
      String what) {
    String json = MappingWriter.toJson(mapping).toString();
    ImportRun made =
        runs.add(id -> intake.fresh(id, new Upload(what, 0, 0, false), settings.mode(), ""));
    files.make(made.id());
    try {
      var _ =
          reserved(
              made.id(),
              () ->
                  work.write(
                      runs.update(
                          made.id(),
                          each ->
                              each.with(
                                      new Plan(
                                          "",
                                          json,
                                          "",
                                          settings.source(),
                                          settings.mode(),
                                          settings.acceptArchiving(),
                                          expectedRows))
                                  .started(services.clock().instant())
                                  .as(State.RUNNING)),
                      _ -> source));
      return runs.get(made.id());
    } catch (RuntimeException e) {
      source.close();
      runs.remove(made.id());
      files.delete(made.id());
      throw e;
    }
  }
}
