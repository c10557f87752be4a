package dev.winnow.duplicates;

import dev.winnow.customer.Customer;
import dev.winnow.duplicates.Merge.Step;
import dev.winnow.duplicates.Pair.Decision;
import dev.winnow.duplicates.Pair.State;
import dev.winnow.engine.Progress;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs.Work;
import dev.winnow.matching.Resemblance;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Customers that may be in the list twice: finds them, remembers what was decided, merges them and
 * undoes that. Decisions are made one after the other. Safe for use by many threads.
 */
public final class Duplicates {
  private static final String ALL = "all";

  /** The kind of the job that searches. */
  public static final String SEARCH = "duplicates";

  /** The kind of the job that merges. */
  public static final String MERGE = "merge-duplicates";

  private final Surroundings around;
  private final Pairs pairs;
  private final Table<Settings> settings;
  private final Merger merger;
  private final ReentrantLock deciding = new ReentrantLock();

  public Duplicates(Surroundings around) {
    this.around = around;
    this.pairs = new Pairs(around.database());
    this.settings = around.database().table("duplicate-settings", Settings.class);
    this.merger = new Merger(around, new MergeLog(around.folder()));
  }

  /** Goes on with merges that a crash has interrupted; to be called before anything is served. */
  public void start() {
    merger.repair();
    for (Pair pair : pairs.list()) {
      boolean merged = merger.find(pair.id()).isPresent();
      if (merged && pair.decision() != Decision.MERGED) {
        Merge merge = merger.find(pair.id()).orElseThrow();
        pairs.put(pair.decided(Decision.MERGED, merge.by(), merge.at()));
      } else if (!merged && pair.decision() == Decision.MERGED) {
        pairs.put(pair.open(true));
      }
    }
  }

  public Settings settings() {
    return settings.get(ALL).orElse(Settings.DEFAULT);
  }

  public void change(Settings changed) {
    settings.put(ALL, changed);
  }

  /** Finds existing customers that rows not yet written may be. */
  public Lookalikes lookalikes() {
    return new Lookalikes(around.matching(), around.index(), () -> settings().review());
  }

  /** The customer that the one with the id has become part of. */
  public Optional<String> survivor(String id) {
    return around.aliases().survivor(id);
  }

  /** Begins to look through all customers, unless that goes on already. */
  public Job search() {
    return only(SEARCH, this::search);
  }

  /** Looks through all customers; what was found before stays as it is when that is stopped. */
  public void search(Progress progress) throws Exception {
    BaseSearch search = new BaseSearch(around.matching(), around.index(), around.folder());
    BaseSearch.Result result = search.search(settings().review(), progress);
    deciding.lock();
    try {
      var _ = pairs.update(result.pairs());
    } finally {
      deciding.unlock();
    }
  }

  /** Begins to merge what needs no decision, unless that goes on already. */
  public Job mergeAutomatic(String by) {
    return only(MERGE, progress -> new AutomaticMerge(this, by).run(progress));
  }

  private Job only(String kind, Work work) {
    return around.jobs().list().stream()
        .filter(job -> job.kind().equals(kind) && job.state() == Job.State.RUNNING)
        .findFirst()
        .orElseGet(() -> around.jobs().startCancellable(kind, ALL, work));
  }

  /** All pairs, the likeliest first, decided ones among them. */
  public List<Pair> list() {
    return pairs.list();
  }

  /** How many pairs stand where. */
  public Map<State, Integer> counts() {
    return pairs.counts(settings());
  }

