package dev.winnow;

import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command line. A command exits with 0 when it has done what was asked, with 1 when it was
 * refused or failed, and with 2 when it was not understood.
 */
@Command(
    name = "winnow",
    description =
        "Finds the customers that are like this, counts them exactly, and keeps the list.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      ImportCommand.class,
      KeyCommand.class,
      LoginCommand.class,
      CheckCommand.class
    },
    footer = {"", "Run \"winnow COMMAND --help\" for what a command takes."})
public final class Main {
  static final int DONE = 0;
  static final int FAILED = 1;

  @Option(
      names = "--stack-trace",
      scope = ScopeType.INHERIT,
      description = "On a failure of Winnow itself, show where it happened.")
  private boolean stackTrace;

  private Main() {}

  public static void main(String[] args) {
    quietLogging();
    System.exit(
        run(
            new PrintWriter(System.out, true, System.out.charset()),
            new PrintWriter(System.err, true, System.err.charset()),
            args));
  }

  /** Runs a command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new InPlainWords())
        .execute(args);
  }

  private static void quietLogging() {
    try (InputStream settings = Main.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what went wrong without showing the program's inside. */
  private static final class InPlainWords implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
      PrintWriter err = command.getErr();
      if (e instanceof WinnowException problem) {
        err.println(problem.code().title() + ":");
        for (Fault fault : problem.faults()) {
          err.println("  " + fault);
        }
      } else {
        err.println("Winnow failed: " + e);
      }
      Main main = command.getCommandSpec().root().commandLine().getCommand();
      if (main.stackTrace) {
        e.printStackTrace(err);
      } else if (!(e instanceof WinnowException)) {
        err.println("Run it again with --stack-trace to see where.");
      }
      return FAILED;
    }
  }
}
