package dev.winnow.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.customer.FieldValue;
import dev.winnow.engine.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that is stopped, wherever it is, has changed nothing. */
final class CancelledSearchTest {
  @TempDir private Path folder;

  @Test
  void the_pairs_found_before_stay_as_they_are_and_no_file_is_left() throws Exception {
    try (SmallBase base = new SmallBase(folder)) {
      put(base, "1", "杭州云杉软件有限公司");
      put(base, "2", "云杉软件（杭州）");
      base.duplicates.search(Progress.NONE);
      int reports = reports(base);
      List<Pair> before = base.duplicates.list();
      assertThat(before).hasSize(1);
      put(base, "3", "杭州云杉软件");
      for (int last = 1; last <= reports; last++) {
        int stop = last;
        int[] seen = new int[1];
        assertThatThrownBy(
                () ->
                    base.duplicates.search(
                        (_, _) -> {
                          if (++seen[0] == stop) {
                            throw new CancellationException();
                          }
                        }))
            .isInstanceOf(CancellationException.class);
        assertThat(base.duplicates.list()).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder.resolve("duplicates"))) {
          assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
      }
    }
  }

  /** How often a search says how far it is. */
  private static int reports(SmallBase base) throws Exception {
    int[] reports = new int[1];
    base.duplicates.search((_, _) -> reports[0]++);
    return reports[0];
  }

  private static void put(SmallBase base, String id, String name) {
    base.put(
        id,
        Map.of("name", FieldValue.Words.of(name), "phone", FieldValue.Words.of("0571-88886666")));
  }
}
