package dev.winnow.lucene;

import dev.winnow.activity.Activity;
import dev.winnow.engine.ActivityResult;
import dev.winnow.engine.ActivityResult.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of activities. */
final class ActivityDecider implements Decider<NumberedActivity, ActivityOutcome, Activity> {
  private final StateIndex<Activity> index;
  private final ActivityDocuments documents;
  private final long nextNumber;
  private long nextVersion;

  ActivityDecider(StateIndex<Activity> index, ActivityDocuments documents, Counters counters) {
    this.index = index;
    this.documents = documents;
    this.nextNumber = counters.number();
    this.nextVersion = counters.version();
  }

  @Override
  public String id(NumberedActivity write) {
    return write.id();
  }

  @Override
  public Counters counters() {
    return new Counters(nextNumber, nextVersion);
  }

  @Override
  public Decision<ActivityOutcome, Activity> decide(
      NumberedActivity write, @Nullable StateChange<Activity> earlier) {
    Optional<StoredState> state =
        earlier == null
            ? index.find(write.id())
            : Optional.of(earlier.state()).filter(each -> !each.deleted());
    boolean isNew = earlier == null ? state.isEmpty() : earlier.isNew();
    if (write.activity().isEmpty()) {
      return state.isEmpty() ? refused(write, Outcome.NOT_FOUND) : deleted(state.get(), isNew);
    }
    if (write.number() < 0) {
      return refused(write, Outcome.UNKNOWN_CUSTOMER);
    }
    boolean same =
        state.isPresent()
            && state.get().number() == write.number()
            && state.get().hasSource(write.source());
    return same ? refused(write, Outcome.UNCHANGED) : put(write, state, isNew);
  }

  private Decision<ActivityOutcome, Activity> put(
      NumberedActivity write, Optional<StoredState> before, boolean isNew) {
    Activity activity = write.activity().orElseThrow();
    String owner =
        before
            .filter(each -> each.number() != write.number())
            .map(each -> documents.decode(each.source()).customer())
            .orElse("");
    boolean moved = !owner.isEmpty() && !owner.equals(activity.customer());
    ActivityResult result =
        new ActivityResult(
            write.id(),
            before.isPresent() ? Outcome.UPDATED : Outcome.INSERTED,
            moved ? List.of(activity.customer(), owner) : List.of(activity.customer()));
    int number = (int) write.number();
    ActivityOutcome outcome =
        before.isPresent()
            ? new ActivityOutcome(result, number, (int) before.get().number())
            : new ActivityOutcome(result, number);
    StoredState state = new StoredState(write.id(), write.number(), nextVersion++, write.source());
    return new Decision<>(
        outcome,
        Optional.of(new StateChange<>(state, isNew, write.activity(), moved ? owner : "")));
  }

  private Decision<ActivityOutcome, Activity> deleted(StoredState before, boolean isNew) {
    String owner = documents.decode(before.source()).customer();
    StoredState state = new StoredState(before.id(), before.number(), nextVersion++, null);
    return new Decision<>(
        new ActivityOutcome(
            new ActivityResult(before.id(), Outcome.DELETED, List.of(owner)),
            (int) before.number()),
        Optional.of(new StateChange<>(state, isNew, Optional.empty(), owner)));
  }

  private static Decision<ActivityOutcome, Activity> refused(
      NumberedActivity write, Outcome outcome) {
    return new Decision<>(
        new ActivityOutcome(new ActivityResult(write.id(), outcome, List.of())), Optional.empty());
  }
}
