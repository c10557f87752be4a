package dev.winnow;

import dev.winnow.imports.ImportTarget;
import dev.winnow.imports.RejectedRows;
import dev.winnow.imports.RowImport;
import dev.winnow.ingest.Tally;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.JoinedSource;
import dev.winnow.mapping.MappingReader;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import dev.winnow.tables.RowSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code winnow import}: a table in. */
@Command(
    name = "import",
    description = {
      "Imports customers or activities from a CSV file (RFC 4180, with a header; .gz is unpacked)."
          + " What its rows are says the mapping.",
      "Rows replace by id, so the same import can be run again. Bad rows are rejected with their"
          + " reasons, and the others go on.",
      "Works while the server runs and while it does not."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolder folder = new DataFolder();

  @Parameters(paramLabel = "FILE", description = "The CSV file.")
  private Path file = Path.of("");

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "FILE",
      description = "How its columns become fields (see docs/mappings).")
  private Path mapping = Path.of("");

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description = "Where to write the rejected rows, with the reason as the last column.")
  private @Nullable Path rejected;

  @Override
  public Integer call() throws IOException {
    Config config = folder.config();
    Optional<RunningServer> server = RunningServer.of(config.data());
    if (server.isPresent()) {
      Schema schema = SchemaReader.read(config.schema());
      ColumnMapping columns = new MappingReader(schema).read(mapping);
      return run(schema, columns, new ServerTarget(server.get(), schema, columns.rows()));
    }
    try (App app = App.open(config)) {
      ColumnMapping columns = new MappingReader(app.schema()).read(mapping);
      return run(app.schema(), columns, app.target(columns.rows(), file.getFileName().toString()));
    }
  }

  private int run(Schema schema, ColumnMapping columns, ImportTarget target) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (RowSource source = JoinedSource.open(file, columns);
        RejectedRows rows = new RejectedRows(source.header(), err, Optional.ofNullable(rejected))) {
      Tally tally = new RowImport(schema, columns, target, rows).run(source);
      out.printf(
          "%,d rows: %,d inserted, %,d updated, %,d unchanged, %,d rejected.%n",
          tally.inserted() + tally.updated() + tally.unchanged() + tally.rejected(),
          tally.inserted(),
          tally.updated(),
          tally.unchanged(),
          tally.rejected());
    }
    return Main.DONE;
  }
}
