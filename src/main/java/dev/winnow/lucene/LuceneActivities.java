// Longer than 300 lines because writing and asking of activities share one index and its lookups.
package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.condition.ActivityKind;
import dev.winnow.engine.ActivityResult;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Timeline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.apache.lucene.util.FixedBitSet;

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

  private static final int ORPHANS_AT_ONCE = 5_000;
  private static final String UNFOLDED = "unfolded";
  private static final String TRUE = "true";

  private final CustomerNumbers customers;
  private final ActivityDocuments documents;
  private final ActivityRuns runs = new ActivityRuns();
  private final TouchedCustomers touched = new TouchedCustomers();
  private final Dids dids;
  private final DurableIndex<NumberedActivity, ActivityOutcome, Activity> index;
  private final ActivityHistories histories;
  private final ActivityTimelines timelines;

  /** Shared while a write waits for its fold. */
  private final ReentrantReadWriteLock folding = new ReentrantReadWriteLock();

  /** Everybody may have to be folded. */
  private volatile boolean unfolded;

  private final Set<String> replayed = ConcurrentHashMap.newKeySet();

  LuceneActivities(Path folder, ActivityAmounts amounts, CustomerNumbers customers)
      throws IOException {
    this.customers = customers;
    documents = new ActivityDocuments(amounts.zone());
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
    unfolded = index.index().noted(UNFOLDED).orElse("").equals(TRUE);
    if (!replayed.isEmpty()) {
      index.index().note(UNFOLDED, TRUE);
    }
    dids = new Dids(index, documents, runs, touched, amounts);
  }

  /** Answers conditions on these activities. */
  Dids dids() {
    return dids;
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
        unfolded();
        yield results(index.apply(numbered, durability));
      }
      case JOURNALED -> {
        folding.readLock().lock();
        try {
          List<ActivityOutcome> outcomes = index.apply(numbered, durability);
          touched.add(ActivityOutcome.customers(outcomes));
          List<ActivityResult> results = results(outcomes);
          fold(results, fold);
          yield results;
        } finally {
          folding.readLock().unlock();
        }
      }
    };
  }

  private void unfolded() {
    unfolded = true;
    index.index().note(UNFOLDED, TRUE);
  }

  private static List<ActivityResult> results(List<ActivityOutcome> outcomes) {
    return outcomes.stream().map(ActivityOutcome::result).toList();
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
        unfolded();
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
    touched.addAll();
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
    return index.reading(searcher -> timelines.read(searcher, customer, query));
  }

  @Override
  public void histories(Collection<String> ids, boolean withTexts, History history) {
    Map<String, Long> numbers = customers.of(ids);
    List<CustomerNumbers.Numbered> wanted =
        numbers.entrySet().stream()
            .map(entry -> new CustomerNumbers.Numbered(entry.getKey(), entry.getValue()))
            .toList();
    var _ =
        index.reading(
            searcher -> {
              histories.read(searcher, wanted, withTexts, history);
              return true;
            });
  }

  @Override
  public List<String> customers() {
    return customers.all().stream()
        .sorted(Comparator.comparingLong(CustomerNumbers.Numbered::number))
        .map(CustomerNumbers.Numbered::id)
        .toList();
  }

  @Override
  public Set<String> unknown(Collection<String> ids) {
    Set<String> unknown = new HashSet<>(ids);
    unknown.removeAll(customers.of(unknown).keySet());
    return unknown;
  }

  @Override
  public long deleteOrphans() {
    FixedBitSet known = numbers(customers.all());
    return delete(index.reading(searcher -> histories.withoutCustomer(searcher, known)));
  }

  @Override
  public void forget(Collection<String> gone) {
    if (gone.isEmpty()) {
      return;
    }
    Map<String, Long> present = customers.of(gone);
    var _ =
        delete(
            index.reading(
                searcher -> {
                  List<String> ids = new ArrayList<>();
                  for (String customer : gone) {
                    long number = present.getOrDefault(customer, -1L);
                    ids.addAll(histories.of(searcher, customer, number));
                  }
                  return ids;
                }));
  }

  private long delete(List<String> ids) {
    for (int from = 0; from < ids.size(); from += ORPHANS_AT_ONCE) {
      List<ActivityWrite> deletions =
          ids.subList(from, Math.min(ids.size(), from + ORPHANS_AT_ONCE)).stream()
              .<ActivityWrite>map(ActivityWrite.Delete::new)
              .toList();
      var _ = apply(deletions, Durability.JOURNALED, _ -> {});
    }
    return ids.size();
  }

  private static FixedBitSet numbers(List<CustomerNumbers.Numbered> customers) {
    long most = customers.stream().mapToLong(CustomerNumbers.Numbered::number).max().orElse(0);
    FixedBitSet numbers = new FixedBitSet(Math.toIntExact(most + 1));
    customers.forEach(each -> numbers.set((int) each.number()));
    return numbers;
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
    return unfolded;
  }

  @Override
  public Set<String> unfoldedCustomers() {
    return Set.copyOf(replayed);
  }

  @Override
  public void folded() {
    if (unfolded || !replayed.isEmpty()) {
      unfolded = false;
      replayed.clear();
      index.index().note(UNFOLDED, "");
      index.checkpoint();
    }
  }

  /** Heap taken beside Lucene's own, in bytes. */
  long bytes() {
    return runs.bytes() + dids.bytes();
  }

  @Override
  public void close() {
    index.close();
  }
}
