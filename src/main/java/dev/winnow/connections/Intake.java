package dev.winnow.connections;

import dev.winnow.connections.ConnectionRun.Written;
import dev.winnow.engine.Progress;
import dev.winnow.imports.Counts;
import dev.winnow.imports.ImportRun;
import dev.winnow.imports.ImportSettings;
import dev.winnow.imports.Imports;
import dev.winnow.imports.Mode;
import dev.winnow.jobs.Jobs;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.RowSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Takes a connection's rows into Winnow as an import, which has the report and can be undone. */
public final class Intake {
  private final Imports imports;
  private final Jobs jobs;

  public Intake(Imports imports, Jobs jobs) {
    this.imports = imports;
    this.jobs = jobs;
  }

  /**
   * Writes all rows; they are on disk when this returns.
   *
   * @param begun told of the import's id
   * @throws WinnowException why it failed: IMPORT_BUSY when another import is writing, and then
   *     nothing was read
   */
  Written write(
      Connection connection,
      ColumnMapping mapping,
      RowSource rows,
      Progress progress,
      Consumer<String> begun) {
    ImportSettings settings =
        new ImportSettings(
            connection.source(), Mode.of(connection.mode()).orElse(Mode.UPSERT), false);
    ImportRun run = imports.run(rows, 0, mapping, settings, connection.label());
    begun.accept(run.id());
    var _ = run.job().flatMap(jobs::await);
    ImportRun end = imports.get(run.id());
    progress.at(end.counts().read(), end.counts().read());
    return switch (end.state()) {
      case DONE -> written(end);
      case FAILED ->
          throw end.problem()
              .map(failure -> new WinnowException(failure.code(), failure.faults()))
              .orElseGet(Intake::stopped);
      case PAUSED, CANCELLED, UNDOING, UNDONE -> throw stopped();
      case UPLOADING, INSPECTING, READY, CHECKING, CHECKED, RUNNING ->
          throw new CancellationException();
    };
  }

  private static WinnowException stopped() {
    return new WinnowException(
        ProblemCode.IMPORT_STATE,
        "The import was stopped by hand. The next run reads the same rows again.");
  }

  /** An import in which nothing happened is not kept: there may be many in a day. */
  private Written written(ImportRun end) {
    Counts counts = end.counts();
    RunCounts all =
        new RunCounts(
            counts.read(),
            counts.added(),
            counts.changed(),
            counts.unchanged(),
            counts.rejected(),
            counts.archived(),
            counts.skipped());
    if (all.quiet()) {
      imports.delete(end.id());
      return new Written(all, Optional.empty());
    }
    return new Written(all, Optional.of(end.id()));
  }

  /** Forgets the reports of runs that are no longer kept, not what they wrote. */
  void forget(List<String> ids) {
    for (ImportRun run : imports.list()) {
      if (ids.contains(run.id()) && !run.state().isBusy()) {
        imports.delete(run.id());
      }
    }
  }
}
