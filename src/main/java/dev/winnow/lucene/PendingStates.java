package dev.winnow.lucene;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.ReferenceManager;

/**
 * States that are decided but that no searcher shows yet. They are under way until the index writer
 * has them. A refresh sets those it has apart before it opens the new searcher, and drops them once
 * that is published; one that failed keeps them, because nothing shows them.
 *
 * <p>A state only ever moves on, and is put in its next place before it leaves the last; so looking
 * in the order of the places misses none.
 */
final class PendingStates implements ReferenceManager.RefreshListener {
  private static final int OVERHEAD = 256;

  private final Map<String, StoredState> underWay = new ConcurrentHashMap<>();
  private volatile Map<String, StoredState> fresh = new ConcurrentHashMap<>();
  private volatile Map<String, StoredState> refreshing = Map.of();
  private volatile long bytes;

  /** The state is decided. */
  void begin(StoredState state) {
    underWay.put(state.id(), state);
  }

  /** The index writer has the state. */
  synchronized void written(StoredState state) {
    fresh.put(state.id(), state);
    underWay.remove(state.id(), state);
    bytes += OVERHEAD + (state.deleted() ? 0 : state.source().length);
  }

  /** The latest state of an id, a deleted one too; empty when searchers show it. */
  Optional<StoredState> find(String id) {
    StoredState state = underWay.get(id);
    if (state == null) {
      state = fresh.get(id);
    }
    return Optional.ofNullable(state == null ? refreshing.get(id) : state);
  }

  /** About how much heap was taken since the last refresh began. */
  long bytes() {
    return bytes;
  }

  @Override
  public synchronized void beforeRefresh() {
    Map<String, StoredState> unseen = fresh;
    if (!refreshing.isEmpty()) {
      unseen = new ConcurrentHashMap<>(refreshing);
      unseen.putAll(fresh);
    }
    refreshing = unseen;
    fresh = new ConcurrentHashMap<>();
    bytes = 0;
  }

  @Override
  public void afterRefresh(boolean refreshed) {
    if (refreshed) {
      refreshing = Map.of();
    }
  }
}
