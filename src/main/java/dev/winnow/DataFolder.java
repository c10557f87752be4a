package dev.winnow;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which every command finds the installation. */
final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "The folder that holds all data (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder with fields.yml (default: index-config in the data folder).")
  private @Nullable Path schema;

  Path data() {
    return data;
  }

  Optional<Path> schema() {
    return Optional.ofNullable(schema);
  }

  /** The configuration, for commands that set nothing else. */
  Config config() {
    Config.Overrides none = Config.Overrides.NONE;
    return ConfigReader.read(data)
        .with(new Config.Overrides(schema(), none.sample(), none.host(), none.port()));
  }
}
