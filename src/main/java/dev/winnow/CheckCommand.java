package dev.winnow;

import dev.winnow.condition.Condition;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.lucene.IndexCheck;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow check}: is everything there and readable. */
@Command(
    name = "check",
    description = {
      "Verifies a data folder: configuration, journal, index, every customer and every segment.",
      "The server must not be running."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final int AT_ONCE = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolder folder = new DataFolder();

  @Option(
      names = "--cut-journal",
      description =
          "First set aside the journal from its first damaged place on: what was written behind"
              + " it is lost, and the service can start again.")
  private boolean cutJournal;

  @Override
  public Integer call() {
    Config config = folder.config();
    if (!Files.isDirectory(config.data())) {
      throw new WinnowException(
          ProblemCode.INVALID_CONFIGURATION, "There is no folder %s.".formatted(config.data()));
    }
    if (RunningServer.of(config.data()).isPresent()) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE,
          "The service runs on the folder %s. Stop it first.".formatted(config.data()));
    }
    if (cutJournal) {
      IndexCheck.cutJournal(config.data())
          .forEach(file -> spec.commandLine().getOut().println("Set aside " + file));
    }
    IndexCheck.verify(config.data());
    try (App app = App.open(config);
        Snapshot snapshot = app.engine().snapshot()) {
      long expected = snapshot.count(Condition.EVERYONE);
      long read = readAll(snapshot);
      if (read != expected) {
        throw new WinnowException(
            ProblemCode.CORRUPT_DATA,
            "The index counts %,d customers, but %,d can be read.".formatted(expected, read));
      }
      spec.commandLine()
          .getOut()
          .printf(
              "%,d customers and %,d segments: all is well.%n", read, app.segments().list().size());
    }
    return Main.DONE;
  }

  private static long readAll(Snapshot snapshot) {
    long read = 0;
    long after = -1;
    List<StoredCustomer> some = snapshot.members(Condition.EVERYONE, after, AT_ONCE);
    while (!some.isEmpty()) {
      read += some.size();
      after = some.getLast().number();
      some = snapshot.members(Condition.EVERYONE, after, AT_ONCE);
    }
    return read;
  }
}
