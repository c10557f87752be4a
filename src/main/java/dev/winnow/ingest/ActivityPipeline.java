package dev.winnow.ingest;

import dev.winnow.activity.Activity;
import dev.winnow.engine.ActivityResult;
import dev.winnow.engine.ActivityStore;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.problem.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The write path of activities: they are stored, and the fields that follow from them are folded
 * again for whoever they concern. Safe for use by many threads.
 */
public final class ActivityPipeline {
  private final ActivityStore activities;
  private final Folds folds;
  private final Optional<NewCustomers> unknown;

  /**
   * @param unknown makes the customers of activities that have none; empty to refuse those
   */
  public ActivityPipeline(ActivityStore activities, Folds folds, Optional<NewCustomers> unknown) {
    this.activities = activities;
    this.folds = folds;
    this.unknown = unknown;
  }

  /** Applies one write; on return it and the customer's fields are durable and visible. */
  public Receipt apply(ActivityWrite write) {
    return bulk(List.of(write), Durability.JOURNALED).getFirst();
  }

  /**
   * Applies writes in order and returns a receipt for each.
   *
   * @param durability with {@link Durability#AT_CHECKPOINT}, fields are folded by {@link #settle}
   */
  public List<Receipt> bulk(List<ActivityWrite> writes, Durability durability) {
    unknown.ifPresent(customers -> customers.create(activities.unknown(customers(writes))));
    List<ActivityResult> results =
        switch (durability) {
          case JOURNALED -> activities.apply(writes, durability, folds::fold);
          case AT_CHECKPOINT -> folds.later(() -> activities.apply(writes, durability, _ -> {}));
        };
    List<Receipt> receipts = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      receipts.add(receipt(writes.get(i), results.get(i)));
    }
    return receipts;
  }

  /** Whether the customer of an activity is made when there is none. */
  public boolean createsCustomers() {
    return unknown.isPresent();
  }

  /** Makes everything applied so far durable and visible; fields perhaps not yet. */
  public void checkpoint() {
    activities.checkpoint();
  }

  /** Folds for everybody whose activities were loaded at checkpoints, and makes that durable. */
  public void settle() {
    folds.settle();
  }

  /** Deletes the activities of customers that have been deleted. */
  void forget(Collection<String> customers) {
    activities.forget(customers);
  }

  private static Set<String> customers(List<ActivityWrite> writes) {
    Set<String> ids = new HashSet<>();
    for (ActivityWrite write : writes) {
      if (write instanceof ActivityWrite.Put(Activity activity)) {
        ids.add(activity.customer());
      }
    }
    return ids;
  }

  private static Receipt receipt(ActivityWrite write, ActivityResult result) {
    return switch (result.outcome()) {
      case INSERTED -> receipt(result, Receipt.Outcome.INSERTED);
      case UPDATED -> receipt(result, Receipt.Outcome.UPDATED);
      case UNCHANGED -> receipt(result, Receipt.Outcome.UNCHANGED);
      case DELETED -> receipt(result, Receipt.Outcome.DELETED);
      case NOT_FOUND -> receipt(result, Receipt.Outcome.NOT_FOUND);
      case UNKNOWN_CUSTOMER -> Receipt.rejected(result.id(), List.of(unknown(write)));
    };
  }

  private static Receipt receipt(ActivityResult result, Receipt.Outcome outcome) {
    return new Receipt(result.id(), outcome, 0, List.of());
  }

  private static Fault unknown(ActivityWrite write) {
    String id = customers(List.of(write)).stream().collect(Collectors.joining());
    return new Fault(
        "/customer",
        "There is no customer with the id " + id + ".",
        "Put the customer first, or let Winnow create such customers: unknown-customer: create"
            + " under activities in winnow.yml.");
  }
}
