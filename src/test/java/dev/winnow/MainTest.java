package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.access.Caller;
import dev.winnow.access.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
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
    for (String command : new String[] {"serve", "import", "key create", "login", "check"}) {
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
    assertThat(on("serve --sample 0 --port 99999")).isEqualTo(2);
    assertThat(on("serve --port 0 --sample -1")).isEqualTo(2);
    assertThat(data).isEmptyDirectory();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void commands_work_on_a_folder_that_is_not_served() throws IOException {
    assertThat(on("key create --role viewer --name script")).isEqualTo(0);
    String key = out.toString().strip();
    assertThat(on("import " + table() + " --mapping " + mapping() + " --rejected " + mended()))
        .isEqualTo(0);
    assertThat(out.toString()).contains("3 rows: 2 inserted, 0 updated, 0 unchanged, 1 rejected.");
    assertThat(err.toString()).startsWith("row 3: born: ");
    assertThat(mended()).content().contains("id,name,born,rejected because").contains("B,Bob,");
    assertThat(on("check")).isEqualTo(0);
    assertThat(out.toString()).contains("2 customers and 0 segments: all is well.");
    assertThat(on("login")).isEqualTo(1);
    assertThat(err.toString()).contains("No service runs on the folder");
    try (App app = App.open(Config.defaults(data))) {
      assertThat(app.keys().authenticate(key)).contains(new Caller("script", Role.VIEWER));
    }
  }

  @Test
  void commands_work_beside_a_running_service() throws IOException {
    Config config =
        Config.defaults(data)
            .with(
                new Config.Overrides(
                    Optional.empty(), OptionalInt.of(0), Optional.empty(), OptionalInt.of(0)));
    try (App app = App.start(config)) {
      assertThat(on("import " + table() + " --mapping " + mapping())).isEqualTo(0);
      assertThat(on("import " + table() + " --mapping " + mapping())).isEqualTo(0);
      assertThat(out.toString())
          .contains("3 rows: 2 inserted, 0 updated, 0 unchanged, 1 rejected.")
          .contains("3 rows: 0 inserted, 0 updated, 2 unchanged, 1 rejected.");
      assertThat(app.customers()).isEqualTo(2);
      out.getBuffer().setLength(0);
      assertThat(on("key create --role editor")).isEqualTo(0);
      assertThat(app.keys().authenticate(out.toString().strip())).isPresent();
      assertThat(on("login")).isEqualTo(0);
      assertThat(out.toString()).contains(app.url() + "/login#token=");
      assertThat(on("check")).isEqualTo(1);
    }
    assertThat(RunningServer.of(data)).isEmpty();
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

  /** Runs a command line without quotes on the test's folder. */
  private int on(String command) {
    return run((command + " --data " + data).split(" "));
  }

  private Path table() throws IOException {
    return Files.writeString(
        data.resolve("table.csv"), "id,name,born\nA,Ann,1990-01-02\nB,Bob,soon\nC,Cy,\n");
  }

  private Path mapping() throws IOException {
    return Files.writeString(
        data.resolve("mapping.yml"), "id: id\nfields: {name: name, birthday: born}\n");
  }

  private Path mended() {
    return data.resolve("mended.csv");
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
