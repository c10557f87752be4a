package dev.winnow;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code winnow login}: access for people. */
@Command(
    name = "login",
    description =
        "Prints a link to the running service that signs in once, as an administrator. It is valid"
            + " for 15 minutes unless configured otherwise.",
    mixinStandardHelpOptions = true)
final class LoginCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolder folder = new DataFolder();

  @Override
  public Integer call() {
    Config config = folder.config();
    RunningServer server = RunningServer.of(config.data()).orElseThrow(() -> notRunning(config));
    spec.commandLine()
        .getOut()
        .println(server.post("/login-links", Map.of()).path("url").asString());
    return Main.DONE;
  }

  private static WinnowException notRunning(Config config) {
    return new WinnowException(
        ProblemCode.UNAVAILABLE,
        List.of(
            new Fault(
                "",
                "No service runs on the folder %s.".formatted(config.data()),
                "Start it with \"winnow serve\"; it prints a link, too.")));
  }
}
