package dev.winnow.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FormattingTest {
  @Test
  void every_source_file_is_formatted() throws Exception {
    assertThat(Formatting.unformatted(Path.of("src")))
        .as("run: mvn -q test-compile exec:exec@format")
        .isEmpty();
  }
}
