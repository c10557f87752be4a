package dev.winnow.segment;

import static dev.winnow.segment.SegmentStore.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentConcurrencyTest {
  private static final int EDITORS = 6;
  private static final int EDITS = 15;

  @TempDir private Path folder;

  @Test
  void of_concurrent_edits_of_a_version_one_wins_and_none_is_lost() throws Exception {
    List<Segment> saved = Collections.synchronizedList(new ArrayList<>());
    try (var store = new SegmentStore(folder)) {
      saved.add(store.segments.create(body("Deal"), "ann"));
      inParallel(editor -> edit(store.segments, "editor " + editor, saved));
    }
    try (var store = new SegmentStore(folder)) {
      assertThat(saved).hasSize(1 + EDITORS * EDITS).doesNotHaveDuplicates();
      assertThat(store.segments.versions("deal"))
          .containsExactlyInAnyOrderElementsOf(saved)
          .extracting(Segment::version)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, saved.size())
                  .map(i -> saved.size() + 1 - i)
                  .boxed()
                  .toList());
    }
  }

  @Test
  void of_concurrent_creations_of_a_name_one_wins() throws Exception {
    List<Segment> saved = Collections.synchronizedList(new ArrayList<>());
    try (var store = new SegmentStore(folder)) {
      inParallel(
          editor -> {
            try {
              saved.add(store.segments.create(body("Deal"), "editor " + editor));
            } catch (WinnowException e) {
              assertThat(e.code()).isEqualTo(ProblemCode.ALREADY_EXISTS);
            }
          });
      assertThat(saved).hasSize(1);
      assertThat(store.segments.list()).isEqualTo(saved);
    }
  }

  private static void edit(Segments segments, String author, List<Segment> saved) {
    int done = 0;
    while (done < EDITS) {
      int version = segments.get("deal").version();
      try {
        saved.add(segments.update("deal", version, body(author + " " + done), author));
        done++;
      } catch (WinnowException e) {
        assertThat(e.code()).isEqualTo(ProblemCode.STALE_VERSION);
      }
    }
  }

  private interface Work {
    void run(int editor);
  }

  private static void inParallel(Work work) throws Exception {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < EDITORS; i++) {
      int editor = i;
      tasks.add(
          () -> {
            work.run(editor);
            return true;
          });
    }
    try (var executor = Executors.newFixedThreadPool(EDITORS)) {
      for (Future<Boolean> result : executor.invokeAll(tasks)) {
        result.get();
      }
    }
  }
}
