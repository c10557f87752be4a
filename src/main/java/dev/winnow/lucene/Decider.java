package dev.winnow.lucene;

import dev.winnow.customer.CustomerLayers;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.OverrideCodec;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.engine.WriteResult.Outcome;
import dev.winnow.lucene.CustomerIndex.Counters;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what a write does to the state it finds, and gives numbers and versions. */
final class Decider {
  private final CustomerIndex index;
  private long nextNumber;
  private long nextVersion;

  /** The answer to a write, and the change it makes unless it makes none. */
  record Decision(WriteResult result, Optional<StateChange> change) {
    private static Decision refused(String id, Outcome outcome, long version) {
      return new Decision(new WriteResult(id, outcome, version), Optional.empty());
    }
  }

  Decider(CustomerIndex index, Counters counters) {
    this.index = index;
    this.nextNumber = counters.number();
    this.nextVersion = counters.version();
  }

  /** The next number and version to give. */
  Counters counters() {
    return new Counters(nextNumber, nextVersion);
  }

  /**
   * Decides one write.
   *
   * @param earlier a change to the same customer that is decided but not yet given to the index
   */
  Decision decide(EncodedWrite encoded, @Nullable StateChange earlier) {
    Write write = encoded.write();
    Optional<CustomerState> state =
        earlier == null
            ? index.find(write.id())
            : Optional.of(earlier.state()).filter(each -> !each.deleted());
    boolean isNew = earlier == null ? state.isEmpty() : earlier.isNew();
    long present = state.map(CustomerState::version).orElse(0L);
    if (!isExpected(write.expected(), state)) {
      return Decision.refused(write.id(), Outcome.CONFLICT, present);
    }
    return switch (write) {
      case Write.Delete(String id, Expected _) ->
          state.isEmpty()
              ? Decision.refused(id, Outcome.NOT_FOUND, 0)
              : changed(
                  new CustomerState(id, state.get().number(), nextVersion++, null),
                  isNew,
                  new WriteResult(id, Outcome.DELETED, 0),
                  Optional.empty());
      case Write.Put put -> {
        StoredSource stored =
            state
                .map(found -> StoredSource.of(found.source()).withGiven(encoded.layer()))
                .orElseGet(() -> StoredSource.of(encoded.layer()));
        Optional<CustomerLayers> layers =
            stored.onlyGiven() ? Optional.of(CustomerLayers.of(put.customer())) : Optional.empty();
        yield put(put.id(), stored, layers, state, isNew);
      }
      case Write.Compute(String id, _) ->
          state.isEmpty()
              ? Decision.refused(id, Outcome.NOT_FOUND, 0)
              : put(
                  id,
                  StoredSource.of(state.get().source()).withComputed(encoded.layer()),
                  Optional.empty(),
                  state,
                  isNew);
      case Write.Grade grade ->
          state.isEmpty()
              ? Decision.refused(grade.id(), Outcome.NOT_FOUND, 0)
              : put(
                  grade.id(),
                  graded(StoredSource.of(state.get().source()), grade),
                  Optional.empty(),
                  state,
                  isNew);
    };
  }

  private static StoredSource graded(StoredSource stored, Write.Grade grade) {
    Map<String, GradeOverride> overrides = new TreeMap<>();
    if (stored.overrides().length > 0) {
      overrides.putAll(OverrideCodec.decode(grade.id(), stored.overrides()));
    }
    grade
        .override()
        .ifPresentOrElse(
            override -> overrides.put(grade.facet(), override),
            () -> overrides.remove(grade.facet()));
    return stored.withOverrides(OverrideCodec.encode(overrides));
  }

  private Decision put(
      String id,
      StoredSource stored,
      Optional<CustomerLayers> layers,
      Optional<CustomerState> state,
      boolean isNew) {
    byte[] source = stored.join();
    if (state.isPresent() && state.get().hasSource(source)) {
      return Decision.refused(id, Outcome.UNCHANGED, state.get().version());
    }
    long number = state.map(CustomerState::number).orElseGet(() -> nextNumber++);
    long version = nextVersion++;
    Outcome outcome = state.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    return changed(
        new CustomerState(id, number, version, source),
        isNew,
        new WriteResult(id, outcome, version),
        layers);
  }

  private static Decision changed(
      CustomerState state, boolean isNew, WriteResult result, Optional<CustomerLayers> layers) {
    return new Decision(result, Optional.of(new StateChange(state, isNew, layers)));
  }

  private static boolean isExpected(Expected expected, Optional<CustomerState> state) {
    return switch (expected) {
      case Expected.Anything _ -> true;
      case Expected.Absent _ -> state.isEmpty();
      case Expected.Version(long version) -> state.isPresent() && state.get().version() == version;
    };
  }
}
