package dev.winnow.imports;

import dev.winnow.engine.Progress;
import dev.winnow.jobs.Job;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tables on their way in: a file is stored, looked at, mapped, checked, and only then written; all
 * of it survives a stop. What an import wrote can be taken back.
 *
 * <p>Safe for use by many threads.
 */
public final class Imports {
  private final ImportServices services;
  private final Runs runs;
  private final ImportFolder files;
  private final ImportTables tables;
  private final ImportWork work;
  private final SavedMappings mappings;
  private final Intake intake;
  private final ImportControl control;

  public Imports(ImportServices services) {
    this.services = services;
    this.runs = new Runs(services.database());
    this.files = new ImportFolder(services.folder());
    this.tables = new ImportTables(files, services.schema());
    this.work = new ImportWork(services, runs, tables);
    this.intake = new Intake(services, runs, tables, work);
    this.control = new ImportControl(services, runs, tables, work, intake);
    this.mappings = new SavedMappings(services.database(), services.schema(), services.clock());
  }

  /** The mappings that were kept. */
  public SavedMappings mappings() {
    return mappings;
  }

  /** The latest first. */
  public List<ImportRun> list() {
    return runs.list();
  }

  /**
   * The import with an id, as it is now.
   *
   * @throws WinnowException IMPORT_NOT_FOUND
   */
  public ImportRun get(String id) {
    return runs.get(id);
  }

  /** How far it is this moment; empty when no work goes on. */
  public Optional<Live> live(String id) {
    return work.live(id);
  }

  /** Where imports are started, stopped and taken back. */
  public ImportControl control() {
    return control;
  }

  /** Goes on with what Winnow's last stop has interrupted. */
  public void resume() {
    control.resumeAll();
  }

  /**
   * Begins to write a table that is no file, such as a query's answer; it cannot be resumed.
   *
   * @param source closed at the end
   * @param expectedRows 0 when nobody knows
   * @param what the table is, as people call it
   * @throws WinnowException IMPORT_BUSY when another import is writing
   */
  public ImportRun run(
      RowSource source,
      long expectedRows,
      ColumnMapping mapping,
      ImportSettings settings,
      String what) {
    return control.run(source, expectedRows, mapping, settings, what);
  }

  /** Where files come in. */
  public Intake intake() {
    return intake;
  }

  /** What was seen of the table. */
  public Inspection inspection(String id) {
    ImportRun run = runs.get(id);
    return Inspection.read(files.inspection(run.id())).orElseThrow(Imports::unseen);
  }

  static WinnowException unseen() {
    return new WinnowException(ProblemCode.IMPORT_STATE, "The table has not been looked at yet.");
  }

  /** How the table could be mapped: as one with the same columns was, or as its content tells. */
  public Proposed propose(String id) {
    Inspection seen = inspection(id);
    ImportRun run = runs.get(id);
    return new Proposals(services, mappings)
        .propose(seen, run.upload().name(), ImportTables.format(run), tables.joins(run));
  }

  /** How a table that is no file, such as a query's answer, could be mapped. */
  public Proposed propose(Inspection seen, String what) {
    return new Proposals(services, mappings)
        .propose(seen, what, TableFormat.CSV, new Joins(List.of()));
  }

  /**
   * Sets how the table becomes customers and activities.
   *
   * @param name under which the mapping is kept; empty for not at all
   * @throws WinnowException INVALID_MAPPING when the table lacks one of its columns
   */
  public ImportRun mapping(String id, ColumnMapping mapping, Optional<String> name, String by) {
    ImportRun present = runs.get(id);
    Inspection seen = inspection(id);
    var _ = preview(id, mapping);
    name.ifPresent(each -> mappings.save(each, seen.header(), mapping, by));
    String json = MappingWriter.toJson(mapping).toString();
    String source = "import:" + name.orElse(present.upload().name());
    return runs.update(
        id,
        State.IDLE,
        run ->
            run.with(run.plan().mapping(json, name.orElse(""), source))
                .problem(Optional.empty())
                .as(State.READY));
  }

  /** What the first rows would become. */
  public List<PreviewRow> preview(String id, ColumnMapping mapping) {
    ImportRun run = runs.get(id);
    ColumnMapping here = mapping.withFormat(ImportTables.format(run));
    try (RowSource source = tables.open(run, here)) {
      return new Previews(services).of(source, here);
    }
  }

  /** The mapping that was set. */
  public ColumnMapping mapping(String id) {
    return tables.mapping(runs.get(id));
  }

  /** Begins to find out what the import would do. */
  public Job check(String id, Optional<Mode> mode) {
    ImportRun run =
        runs.update(
            id,
            State.IDLE,
            each -> {
              return control
                  .wanting(each, mode, false)
                  .problem(Optional.empty())
                  .as(State.CHECKING);
            });
    return work.read(run, "check", progress -> check(id, progress));
  }

  private void check(String id, Progress progress) {
    ImportRun run = runs.get(id);
    ColumnMapping mapping = tables.mapping(run);
    Live live = work.live(id).orElseThrow();
    Optional<Report> report;
    try (RowSource source = tables.open(run, mapping)) {
      report =
          new Checker(services, run, mapping, live)
              .check(source, inspection(id).profile(), progress);
    }
    report.ifPresent(each -> Inspection.write(files.report(id), each));
    var _ = runs.update(id, each -> each.as(report.isPresent() ? State.CHECKED : State.READY));
  }

  /** The file with the last report, as JSON. */
  public Path report(String id) {
    Path file = files.report(runs.get(id).id());
    if (!Files.exists(file)) {
      throw new WinnowException(ProblemCode.IMPORT_STATE, "The import has not been checked yet.");
    }
    return file;
  }

  /** The file with the rows that were rejected. */
  public Path rejected(String id) {
    Path file = files.rejected(runs.get(id).id());
    if (!Files.exists(file)) {
      throw new WinnowException(ProblemCode.IMPORT_STATE, "The import has not run yet.");
    }
    return file;
  }

  /** Forgets the file and the reports, not what was imported. */
  public void delete(String id) {
    ImportRun run = runs.get(id);
    if (run.state().isBusy()) {
      throw new WinnowException(
          ProblemCode.IMPORT_STATE,
          "The import is %s. Wait until that has ended, or cancel it."
              .formatted(run.state().code()));
    }
    runs.remove(id);
    files.delete(id);
  }
}
