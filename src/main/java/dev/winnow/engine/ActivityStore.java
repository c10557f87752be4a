package dev.winnow.engine;

import dev.winnow.activity.Activity;
import dev.winnow.condition.ActivityKind;
import dev.winnow.engine.CustomerStore.Durability;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What happened with customers: written idempotently by id, read by customer. Whatever customers'
 * fields follow from their activities has to be folded again after a change; the store remembers,
 * also over a crash, for whom that may still have to be done. Safe for use by many threads; every
 * call sees all writes acknowledged before it.
 */
public interface ActivityStore {
  /**
   * Applies writes in order and returns one result for each.
   *
   * @param durability with {@link Durability#JOURNALED}, they are durable and visible on return;
   *     otherwise at the next checkpoint, and from now on {@link #isUnfolded}
   * @param fold told of the customers whose activities have changed, when that is visible; until it
   *     returns, the journal keeps the writes. Not called for {@link Durability#AT_CHECKPOINT}
   */
  List<ActivityResult> apply(
      List<ActivityWrite> writes, Durability durability, Consumer<Set<String>> fold);

  /** Makes everything applied so far durable and visible. */
  void checkpoint();

  Optional<Activity> get(String id);

  /** Some of a customer's activities; none when there is no such customer. */
  Timeline timeline(String customer, Timeline.Query query);

  /**
   * All activities of some customers.
   *
   * @param customers ids; of those that are unknown nothing is told
   * @param withTexts whether texts are wanted; without them reading is much faster, and they are
   *     empty
   */
  void histories(Collection<String> customers, boolean withTexts, History history);

  /**
   * The ids of all customers, those without activities too, in the order in which their histories
   * are read fastest.
   */
  List<String> customers();

  /** Which of some customers there are not. */
  Set<String> unknown(Collection<String> customers);

  /**
   * Deletes activities whose customers are gone, as a crash may leave them.
   *
   * @return how many
   */
  long deleteOrphans();

  /**
   * The customers with an activity in {@code [from, to)}, in milliseconds since 1970 UTC, in no
   * particular order.
   */
  List<String> customersBetween(long from, long to);

  /**
   * Values that activities of the kind have or had in a keyword attribute, in alphabetical order.
   *
   * @param limit at most this many
   */
  List<String> values(ActivityKind kind, String attribute, int limit);

  /** Deletes the activities of customers that have been deleted. */
  void forget(Collection<String> customers);

  /** How many activities there are. */
  long count();

  /** Whether customers may have to be folded, and nobody knows which. */
  boolean isUnfolded();

  /** The customers that may have to be folded after the last start, when all is not. */
  Set<String> unfoldedCustomers();

  /** Everything applied up to now has been folded, and that is durable. */
  void folded();

  /** Told of customers and what happened with them. */
  @FunctionalInterface
  interface History {
    /**
     * Takes what happened with one customer.
     *
     * @param activities in no particular order
     */
    void of(String customer, List<Activity> activities);
  }
}
