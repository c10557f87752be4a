package dev.winnow.imports;

import dev.winnow.engine.Progress;
import dev.winnow.imports.ImportRun.Plan;
import dev.winnow.imports.ImportRun.Position;
import dev.winnow.imports.ImportRun.Times;
import dev.winnow.imports.ImportRun.Upload;
import dev.winnow.mapping.JoinKey;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.FormatDetector;
import dev.winnow.tables.FormatGuess;
import dev.winnow.tables.RowSource;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableFormatJson;
import dev.winnow.tables.TableProfile;
import dev.winnow.tables.TableProfiler;
import dev.winnow.tables.Tables;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where files come in: they are stored, and then looked at. Safe for use by many threads. */
public final class Intake {
  private final ImportServices services;
  private final Runs runs;
  private final ImportFolder files;
  private final ImportTables tables;
  private final ImportWork work;
  private final Uploads uploads = new Uploads();

  Intake(ImportServices services, Runs runs, ImportTables tables, ImportWork work) {
    this.services = services;
    this.runs = runs;
    this.files = tables.files();
    this.tables = tables;
    this.work = work;
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
      runs.remove(run.id());
      files.delete(run.id());
      throw e;
    }
  }

  ImportRun fresh(String id, Upload upload, Mode mode, String by) {
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
        || name.equals(ImportFolder.TABLE)
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

  /**
   * Joins the table with another one that was stored before, by the column that both have, and
   * looks at both anew; a mapping that was set is given up.
   *
   * @throws WinnowException INVALID_FILE, INVALID_MAPPING when no column joins them, IMPORT_STATE
   */
  public ImportRun join(String id, String name) {
    Inspection seen =
        Inspection.read(files.inspection(runs.get(id).id())).orElseThrow(Imports::unseen);
    Path file = files.lookup(id, name);
    TableFormat format = FormatDetector.detect(file, name).format();
    try (RowSource other = Tables.open(file, format)) {
      return joined(id, joins -> joins.with(JoinKey.find(name, other, seen.profile())));
    }
  }

  /** Takes another table away again. */
  public ImportRun part(String id, String name) {
    return joined(id, joins -> joins.without(name));
  }

  private ImportRun joined(String id, UnaryOperator<Joins> change) {
    ImportRun present = runs.get(id);
    Joins joins = change.apply(tables.joins(present));
    return inspect(
        runs.update(
            id,
            State.IDLE,
            run -> {
              joins.write(files.joins(id));
              return run.with(run.plan().mapping("", "", run.plan().source()))
                  .problem(Optional.empty())
                  .as(State.INSPECTING);
            }));
  }

  /** Looks at the file in another format. */
  public ImportRun format(String id, TableFormat format) {
    String json = TableFormatJson.write(format).toString();
    return inspect(
        runs.update(
            id,
            State.IDLE,
            run ->
                run.with(run.plan().format(json)).problem(Optional.empty()).as(State.INSPECTING)));
  }

  /** Begins to look at the file; the import is in its state {@link State#INSPECTING}. */
  ImportRun inspect(ImportRun run) {
    var _ = work.read(run, "inspect", progress -> inspect(run.id(), progress));
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
      var _ =
          runs.update(
              id,
              each ->
                  each.with(each.plan().rows(profile.rows()))
                      .problem(Optional.empty())
                      .as(State.READY));
    }
  }
}
