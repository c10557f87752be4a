package dev.winnow.lucene;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.ReferenceManager;

/**
 * States that are applied but that no searcher shows yet. A refresh sets the present ones apart
 * before it opens the new searcher, and drops them once that is published; one that failed keeps
 * them, because nothing shows them. Only the write loop adds and finds.
 */
final class PendingStates implements ReferenceManager.RefreshListener {
  private volatile Map<String, CustomerState> fresh = new ConcurrentHashMap<>();
  private volatile Map<String, CustomerState> refreshing = Map.of();

  void add(CustomerState state) {
    fresh.put(state.id(), state);
  }

  /** The latest state of a customer, a deleted one too; empty when searchers show it. */
  Optional<CustomerState> find(String id) {
    CustomerState state = fresh.get(id);
    return Optional.ofNullable(state == null ? refreshing.get(id) : state);
  }

  /** How many have come since the last refresh began. */
  int size() {
    return fresh.size();
  }

  @Override
  public void beforeRefresh() {
    Map<String, CustomerState> unseen = fresh;
    if (!refreshing.isEmpty()) {
      unseen = new ConcurrentHashMap<>(refreshing);
      unseen.putAll(fresh);
    }
    refreshing = unseen;
    fresh = new ConcurrentHashMap<>();
  }

  @Override
  public void afterRefresh(boolean refreshed) {
    if (refreshed) {
      refreshing = Map.of();
    }
  }
}
