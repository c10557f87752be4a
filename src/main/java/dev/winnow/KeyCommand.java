package dev.winnow;

import dev.winnow.access.Role;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow key}: access for programs. */
@Command(
    name = "key",
    description = "Makes API keys, with which programs come in.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "create",
      description = {
        "Makes an API key and prints it. It is shown this once and stored only as a hash.",
        "Works while the server runs and while it does not."
      },
      mixinStandardHelpOptions = true)
  int create(
      @Mixin DataFolder chosen,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "What the key allows: ${COMPLETION-CANDIDATES}.")
          Role role,
      @Option(
              names = "--name",
              defaultValue = "command line",
              paramLabel = "NAME",
              description = "Who uses it, for the list of keys (default: ${DEFAULT-VALUE}).")
          String name) {
    Config config = chosen.config();
    Optional<RunningServer> server = RunningServer.of(config.data());
    spec.commandLine()
        .getOut()
        .println(
            server.isPresent()
                ? server
                    .get()
                    .post("/keys", Map.of("name", name, "role", role.code()))
                    .path("key")
                    .asString()
                : offline(config, name, role));
    return Main.DONE;
  }

  private static String offline(Config config, String name, Role role) {
    try (App app = App.open(config)) {
      return app.keys().create(name, role).secret();
    }
  }
}
