package dev.winnow.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs an action for each item, on all cores when there are many: analysing a customer's texts is
 * most of the cost of a write. Each core takes one unbroken run, so that items stay in order there.
 */
final class ParallelApply implements Closeable {
  private static final int WORTH_IT = 32;

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          threads, Thread.ofPlatform().daemon().name("winnow-index-", 0).factory());

  /** What to do with an item. */
  interface Action<T> {
    void apply(T item) throws IOException;
  }

  <T> void forEach(List<T> items, Action<T> action) throws IOException {
    if (items.size() < WORTH_IT) {
      for (T item : items) {
        action.apply(item);
      }
      return;
    }
    List<Future<?>> parts = new ArrayList<>();
    int share = (items.size() + threads - 1) / threads;
    for (int from = 0; from < items.size(); from += share) {
      List<T> part = items.subList(from, Math.min(items.size(), from + share));
      parts.add(
          executor.submit(
              () -> {
                for (T item : part) {
                  action.apply(item);
                }
                return null;
              }));
    }
    await(parts);
  }

  @Override
  public void close() {
    executor.close();
  }

  private static void await(List<Future<?>> parts) throws IOException {
    try {
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
