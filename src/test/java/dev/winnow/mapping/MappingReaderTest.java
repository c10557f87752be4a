package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MappingReaderTest {
  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));

  @TempDir private Path folder;

  @Test
  void the_shipped_examples_are_valid() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("docs/mappings"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".yml")))
          .hasSizeGreaterThanOrEqualTo(3)
          .allSatisfy(
              file ->
                  assertThatCode(() -> new MappingReader(SCHEMA).read(file))
                      .doesNotThrowAnyException());
    }
  }

  @Test
  void all_faults_are_named_at_once_with_their_lines() throws IOException {
    assertThat(
            faults(
                """
                charset: UTF-9
                delimiter: ";;"
                repeated-ids: ignore
                id: {prefix: A}
                fields:
                  nmae: Name
                  industry: {column: a, columns: [b]}
                  total_spend: {column: c, dates: yyyyMMdd}
                  birthday: {column: d, dates: "M/q/"}
                  owner: {split: ","}
                """))
        .containsExactlyInAnyOrder(
            "mapping.yml:1 The charset \"UTF-9\" is unknown.",
            "mapping.yml:2 The delimiter \";;\" is not allowed.",
            "mapping.yml:3 \"ignore\" is no choice.",
            "mapping.yml:4 The id has no column.",
            "mapping.yml:6 The key \"nmae\" is unknown.",
            "mapping.yml:6 The required field \"name\" is not mapped.",
            "mapping.yml:7 Both \"column\" and \"columns\" are given.",
            "mapping.yml:8 \"total_spend\" is no date.",
            "mapping.yml:9 The date pattern \"M/q/\" gives no day.",
            "mapping.yml:10 Nothing says where \"owner\" comes from.");
  }

  @Test
  void an_unknown_field_is_answered_with_the_nearest_one() throws IOException {
    assertThat(read("id: a\nfields: {name: b, adress: c}").getFirst().expected())
        .isEqualTo("Did you mean \"address\"?");
  }

  @Test
  void a_missing_or_empty_file_is_a_fault() throws IOException {
    assertThat(faults("")).hasSize(1);
    WinnowException missing =
        catchThrowableOfType(
            WinnowException.class,
            () -> new MappingReader(SCHEMA).read(folder.resolve("none.yml")));
    assertThat(missing.code()).isEqualTo(ProblemCode.INVALID_MAPPING);
  }

  private List<String> faults(String yaml) throws IOException {
    return read(yaml).stream().map(fault -> fault.pointer() + " " + fault.detail()).toList();
  }

  private List<Fault> read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("mapping.yml"), yaml);
    return catchThrowableOfType(WinnowException.class, () -> new MappingReader(SCHEMA).read(file))
        .faults();
  }
}
