package dev.winnow;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code winnow serve}: the service itself. */
@Command(
    name = "serve",
    description = {
      "Starts the service and prints its address with a link that signs in once.",
      "An empty data folder is filled with made-up customers first; --sample 0 leaves it empty."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataFolder folder = new DataFolder();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "The address to listen on (default: 127.0.0.1, which only this machine reaches).")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on, 0 for any that is free (default: 8080).")
  private @Nullable Integer port;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "How many made-up customers an empty installation gets, up to 10000000"
              + " (default: 20000).")
  private @Nullable Integer sample;

  @Override
  public Integer call() throws InterruptedException {
    within("--port", port, Config.Http.MAX_PORT);
    within("--sample", sample, Config.MAX_SAMPLE);
    Config config =
        folder
            .config()
            .with(
                new Config.Overrides(
                    Optional.empty(), given(sample), Optional.ofNullable(host), given(port)));
    PrintWriter out = spec.commandLine().getOut();
    App app = App.start(config);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close, "winnow-close"));
    out.println("Winnow is ready at " + app.url());
    out.println("Sign in, once, with " + app.loginLink());
    new CountDownLatch(1).await();
    return Main.DONE;
  }

  /** Refuses a number out of range before anything is made in the data folder. */
  private void within(String option, @Nullable Integer number, int max) {
    if (number != null && (number < 0 || number > max)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "%s takes 0 to %d, not %d.".formatted(option, max, number));
    }
  }

  private static OptionalInt given(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
