package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SideBySideTest {
  @ParameterizedTest
  @ValueSource(ints = {10, 10_000_000})
  void every_task_is_run_once_for_leaves_small_and_large(int documents) {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int task = i;
      tasks.add(() -> assertThat(done.add(task)).isTrue());
    }
    SideBySide.run(documents, tasks);
    assertThat(done).hasSize(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000_000})
  void what_a_task_throws_is_thrown_as_it_is(int documents) {
    UncheckedIOException unreadable = new UncheckedIOException(new IOException("bad sector"));
    List<Runnable> tasks =
        List.of(
            () -> {},
            () -> {
              throw unreadable;
            });
    assertThatThrownBy(() -> SideBySide.run(documents, tasks)).isSameAs(unreadable);
  }
}
