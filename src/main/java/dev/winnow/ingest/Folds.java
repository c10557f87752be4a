package dev.winnow.ingest;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ComputedFields;
import dev.winnow.engine.ActivityResult;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.CustomerStore;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Write;
import dev.winnow.problem.WinnowException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * Keeps the computed fields of customers what their activities add up to. A customer is always
 * folded from all activities there are, so it does not matter in which order they came; and folds
 * of the same customer go one after the other, so that the last one has seen everything.
 */
public final class Folds {
  private static final Logger LOG = Logger.getLogger(Folds.class.getName());
  private static final int AT_ONCE = 2_000;
  private static final int CHECKPOINT_EVERY = 200_000;
  private static final int LOCKS = 512;

  /** Beyond this many, everybody is folded instead. */
  private static final int MOST_PENDING = 500_000;

  private final ActivityStore activities;
  private final CustomerStore customers;
  private final ComputedFields fields;
  private final Supplier<LocalDate> today;
  private final List<ReentrantLock> locks =
      IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();
  private final ReentrantReadWriteLock loading = new ReentrantReadWriteLock();
  private final Set<String> pending = ConcurrentHashMap.newKeySet();

  /** Whether there was loading before, and nobody knows for whom. */
  private volatile boolean unknown;

  /**
   * @param today the present day in the configured time zone
   */
  public Folds(
      ActivityStore activities,
      CustomerStore customers,
      ComputedFields fields,
      Supplier<LocalDate> today) {
    this.activities = activities;
    this.customers = customers;
    this.fields = fields;
    this.unknown = activities.isUnfolded();
    this.today = today;
    pending.addAll(activities.unfoldedCustomers());
  }

  /** Folds for some customers; on return, that is durable and visible. */
  void fold(Collection<String> ids) {
    if (!fields.fields().isEmpty()) {
      fold(List.copyOf(ids), Durability.JOURNALED);
    }
  }

  /** Runs a load, and remembers for {@link #settle} whom it concerned. */
  List<ActivityResult> later(Supplier<List<ActivityResult>> load) {
    loading.readLock().lock();
    try {
      List<ActivityResult> results = load.get();
      if (pending.size() <= MOST_PENDING) {
        results.forEach(result -> pending.addAll(result.customers()));
      }
      return results;
    } finally {
      loading.readLock().unlock();
    }
  }

  /** Makes all loads visible, and folds for all whom they concerned. */
  void settle() {
    loading.writeLock().lock();
    try {
      activities.checkpoint();
      boolean all = unknown || pending.size() > MOST_PENDING;
      fold(all ? activities.customers() : List.copyOf(pending), Progress.NONE);
      unknown = false;
      pending.clear();
      activities.folded();
    } finally {
      loading.writeLock().unlock();
    }
  }

  /** Folds for everybody, beside everything else that goes on. */
  public void everybody(Progress progress) {
    fold(activities.customers(), progress);
    loading.writeLock().lock();
    try {
      unknown = false;
      if (pending.isEmpty()) {
        activities.folded();
      }
    } finally {
      loading.writeLock().unlock();
    }
  }

  /** Folds for many customers, and makes that durable. */
  public void fold(List<String> ids, Progress progress) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      int to = Math.min(ids.size(), from + AT_ONCE);
      fold(ids.subList(from, to), Durability.AT_CHECKPOINT);
      if (to / CHECKPOINT_EVERY > from / CHECKPOINT_EVERY) {
        customers.checkpoint();
      }
      progress.at(to, ids.size());
    }
    customers.checkpoint();
  }

  private void fold(List<String> ids, Durability durability) {
    List<ReentrantLock> mine =
        ids.stream()
            .mapToInt(id -> Math.floorMod(id.hashCode(), LOCKS))
            .distinct()
            .sorted()
            .mapToObj(locks::get)
            .toList();
    mine.forEach(ReentrantLock::lock);
    try {
      List<Write> writes = new ArrayList<>();
      Set<String> gone = new HashSet<>(ids);
      LocalDate day = today.get();
      activities.histories(
          ids,
          fields.needsTexts(),
          (String id, List<Activity> all) -> {
            gone.remove(id);
            compute(id, all, day).ifPresent(writes::add);
          });
      if (!writes.isEmpty()) {
        var _ = customers.apply(writes, durability);
      }
      if (!gone.isEmpty()) {
        activities.forget(gone);
      }
    } finally {
      mine.forEach(ReentrantLock::unlock);
    }
  }

  /** Nothing when a value cannot be told exactly: then the old ones stay. */
  private Optional<Write> compute(String id, List<Activity> all, LocalDate day) {
    try {
      return Optional.of(new Write.Compute(id, fields.fold(all, day)));
    } catch (WinnowException e) {
      LOG.log(Level.WARNING, e, () -> "The computed fields of " + id + " stay as they were.");
      return Optional.empty();
    }
  }
}
