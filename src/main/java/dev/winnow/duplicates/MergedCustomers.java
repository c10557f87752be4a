package dev.winnow.duplicates;

import dev.winnow.ingest.Aliases;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Who has been merged into whom, on disk. */
public final class MergedCustomers implements Aliases {
  private final Table<String> table;
  private final Map<String, String> survivors = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  public MergedCustomers(Database database) {
    table = database.table("merged-customers", String.class);
    survivors.putAll(table.entries());
  }

  /** Follows chains: a survivor may have been merged itself. */
  @Override
  public Optional<String> survivor(String id) {
    String next = survivors.get(id);
    Optional<String> last = Optional.empty();
    Set<String> seen = new HashSet<>();
    while (next != null && seen.add(next)) {
      last = Optional.of(next);
      next = survivors.get(next);
    }
    return last;
  }

  @Override
  public Lock writing() {
    return lock.readLock();
  }

  /** Held while a customer is merged: nobody writes meanwhile. */
  Lock merging() {
    return lock.writeLock();
  }

  void add(String gone, String survivor) {
    table.put(gone, survivor);
    survivors.put(gone, survivor);
  }

  void remove(String gone) {
    table.remove(gone);
    survivors.remove(gone);
  }
}
