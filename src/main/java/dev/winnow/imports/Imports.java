package dev.winnow.imports;

import dev.winnow.engine.Progress;
import dev.winnow.imports.ImportRun.Plan;
import dev.winnow.imports.ImportRun.Position;
import dev.winnow.imports.ImportRun.Times;
import dev.winnow.imports.ImportRun.Upload;
import dev.winnow.jobs.Job;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.FormatDetector;
import dev.winnow.tables.FormatGuess;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableFormatJson;
import dev.winnow.tables.TableProfile;
import dev.winnow.tables.TableProfiler;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tables on their way in: a file is stored, looked at, mapped, checked, and only then written; all
 * of it survives a stop. What an import wrote can be taken back.
 *
 * <p>An import that was running when Winnow stopped goes on by itself at the next start: somebody
 * wanted it to run, and a night's work should be there in the morning. One that has been resumed
 * {@value #MOST_RESUMPTIONS} times without coming a checkpoint further waits instead, since it may
 * be the cause.
 *
 * <p>Safe for use by many threads.
 */
public final class Imports {
  private static final int MOST_RESUMPTIONS = 3;
  private static final List<State> IDLE =
      List.of(State.READY, State.CHECKED, State.DONE, State.FAILED, State.CANCELLED, State.UNDONE);

  private final ImportServices services;
  private final Runs runs;
  private final ImportFolder files;
  private final ImportTables tables;
  private final ImportWork work;
  private final SavedMappings mappings;
  private final Uploads uploads = new Uploads();

  public Imports(ImportServices services) {
    this.services = services;
    this.runs = new Runs(services.database());
    this.files = new ImportFolder(services.folder());
    this.tables = new ImportTables(files, services.schema());
    this.work = new ImportWork(services, runs, tables);
    this.mappings = new SavedMappings(services.database(), services.schema(), services.clock());
  }

  /** The mappings that were kept. */
  public SavedMappings mappings() {
    return mappings;
  }

  /** Goes on with what Winnow's last stop has interrupted. */
  public void resume() {
    for (ImportRun run : runs.list().reversed()) {
      switch (run.state()) {
        case INSPECTING -> inspect(run);
        case CHECKING -> {
          var unused = runs.update(run.id(), each -> each.as(State.READY));
        }
        case RUNNING -> resume(run);
        case UNDOING -> {
          work.reserve(run.id());
          Job unused = work.undo(run);
        }
        case UPLOADING, READY, CHECKED, PAUSED, DONE, FAILED, CANCELLED, UNDONE -> {}
      }
    }
  }

  private void resume(ImportRun run) {
    if (!run.upload().stored()) {
      var unused =
          runs.update(
              run.id(),
              each ->
                  each.as(State.FAILED)
                      .problem(
                          Optional.of(
                              ImportWork.interrupted(
                                  "Winnow was stopped meanwhile. Run it again."))));
    } else if (run.position().resumptions() >= MOST_RESUMPTIONS) {
      var unused =
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
      Job unused = write(next);
    }
  }

  /** The latest first. */
  public List<ImportRun> list() {
    return runs.list();
  }

  /**
   * @throws WinnowException IMPORT_NOT_FOUND
   */
  public ImportRun get(String id) {
    return runs.get(id);
  }

  /** How far it is this moment; empty when no work goes on. */
  public Optional<Live> live(String id) {
    return work.live(id);
  }

  /**
   * Makes an import whose file is still to come.
   *
   * @param name of the file, as the user calls it
   * @param size in bytes, or {@link ImportRun#UNKNOWN}
   * @throws WinnowException NO_SPACE when there is no room for it
   */
  public ImportRun create(String name, long size, Mode mode, String by) {
    ImportRun run = runs.add(id -> fresh(id, new Upload(name, size, 0, true), mode, by));
    files.make(run.id());
    try {
      Uploads.requireRoom(files.folder(run.id()), Math.max(0, size));
      return run;
    } catch (WinnowException e) {
      delete(run.id());
      throw e;
    }
  }

  private ImportRun fresh(String id, Upload upload, Mode mode, String by) {
    return new ImportRun(
        id,
        by,
        upload,
        State.UPLOADING,
        new Times(services.clock().instant(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        new Plan("", "", "", "import:" + upload.name(), mode, false, 0),
        Counts.NONE,
        Position.BEGIN,
        Optional.empty());
  }

  /**
   * Takes the next bytes of the file; with the last, its inspection begins. Where no size was said,
   * the end of the stream is the end of the file.
   *
   * @param offset how many bytes came before
   * @throws WinnowException UPLOAD_OFFSET, NO_SPACE, IMPORT_STATE
   */
  public ImportRun upload(String id, long offset, InputStream bytes) {
    ImportRun run = runs.update(id, List.of(State.UPLOADING), each -> each);
    long size = run.upload().size();
    long most = size == ImportRun.UNKNOWN ? Long.MAX_VALUE : size;
    Uploads.Received received = uploads.append(files.table(id), offset, most, bytes);
    boolean whole = size == ImportRun.UNKNOWN ? !received.broken() : received.length() == size;
    ImportRun next =
        runs.update(
            id,
            each ->
                whole
                    ? each.with(each.upload().whole(received.length())).as(State.INSPECTING)
                    : each.with(each.upload().received(received.length())));
    return whole ? inspect(next) : next;
  }

  /**
   * Stores another table that the mapping looks things up in, in place of an earlier one.
   *
   * @param name as the mapping says, without slashes
   */
  public void lookup(String id, String name, InputStream bytes) {
    ImportRun run = runs.get(id);
    if (name.isBlank()
        || name.equals("file")
        || name.startsWith(".")
        || name.length() > 200
        || name.chars().anyMatch(c -> c < ' ' || c == '/' || c == '\\')) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST, "This cannot be the name of a file here.");
    }
    Path file = files.lookup(run.id(), name);
    UndoLog.delete(file);
    if (uploads.append(file, 0, Long.MAX_VALUE, bytes).broken()) {
      UndoLog.delete(file);
    }
  }

  /** Looks at the file in another format. */
  public ImportRun format(String id, TableFormat format) {
    String json = TableFormatJson.write(format).toString();
    return inspect(
        runs.update(
            id,
            IDLE,
            run ->
                run.with(run.plan().format(json)).problem(Optional.empty()).as(State.INSPECTING)));
  }

  private ImportRun inspect(ImportRun run) {
    Job unused = work.read(run, "inspect", progress -> inspect(run.id(), progress));
    return runs.get(run.id());
  }

  private void inspect(String id, Progress progress) {
    ImportRun run = runs.get(id);
    Optional<Inspection> earlier = Inspection.read(files.inspection(id));
    FormatGuess guess =
        run.plan().format().isEmpty() || earlier.isEmpty()
            ? FormatDetector.detect(files.table(id), run.upload().name())
            : new FormatGuess(
                ImportTables.format(run),
                earlier.get().charsets(),
                earlier.get().certain(),
                earlier.get().sheets());
    TableFormat format = run.plan().format().isEmpty() ? guess.format() : ImportTables.format(run);
    String json = TableFormatJson.write(format).toString();
    ImportRun known = runs.update(id, each -> each.with(each.plan().format(json)));
    Live live = work.live(id).orElse(new Live(0, 0, Counts.NONE));
    try (RowSource source = tables.open(known, format)) {
      List<String> header = source.header();
      TableProfile profile =
          TableProfiler.profile(
              source,
              rows -> {
                live.at(rows, 0, Counts.NONE);
                progress.at(rows, 0);
              });
      new Inspection(guess.charsets(), guess.certain(), guess.sheets(), header, profile)
          .write(files.inspection(id));
      var unused =
          runs.update(
              id,
              each ->
                  each.with(each.plan().rows(profile.rows()))
                      .problem(Optional.empty())
                      .as(State.READY));
    }
  }

  /** What was seen of the table. */
  public Inspection inspection(String id) {
    ImportRun run = runs.get(id);
    return Inspection.read(files.inspection(run.id()))
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.IMPORT_STATE, "The table has not been looked at yet."));
  }

  /** How the table could be mapped: as one with the same columns was, or as its content tells. */
  public Proposed propose(String id) {
    Inspection seen = inspection(id);
    ImportRun run = runs.get(id);
    return new Proposals(services, mappings)
        .propose(seen, run.upload().name(), ImportTables.format(run));
  }

  /** How a table that is no file, such as a query's answer, could be mapped. */
  public Proposed propose(Inspection seen, String what) {
    return new Proposals(services, mappings).propose(seen, what, TableFormat.CSV);
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
    List<PreviewRow> unused = preview(id, mapping);
    name.ifPresent(each -> mappings.save(each, seen.header(), mapping, by));
    String json = MappingWriter.toJson(mapping).toString();
    String source = "import:" + name.orElse(present.upload().name());
    return runs.update(
        id,
        IDLE,
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
            IDLE,
            each -> {
              return wanting(each, mode, false).problem(Optional.empty()).as(State.CHECKING);
            });
    return work.read(run, "check", progress -> check(id, progress));
  }

  /** The import with what is wanted of it, when that can be done. */
  private ImportRun wanting(ImportRun run, Optional<Mode> mode, boolean acceptArchiving) {
    ColumnMapping mapping = tables.mapping(run);
    Mode wanted = mode.orElse(run.plan().mode());
    if (wanted == Mode.MIRROR) {
      Mirror.requireCustomers(mapping);
    }
    return run.with(run.plan().mode(wanted, acceptArchiving));
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
    var unused = runs.update(id, each -> each.as(report.isPresent() ? State.CHECKED : State.READY));
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
                  IDLE,
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
    ImportRun unused = runs.get(id);
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
                      ColumnMapping unused = tables.mapping(run);
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
      Job unused = undo(id);
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
    String json = MappingWriter.toJson(mapping).toString();
    ImportRun made = runs.add(id -> fresh(id, new Upload(what, 0, 0, false), settings.mode(), ""));
    files.make(made.id());
    try {
      Job unused =
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