  /**
   * The pair.
   *
   * @throws WinnowException DUPLICATE_NOT_FOUND
   */
  public Pair get(String id) {
    return pairs
        .get(id)
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.DUPLICATE_NOT_FOUND,
                    "There is no pair of customers with this id. It may be gone since the last"
                        + " search."));
  }

  /** The two customers as they are now or, when they are merged, were before; empty when gone. */
  public Optional<Both> both(Pair pair) {
    Optional<Merge> merge = merger.find(pair.id());
    if (merge.isPresent()) {
      var before = merger.before(pair.id());
      Customer survivor = merger.decode(merge.get().survivor(), before.survivor());
      Customer gone = merger.decode(merge.get().gone(), before.gone());
      boolean keptLeft = survivor.id().equals(pair.left());
      return Optional.of(new Both(keptLeft ? survivor : gone, keptLeft ? gone : survivor, merge));
    }
    Optional<StoredCustomer> left = around.engine().get(pair.left());
    Optional<StoredCustomer> right = around.engine().get(pair.right());
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : Optional.of(new Both(left.get().customer(), right.get().customer(), Optional.empty()));
  }

  /**
   * The customers of a pair.
   *
   * @param merge how they were merged
   */
  public record Both(Customer left, Customer right, Optional<Merge> merge) {}

  /** How alike two customers are now, with the reasons. */
  public Resemblance compare(Customer left, Customer right) {
    var one = around.matching().subject(left);
    var other = around.matching().subject(right);
    Map<Long, Integer> customers = around.index().frequencies(List.of(one.keys(), other.keys()));
    return one.compare(other, key -> customers.getOrDefault(key, 1));
  }

  /**
   * Merges the customers of a pair.
   *
   * @param keep the id of the one that stays
   * @param choices by field
   * @return the id of the one that stays
   * @throws WinnowException DUPLICATE_NOT_FOUND, PAIR_DECIDED, CUSTOMER_NOT_FOUND, INVALID_REQUEST
   */
  public String merge(String id, String keep, Map<String, FieldChoice> choices, String by) {
    deciding.lock();
    try {
      Pair pair = get(id);
      requireUnmerged(pair);
      boolean keepsLeft = keep.equals(pair.left());
      if (!keepsLeft && !keep.equals(pair.right())) {
        throw new WinnowException(
            ProblemCode.INVALID_REQUEST, "The customer to keep is none of the two.");
      }
      String gone = keepsLeft ? pair.right() : pair.left();
      merger.merge(
          new Merge(id, keep, gone, Step.MERGING, by, around.clock().instant()),
          keepsLeft,
          choices);
      pairs.put(pair.decided(Decision.MERGED, by, around.clock().instant()));
      return keep;
    } finally {
      deciding.unlock();
    }
  }

  /** Remembers that two customers are not the same. */
  public void distinct(String id, String by) {
    deciding.lock();
    try {
      Pair pair = get(id);
      requireUnmerged(pair);
      pairs.put(pair.decided(Decision.DISTINCT, by, around.clock().instant()));
    } finally {
      deciding.unlock();
    }
  }

  /**
   * Takes a decision back: a merge, or that two are not the same. A person has to decide anew.
   *
   * @throws WinnowException PAIR_DECIDED when nothing was decided, MERGE_CHANGED when the customer
   *     has been changed since
   */
  public void undo(String id) {
    deciding.lock();
    try {
      Pair pair = get(id);
      switch (pair.decision()) {
        case OPEN ->
            throw new WinnowException(
                ProblemCode.PAIR_DECIDED, "Nothing was decided of these two that could be undone.");
        case DISTINCT -> {}
        case MERGED -> merger.find(id).ifPresent(merger::undo);
      }
      pairs.put(pair.open(true));
    } finally {
      deciding.unlock();
    }
  }

  /** Why a merge cannot be undone; empty when it can. */
  public Optional<String> changedSince(Merge merge) {
    return merger.changedSince(merge);
  }

  /** Whether two customers were said not to be the same. */
  boolean areDistinct(String one, String other) {
    return pairs
        .get(Pair.id(one, other))
        .filter(pair -> pair.decision() == Decision.DISTINCT)
        .isPresent();
  }

  Optional<Customer> customer(String id) {
    return around.engine().get(id).map(StoredCustomer::given);
  }

  /** Adds a pair that follows from others. */
  void add(Found found) {
    Pair pair = Pair.of(found);
    if (pairs.get(pair.id()).isEmpty()) {
      pairs.put(pair);
    }
  }

  private static void requireUnmerged(Pair pair) {
    if (pair.decision() == Decision.MERGED) {
      throw new WinnowException(
          ProblemCode.PAIR_DECIDED, "These two have been merged. Undo that first.");
    }
  }
}
