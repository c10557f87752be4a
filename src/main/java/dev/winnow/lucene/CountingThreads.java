package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Spreads the counting of one screen over processor cores. The asking thread always counts itself,
 * so a busy pool slows a question down and never blocks it.
 */
final class CountingThreads implements AutoCloseable {
  private final ExecutorService helpers =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("winnow-count-", 0).factory());
  private volatile int threads;

  /**
   * @param threads the most that one question uses, at least 1
   */
  CountingThreads(int threads) {
    this.threads = threads;
  }

  /** Lets later questions use so many threads. */
  void use(int most) {
    threads = most;
  }

  /** Something that takes pieces of work by their index. */
  interface Worker {
    void work(int index);
  }

  /**
   * Has every piece of work done once.
   *
   * @param pieces how many there are
   * @param workers makes a worker for each thread that helps
   * @return the workers, all done
   */
  <W extends Worker> List<W> run(int pieces, Supplier<W> workers) {
    AtomicInteger next = new AtomicInteger();
    List<W> all = new ArrayList<>();
    List<CompletableFuture<?>> helping = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, pieces); i++) {
      W worker = workers.get();
      all.add(worker);
      helping.add(CompletableFuture.runAsync(() -> drain(worker, next, pieces), helpers));
    }
    W mine = workers.get();
    all.add(mine);
    try {
      drain(mine, next, pieces);
    } finally {
      await(CompletableFuture.allOf(helping.toArray(CompletableFuture[]::new)));
    }
    return all;
  }

  private static void drain(Worker worker, AtomicInteger next, int pieces) {
    for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
      worker.work(piece);
    }
  }

  private static void await(CompletableFuture<?> helping) {
    try {
      helping.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
