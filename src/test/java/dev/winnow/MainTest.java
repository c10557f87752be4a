package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.access.Caller;
import dev.winnow.access.Keys;
import dev.winnow.access.Role;
import dev.winnow.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  @TempDir private Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void help_and_version_are_there_for_every_command() {
    assertThat(run("--version")).isEqualTo(0);
    assertThat(out.toString()).startsWith("Winnow ");
    for (String command : new String[] {"key create", "login"}) {
      out.getBuffer().setLength(0);
      assertThat(run((command + " --help").split(" "))).isEqualTo(0);
      assertThat(out.toString()).contains("Usage: winnow " + command, "--data");
    }
  }

  @Test
  void what_is_not_understood_exits_with_2() {
    assertThat(run("srve")).isEqualTo(2);
    assertThat(run("key", "create", "--role", "king")).isEqualTo(2);
    assertThat(run("login", "--dta", "x")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_key_made_on_the_command_line_lets_in() {
    assertThat(
            run("key", "create", "--role", "viewer", "--name", "script", "--data", data.toString()))
        .isEqualTo(0);
    String key = out.toString().strip();
    try (Database database = Database.open(Config.defaults(data).database())) {
      assertThat(new Keys(database, Clock.systemUTC()).authenticate(key))
          .contains(new Caller("script", Role.VIEWER));
    }
  }

  @Test
  void a_login_link_can_be_made_while_no_server_runs() {
    assertThat(run("login", "--data", data.toString())).isEqualTo(0);
    assertThat(out.toString()).startsWith("http://127.0.0.1:8080/login#token=");
  }

  @Test
  void a_failure_exits_with_1_and_says_in_plain_words_what_is_wrong() throws IOException {
    Files.writeString(data.resolve(Config.FILE), "prot: 80\n");
    assertThat(run("login", "--data", data.toString())).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("The configuration is not valid:")
        .contains("winnow.yml:1: The key \"prot\" is unknown.")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void a_server_file_left_behind_by_a_crash_is_no_running_server() throws IOException {
    Files.writeString(
        data.resolve(RunningServer.FILE), "{\"url\":\"http://127.0.0.1:1\",\"key\":\"wk_x\"}");
    assertThat(RunningServer.of(data)).isEmpty();
    Files.writeString(data.resolve(RunningServer.FILE), "{\"url\":");
    assertThat(RunningServer.of(data)).isEmpty();
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
