package dev.winnow;

import dev.winnow.access.Caller;
import dev.winnow.access.Role;
import dev.winnow.access.Sessions;
import dev.winnow.store.Database;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow login}: access for people. */
@Command(
    name = "login",
    description = {
      "Prints a link that signs in once, as an admin. It is valid for 15 minutes unless configured"
          + " otherwise.",
      "Works while the server runs and, for later, while it does not."
    },
    mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {
  private static final Caller ADMIN = new Caller("admin", Role.ADMIN);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolder folder = new DataFolder();

  @Override
  public Integer call() {
    Config config = folder.config();
    Optional<RunningServer> server = RunningServer.of(config.data());
    spec.commandLine()
        .getOut()
        .println(
            server.isPresent()
                ? server.get().post("/login-links", Map.of()).path("url").asString()
                : offline(config));
    return Main.DONE;
  }

  private static String offline(Config config) {
    Config.Access access = config.access();
    try (Database database = Database.open(config.database())) {
      Sessions sessions =
          new Sessions(database, Clock.systemUTC(), access.loginLink(), access.session());
      Config.Http http = config.http();
      return "http://%s:%d/login#token=%s"
          .formatted(http.host(), http.port(), sessions.createLogin(ADMIN));
    }
  }
}
