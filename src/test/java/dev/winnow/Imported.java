package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.imports.Counts;
import dev.winnow.imports.ImportRun;
import dev.winnow.imports.ImportSettings;
import dev.winnow.imports.Mode;
import dev.winnow.imports.State;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.JoinedSource;
import dev.winnow.mapping.MappingReader;
import java.nio.file.Path;

/** Brings files into a service that this process runs, as imports through the API do. */
public final class Imported {
  private Imported() {}

  /** Adds and changes what a file's rows say, and waits for the end; what became of them. */
  public static Counts into(App app, Path file, Path mapping) {
    ColumnMapping columns = new MappingReader(app.schema()).read(mapping);
    String name = file.getFileName().toString();
    ImportSettings settings = new ImportSettings("import:" + name, Mode.UPSERT, false);
    ImportRun begun =
        app.imports().run(JoinedSource.open(file, columns), 0, columns, settings, name);
    var _ = app.jobs().await(begun.job().orElseThrow());
    ImportRun ended = app.imports().get(begun.id());
    assertThat(ended.state()).as("%s", ended.problem()).isEqualTo(State.DONE);
    return ended.counts();
  }
}
