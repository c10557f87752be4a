package dev.winnow.lucene;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several tasks on one leaf, on as many cores, when the leaf is large. Their threads do nothing
 * else: those of a common pool would, while they wait, begin with other leaves, and so change a map
 * from within a change of it.
 */
final class SideBySide {
  /** Fewer documents are done with sooner than threads have been started. */
  private static final int WORTH_IT = Blocks.DOCS;

  /** Each task needs memory of its own. */
  private static final int MOST = 4;

  private SideBySide() {}

  /** Runs all tasks; what one of them throws is thrown when all have ended. */
  static void run(int documents, List<Runnable> tasks) {
    int threads = threads(documents, tasks.size());
    if (threads == 1) {
      tasks.forEach(Runnable::run);
      return;
    }
    try (ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("winnow-columns-", 0).factory())) {
      List<Future<?>> running = tasks.stream().<Future<?>>map(executor::submit).toList();
      running.forEach(SideBySide::await);
    }
  }

  /** How many threads will run so many tasks on so many documents. */
  static int threads(int documents, int tasks) {
    int most = Math.min(MOST, Runtime.getRuntime().availableProcessors());
    return documents < WORTH_IT ? 1 : Math.clamp(tasks, 1, most);
  }

  private static void await(Future<?> running) {
    try {
      running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
