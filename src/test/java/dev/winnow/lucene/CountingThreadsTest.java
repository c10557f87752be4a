package dev.winnow.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class CountingThreadsTest {
  private static final int PIECES = 1000;

  @Test
  void every_piece_is_done_once_however_many_threads_help() {
    for (int threads = 1; threads < 5; threads++) {
      try (CountingThreads counting = new CountingThreads(threads)) {
        Set<Integer> done = ConcurrentHashMap.newKeySet();
        assertThat(counting.run(PIECES, () -> piece -> assertThat(done.add(piece)).isTrue()))
            .hasSize(threads);
        assertThat(done).hasSize(PIECES);
      }
    }
  }

  @Test
  void what_goes_wrong_on_a_helping_thread_reaches_the_one_that_asked() {
    Thread asking = Thread.currentThread();
    UncheckedIOException unreadable = new UncheckedIOException(new IOException("bad sector"));
    CountDownLatch failed = new CountDownLatch(1);
    CountingThreads.Worker worker =
        _ -> {
          if (!Thread.currentThread().equals(asking)) {
            failed.countDown();
            throw unreadable;
          }
          await(failed);
        };
    try (CountingThreads counting = new CountingThreads(2)) {
      assertThatThrownBy(() -> counting.run(PIECES, () -> worker)).isSameAs(unreadable);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
