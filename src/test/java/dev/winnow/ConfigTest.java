package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.ingest.UnknownCustomer;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.rules.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTest {
  @TempDir private Path data;

  @Test
  void every_key_has_its_default() {
    assertThat(ConfigReader.read(data))
        .isEqualTo(
            new Config(
                data,
                data.resolve("index-config"),
                ZoneId.systemDefault(),
                20_000,
                new Config.Http("127.0.0.1", 8080),
                new Config.Access(Duration.ofMinutes(15), Duration.ofHours(12)),
                new Config.Activities(UnknownCustomer.REFUSE, OptionalInt.empty()),
                new Config.Rules(Schedule.MONTHLY)));
  }

  @Test
  void every_key_can_be_set_in_the_file() throws IOException {
    write(
        """
        schema: my-fields
        time-zone: Asia/Shanghai
        sample: 0
        http: {host: 0.0.0.0, port: 9090}
        access: {login-link: 30s, session: 7d}
        activities: {unknown-customer: create, sample: 20}
        rules: {cut-points: never}
        """);
    assertThat(ConfigReader.read(data))
        .isEqualTo(
            new Config(
                data,
                data.resolve("my-fields"),
                ZoneId.of("Asia/Shanghai"),
                0,
                new Config.Http("0.0.0.0", 9090),
                new Config.Access(Duration.ofSeconds(30), Duration.ofDays(7)),
                new Config.Activities(UnknownCustomer.CREATE, OptionalInt.of(20)),
                new Config.Rules(Schedule.NEVER)));
  }

  @Test
  void the_command_line_goes_before_the_file() throws IOException {
    write("sample: 5\nhttp: {host: localhost, port: 9090}\n");
    Path schema = Path.of("elsewhere");
    Config config =
        ConfigReader.read(data)
            .with(
                new Config.Overrides(
                    Optional.of(schema), OptionalInt.of(7), Optional.of("::1"), OptionalInt.of(0)));
    assertThat(config.schema()).isEqualTo(schema);
    assertThat(config.sample()).isEqualTo(7);
    assertThat(config.http()).isEqualTo(new Config.Http("::1", 0));
  }

  @Test
  void unknown_keys_and_wrong_values_are_all_refused_with_their_lines() throws IOException {
    write(
        """
        smaple: 3
        time-zone: Mars/Olympus
        http: {prot: 80, port: 70000}
        access:
          session: 12
          login-link: 5 minutes
        """);
    WinnowException refusal =
        catchThrowableOfType(WinnowException.class, () -> ConfigReader.read(data));
    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_CONFIGURATION);
    assertThat(refusal.faults())
        .extracting(fault -> fault.pointer())
        .containsExactlyInAnyOrder(
            "winnow.yml:1",
            "winnow.yml:2",
            "winnow.yml:3",
            "winnow.yml:3",
            "winnow.yml:5",
            "winnow.yml:6");
    assertThat(refusal.faults().getFirst().expected()).contains("sample");
  }

  @Test
  void the_shipped_schema_is_copied_once_and_then_left_alone() throws IOException {
    Path folder = data.resolve("index-config");
    ShippedSchema.copyTo(folder);
    assertThat(folder.resolve("fields.yml"))
        .hasSameTextualContentAs(Path.of("index-config/fields.yml"));
    Files.writeString(folder.resolve("fields.yml"), "mine");
    ShippedSchema.copyTo(folder);
    assertThat(folder.resolve("fields.yml")).hasContent("mine");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(data.resolve(Config.FILE), yaml);
  }
}
