package dev.winnow.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Applies changes on all cores: analysing texts is most of the cost of a write. The changes of one
 * id always take the same lane, so that they stay in order even while several calls are under way.
 * One thread owns it.
 */
final class Lanes<T> implements Closeable {
  private static final int WORTH_IT = 32;
  private static final int MAX_UNDER_WAY = 4;

  private final List<ExecutorService> lanes =
      IntStream.range(0, Runtime.getRuntime().availableProcessors())
          .mapToObj(
              i ->
                  Executors.newSingleThreadExecutor(
                      Thread.ofPlatform().daemon().name("winnow-index-" + i).factory()))
          .toList();
  private final Action<T> action;
  private final Queue<Future<?>> underWay = new ArrayDeque<>();

  /** What to do with a change. */
  interface Action<T> {
    void apply(StateChange<T> change) throws IOException;
  }

  Lanes(Action<T> action) {
    this.action = action;
  }

  /**
   * Begins to apply changes, at most one for each id. Returns as soon as not too many are under
   * way.
   *
   * @throws IOException when these or earlier ones could not be applied
   */
  void begin(Collection<StateChange<T>> changes) throws IOException {
    if (changes.size() < WORTH_IT) {
      settle();
      all(changes);
      return;
    }
    List<List<StateChange<T>>> shares = new ArrayList<>();
    lanes.forEach(_ -> shares.add(new ArrayList<>()));
    for (StateChange<T> change : changes) {
      shares.get(Math.floorMod(change.state().id().hashCode(), lanes.size())).add(change);
    }
    for (int lane = 0; lane < lanes.size(); lane++) {
      List<StateChange<T>> share = shares.get(lane);
      underWay.add(
          lanes
              .get(lane)
              .submit(
                  () -> {
                    all(share);
                    return null;
                  }));
    }
    awaitUntil(MAX_UNDER_WAY * lanes.size());
  }

  /**
   * Waits until everything begun is applied.
   *
   * @throws IOException when something could not be
   */
  void settle() throws IOException {
    awaitUntil(0);
  }

  @Override
  public void close() {
    lanes.forEach(ExecutorService::close);
  }

  private void all(Collection<StateChange<T>> changes) throws IOException {
    for (StateChange<T> change : changes) {
      action.apply(change);
    }
  }

  private void awaitUntil(int remaining) throws IOException {
    try {
      while (underWay.size() > remaining) {
        underWay.remove().get();
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
