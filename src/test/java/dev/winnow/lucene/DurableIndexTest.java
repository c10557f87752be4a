package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.condition.TestSchema;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DurableIndexTest {
  @TempDir Path folder;

  @Test
  void what_cannot_be_read_makes_an_answer_unavailable() throws IOException {
    try (LuceneEngine engine = LuceneEngine.open(folder, TestSchema.SCHEMA)) {
      assertThatThrownBy(
              () ->
                  engine.ofAll(
                      _ -> {
                        throw new UncheckedIOException(new IOException("bad sector"));
                      }))
          .isInstanceOfSatisfying(
              WinnowException.class,
              problem -> assertThat(problem.code()).isEqualTo(ProblemCode.UNAVAILABLE))
          .hasMessageContaining("bad sector");
    }
  }
}
