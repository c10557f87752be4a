package dev.winnow.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.activity.Activity;
import dev.winnow.activity.ActivityFilter;
import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Condition.Did;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.FixedBitSet;

/**
 * Answers who did what, exactly. Answers about all customers are kept, and brought up to date by
 * looking at those alone whose activities have changed since. Safe for use by many threads.
 */
final class Dids {
  private static final long CACHE_BYTES = 128L << 20;

  /** More changed customers than this are not looked at one by one. */
  private static final int MANY = 20_000;

  private final DurableIndex<NumberedActivity, ActivityOutcome, Activity> activities;
  private final ActivityRuns runs;
  private final TouchedCustomers touched;
  private final ActivityAmounts amounts;
  private final Map<ActivityKind, ActivityEvaluation> evaluations =
      new EnumMap<>(ActivityKind.class);
  private final Cache<Did, Known> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Did _, Known known) -> 512 + known.who.bytes())
          .build();

  /** An answer, and the last change that it considers. */
  private record Known(long change, Who who) {}

  /**
   * The customers that a condition on activities holds for.
   *
   * @param holds by number, for those with whom something in question has happened
   * @param others whether it holds for everybody else
   * @param something with whom something in question has happened
   */
  record Who(FixedBitSet holds, FixedBitSet something, boolean others) {
    boolean has(long customer) {
      return (customer < something.length() && something.get((int) customer))
          ? holds.get((int) customer)
          : others;
    }

    private int bytes() {
      return holds.length() / Byte.SIZE * 2;
    }

    /** A copy with room for a number. */
    private Who copy(int most) {
      return new Who(copy(holds, most), copy(something, most), others);
    }

    private static FixedBitSet copy(FixedBitSet set, int most) {
      return FixedBitSet.ensureCapacity(set.clone(), Math.max(set.length(), most + 1));
    }

    private void set(int customer, boolean value) {
      something.set(customer);
      if (value) {
        holds.set(customer);
      } else {
        holds.clear(customer);
      }
    }
  }

  Dids(
      DurableIndex<NumberedActivity, ActivityOutcome, Activity> activities,
      ActivityDocuments documents,
      ActivityRuns runs,
      TouchedCustomers touched,
      ActivityAmounts amounts) {
    this.activities = activities;
    this.runs = runs;
    this.touched = touched;
    this.amounts = amounts;
    ActivityFilter filter = new ActivityFilter(amounts.currencies(), amounts.zone());
    for (ActivityKind kind : ActivityKind.values()) {
      evaluations.put(kind, new ActivityEvaluation(kind, documents, filter));
    }
  }

  /** Answers one question about all customers: each clause once. For one thread. */
  DidSource everybody() {
    long version = touched.latest();
    Map<Did, Who> answered = new HashMap<>();
    return new Source(version, did -> answered.computeIfAbsent(did, this::all)::has);
  }

  /**
   * Answers one question about some customers only, by looking at them alone.
   *
   * @param customers their numbers
   */
  DidSource among(int[] customers) {
    long version = touched.latest();
    int[] sorted = Arrays.stream(customers).sorted().distinct().toArray();
    return new Source(version, did -> among(did, sorted)::has);
  }

  private record Source(long version, Function<Did, LongPredicate> answers) implements DidSource {
    @Override
    public LongPredicate customers(Did did) {
      return answers.apply(did);
    }
  }

  /** Everybody for whom a resolved condition holds. */
  private Who all(Did did) {
    long change = touched.latest();
    Known known = cache.getIfPresent(did);
    if (known != null && known.change == change) {
      return known.who;
    }
    Optional<int[]> since =
        known == null
            ? Optional.empty()
            : touched.since(known.change).filter(some -> some.length <= MANY);
    Who who =
        activities.reading(
            searcher ->
                since.isPresent() && known != null
                    ? updated(searcher, did, known.who, since.get())
                    : everybody(searcher, did));
    cache.put(did, new Known(change, who));
    return who;
  }

  private Who among(Did did, int[] customers) {
    return cache.getIfPresent(did) != null || customers.length > MANY
        ? all(did)
        : activities.reading(searcher -> some(searcher, did, customers));
  }

  private Who everybody(IndexSearcher searcher, Did did) throws IOException {
    Who who = nobody(did, runs.most(searcher));
    scan(did).all(searcher, runs, who::set);
    return who;
  }

  private Who some(IndexSearcher searcher, Did did, int[] customers) throws IOException {
    Who who = nobody(did, customers.length == 0 ? 0 : customers[customers.length - 1]);
    scan(did).some(searcher, runs, customers, who::set);
    return who;
  }

  private Who updated(IndexSearcher searcher, Did did, Who before, int[] touchedNumbers)
      throws IOException {
    if (touchedNumbers.length == 0) {
      return before;
    }
    Who who = before.copy(touchedNumbers[touchedNumbers.length - 1]);
    for (int customer : touchedNumbers) {
      who.something.clear(customer);
    }
    scan(did).some(searcher, runs, touchedNumbers, who::set);
    return who;
  }

  private DidScan scan(Did did) {
    return new DidScan(did, Objects.requireNonNull(evaluations.get(did.kind())), amounts);
  }

  private static Who nobody(Did did, int most) {
    return new Who(new FixedBitSet(most + 1), new FixedBitSet(most + 1), did.satisfiedByNone());
  }

  /** Heap taken by kept answers, in bytes; about. */
  long bytes() {
    return cache.asMap().values().stream().mapToLong(known -> known.who.bytes()).sum();
  }
}
