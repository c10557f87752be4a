package dev.winnow.duplicates;

import dev.winnow.engine.Progress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Goes over many places with as many threads as there are processors, some places at a time. */
final class Slices {
  private Slices() {}

  /** Does the work for the places from one, inclusive, to another, exclusive. */
  @FunctionalInterface
  interface Work<T> {
    T of(int from, int to) throws Exception;
  }

  /**
   * Works on all places. Few results wait at a time to be taken. What stops the one stops all.
   *
   * @param atOnce places of one slice
   * @param work called by many threads
   * @param take called by this thread with what came of each slice, in the order of places
   */
  static <T> void each(int places, int atOnce, Work<T> work, Consumer<T> take, Progress progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      try {
        Queue<Future<T>> slices = new ArrayDeque<>();
        int done = 0;
        for (int from = 0; from < places || !slices.isEmpty(); from += atOnce) {
          if (from < places) {
            int first = from;
            int end = Math.min(places, from + atOnce);
            slices.add(pool.submit(() -> work.of(first, end)));
          }
          if (slices.size() > 2 * threads || from >= places) {
            take.accept(slices.remove().get());
            done = Math.min(places, done + atOnce);
            progress.at(done, places);
          }
        }
      } finally {
        var _ = pool.shutdownNow();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
