package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.condition.ActivityKind;
import dev.winnow.engine.ActivityResult;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Timeline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/**
 * The activities of one machine, in one folder: {@code activities/} is Lucene's, {@code
 * activity-journal/} holds the writes since its last commit.
 *
 * <p>The journal is only forgotten up to where every write has been folded, so that its rest says
 * after a crash whose fields may not show their activities yet. What is loaded without a journal is
 * noted in the commits as not yet folded.
 */
final class LuceneActivities implements ActivityStore, Closeable {
  static final String INDEX = "activities";
  static final String JOURNAL = "activity-journal";

  private static final String UNFOLDED = "unfolded";

  private final CustomerNumbers customers;
  private final ActivityDocuments documents;
  private final ActivityRuns runs = new ActivityRuns();
  private final DurableIndex<NumberedActivity, ActivityResult, Activity> index;
  private final ActivityHistories histories;
  private final ActivityTimelines timelines;

  /** Shared while a write waits for its fold. */
  private final ReentrantReadWriteLock folding = new ReentrantReadWriteLock();

  private final Set<String> replayed = ConcurrentHashMap.newKeySet();

  LuceneActivities(Path folder, ZoneId zone, CustomerNumbers customers) throws IOException {
    this.customers = customers;
    documents = new ActivityDocuments(zone);
    histories = new ActivityHistories(documents, runs);
    timelines = new ActivityTimelines(documents);
    index =
        new DurableIndex<>(
            "activities",
            new StateIndex<>(
                folder.resolve(INDEX),
                documents,
                Optional.of(ActivityDocuments.ORDER),
                runs,
                ActivityDocuments.LAYOUT),
            folder.resolve(JOURNAL),
            folding.writeLock(),
            (states, counters) -> new ActivityDecider(states, documents, counters),
            this::replayed);
  }

  private void replayed(JournalEntry entry) {
    entry.source().map(documents::decode).map(Activity::customer).ifPresent(replayed::add);
    if (!entry.before().isEmpty()) {
      replayed.add(entry.before());
    }
  }

  @Override
  public List<ActivityResult> apply(
      List<ActivityWrite> writes, Durability durability, Consumer<Set<String>> fold) {
    List<NumberedActivity> numbered = numbered(writes);
    return switch (durability) {
      case AT_CHECKPOINT -> {
        index.index().note(UNFOLDED, "true");
        yield index.apply(numbered, durability);
      }
      case JOURNALED -> {
        folding.readLock().lock();
        try {
          List<ActivityResult> results = index.apply(numbered, durability);
          fold(results, fold);
          yield results;
        } finally {
          folding.readLock().unlock();
        }
      }
    };
  }

  private void fold(List<ActivityResult> results, Consumer<Set<String>> fold) {
    Set<String> touched = new HashSet<>();
    results.forEach(result -> touched.addAll(result.customers()));
    if (touched.isEmpty()) {
      return;
    }
    boolean done = false;
    try {
      fold.accept(touched);
      done = true;
    } finally {
      if (!done) {
        index.index().note(UNFOLDED, "true");
      }
    }
  }

  private List<NumberedActivity> numbered(List<ActivityWrite> writes) {
    Set<String> ids = new HashSet<>();
    for (ActivityWrite write : writes) {
      if (write instanceof ActivityWrite.Put(Activity activity)) {
        ids.add(activity.customer());
      }
    }
    Map<String, Long> numbers = ids.isEmpty() ? Map.of() : customers.of(ids);
    return writes.stream().map(write -> numbered(write, numbers)).toList();
  }

  private NumberedActivity numbered(ActivityWrite write, Map<String, Long> numbers) {
    long number =
        write instanceof ActivityWrite.Put(Activity activity)
            ? numbers.getOrDefault(activity.customer(), -1L)
            : -1;
    return NumberedActivity.of(write, documents, number);
  }

  @Override
  public void checkpoint() {
    index.checkpoint();
  }

  @Override
  public Optional<Activity> get(String id) {
    return index.reading(
        searcher -> {
          Optional<LeafDocument> found = LeafDocument.find(searcher, id);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  documents.decode(
                      StoredState.read(found.get().leaf().reader(), found.get().doc()).source()));
        });
  }

  @Override
  public Timeline timeline(String customer, Timeline.Query query) {
    long number = customers.of(List.of(customer)).getOrDefault(customer, -1L);
    return index.reading(searcher -> timelines.read(searcher, number, query));
  }

  @Override
  public void histories(Collection<String> ids, boolean withTexts, History history) {
    Map<String, Long> numbers = customers.of(ids);
    List<CustomerNumbers.Numbered> wanted =
        numbers.entrySet().stream()
            .map(entry -> new CustomerNumbers.Numbered(entry.getKey(), entry.getValue()))
            .toList();
    read(wanted, withTexts, Progress.NONE, history);
  }

  @Override
  public void allHistories(boolean withTexts, Progress progress, History history) {
    read(customers.all(), withTexts, progress, history);
  }

  private void read(
      List<CustomerNumbers.Numbered> wanted,
      boolean withTexts,
      Progress progress,
      History history) {
    boolean unused =
        index.reading(
            searcher -> {
              histories.read(searcher, wanted, withTexts, progress, history);
              return true;
            });
  }

  @Override
  public List<String> customersBetween(long from, long to) {
    return index.reading(searcher -> histories.customersBetween(searcher, from, to));
  }

  @Override
  public List<String> values(ActivityKind kind, String attribute, int limit) {
    return index.reading(searcher -> AttributeValues.of(searcher, kind, attribute, limit));
  }

  @Override
  public long count() {
    return index.reading(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  @Override
  public boolean isUnfolded() {
    return index.index().noted(UNFOLDED).orElse("").equals("true");
  }

  @Override
  public Set<String> unfoldedCustomers() {
    return Set.copyOf(replayed);
  }

  @Override
  public void folded() {
    replayed.clear();
    if (isUnfolded()) {
      index.index().note(UNFOLDED, "");
      index.checkpoint();
    }
  }

  /** Heap taken beside Lucene's own, in bytes. */
  long bytes() {
    return runs.bytes();
  }

  @Override
  public void close() {
    index.close();
  }
}
