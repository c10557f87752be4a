package dev.winnow;

import dev.winnow.imports.Mode;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingReader;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.SchemaReader;
import dev.winnow.tables.TableFormat;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code winnow import}: a table in. */
@Command(
    name = "import",
    description = {
      "Imports customers or activities from a table: CSV, fixed width, XLSX or NDJSON, packed or"
          + " not. How it is written is found out; what its columns are is proposed, or said by a"
          + " mapping.",
      "Rows replace by id, so the same import can be run again. Bad rows are rejected with their"
          + " reasons, and the others go on. What was imported can be taken back in the browser.",
      "Works while the server runs and while it does not."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolder folder = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "The table.")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "How its columns become fields (see docs/mappings). Without it, a mapping is proposed.")
  private @Nullable Path mapping;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description =
          "add: only what is not there; update: only what is there; upsert: both; mirror: both, and"
              + " customers that this source no longer has are archived (default: upsert).")
  private Mode mode = Mode.UPSERT;

  @Option(names = "--check", description = "Only says what would happen.")
  private boolean check;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description =
          "Where to write the rejected rows, with the reason as the last column, to be mended and"
              + " imported again.")
  private @Nullable Path rejected;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Keeps the mapping under this name, for the next table with the same columns.")
  private @Nullable String name;

  @Option(
      names = "--yes",
      description = "Imports without asking: by a proposed mapping, or archiving many customers.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    Config config = folder.config();
    Optional<RunningServer> running = RunningServer.of(config.data());
    if (running.isPresent()) {
      return run(config, running.get());
    }
    try (App app = App.serveHere(config)) {
      return run(config, app.local());
    }
  }

  private int run(Config config, RunningServer server) throws IOException {
    ImportPrinter printer =
        new ImportPrinter(
            spec.commandLine().getOut(), spec.commandLine().getErr(), terminal().isPresent());
    Optional<ColumnMapping> given = given(config);
    if (!Files.isRegularFile(file)) {
      throw new WinnowException(ProblemCode.INVALID_FILE, "There is no file %s.".formatted(file));
    }
    ImportClient client = ImportClient.upload(server, file, printer::progress);
    boolean agreed =
        given.isPresent() ? take(client, given.get(), printer) : propose(client, printer);
    if (check) {
      printer.report(client.check(mode, printer::progress));
      return Main.DONE;
    }
    if (!agreed && !yes && !confirmed()) {
      spec.commandLine().getErr().println("Nothing was imported. Run it again with --yes.");
      return Main.FAILED;
    }
    JsonNode run = client.run(mode, yes, printer::progress);
    if (run.at("/counts/rejected").asLong() > 0) {
      tell(client, printer);
    } else if (rejected != null) {
      client.rejected(rejected);
    }
    printer.done(run);
    return Main.DONE;
  }

  private Optional<ColumnMapping> given(Config config) {
    return Optional.ofNullable(mapping)
        .map(path -> new MappingReader(SchemaReader.read(config.schema())).read(path));
  }

  /** A mapping that somebody has written needs no confirmation. */
  private boolean take(ImportClient client, ColumnMapping columns, ImportPrinter printer) {
    if (!columns.format().equals(TableFormat.CSV)) {
      client.format(columns.format(), printer::progress);
    }
    client.lookups(columns, file);
    client.mapping(columns, Optional.ofNullable(name));
    return true;
  }

  /** One that was kept needs none, either. */
  private boolean propose(ImportClient client, ImportPrinter printer) {
    JsonNode proposal = client.proposal();
    printer.proposal(proposal);
    client.mapping(proposal.path("mapping"), Optional.ofNullable(name));
    return !proposal.path("saved").isNull();
  }

  private boolean confirmed() {
    return terminal()
        .map(console -> console.readLine("Import it so? [y/N] "))
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"))
        .orElse(false);
  }

  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }

  private void tell(ImportClient client, ImportPrinter printer) throws IOException {
    Path target = rejected == null ? Files.createTempFile("winnow", ".csv") : rejected;
    try {
      client.rejected(target);
      printer.rejected(target);
    } finally {
      if (rejected == null) {
        Files.deleteIfExists(target);
      }
    }
  }
}
