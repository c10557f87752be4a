package dev.winnow.lucene;

import dev.winnow.customer.CustomerLayers;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.OriginCodec;
import dev.winnow.customer.Origins;
import dev.winnow.customer.OverrideCodec;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.engine.WriteResult.Outcome;
import dev.winnow.lucene.StoredSource.Layer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of customers. */
final class CustomerDecider implements Decider<EncodedWrite, WriteResult, CustomerLayers> {
  private final StateIndex<CustomerLayers> index;
  private final CustomerDocuments documents;
  private long nextNumber;
  private long nextVersion;

  CustomerDecider(
      StateIndex<CustomerLayers> index, Counters counters, CustomerDocuments documents) {
    this.index = index;
    this.documents = documents;
    this.nextNumber = counters.number();
    this.nextVersion = counters.version();
  }

  @Override
  public String id(EncodedWrite write) {
    return write.id();
  }

  @Override
  public Counters counters() {
    return new Counters(nextNumber, nextVersion);
  }

  @Override
  public Decision<WriteResult, CustomerLayers> decide(
      EncodedWrite encoded, @Nullable StateChange<CustomerLayers> earlier) {
    Write write = encoded.write();
    Optional<StoredState> state =
        earlier == null
            ? index.find(write.id())
            : Optional.of(earlier.state()).filter(each -> !each.deleted());
    boolean isNew = earlier == null ? state.isEmpty() : earlier.isNew();
    long present = state.map(StoredState::version).orElse(0L);
    if (!isExpected(write.expected(), state)) {
      return refused(write.id(), Outcome.CONFLICT, present);
    }
    return switch (write) {
      case Write.Delete(String id, Expected _) ->
          state.isEmpty()
              ? refused(id, Outcome.NOT_FOUND, 0)
              : changed(
                  new StoredState(id, state.get().number(), nextVersion++, null),
                  isNew,
                  new WriteResult(id, Outcome.DELETED, 0),
                  Optional.empty());
      case Write.Put put when state.isEmpty() -> inserted(put, encoded, isNew);
      case Write.Put put -> replaced(put, encoded, state, isNew);
      case Write.Compute(String id, _) ->
          state.isEmpty()
              ? refused(id, Outcome.NOT_FOUND, 0)
              : put(
                  id,
                  source(state).with(Layer.COMPUTED, encoded.layer()),
                  Optional.empty(),
                  state,
                  isNew);
      case Write.Grade grade ->
          state.isEmpty()
              ? refused(grade.id(), Outcome.NOT_FOUND, 0)
              : put(grade.id(), graded(source(state), grade), Optional.empty(), state, isNew);
      case Write.Archive archive ->
          state.isEmpty()
              ? refused(archive.id(), Outcome.NOT_FOUND, 0)
              : put(archive.id(), archived(source(state), encoded), Optional.empty(), state, isNew);
    };
  }

  private Decision<WriteResult, CustomerLayers> inserted(
      Write.Put put, EncodedWrite encoded, boolean isNew) {
    StoredSource stored = StoredSource.of(encoded.layer()).with(Layer.ORIGINS, encoded.origins());
    Origins origins = put.origin().map(Origins::all).orElse(Origins.NONE);
    Optional<CustomerLayers> layers = Optional.of(CustomerLayers.of(put.customer(), origins));
    return put(put.id(), stored, layers, Optional.empty(), isNew);
  }

  /** Values that stay as they are keep their origin, so that giving them again changes nothing. */
  private Decision<WriteResult, CustomerLayers> replaced(
      Write.Put put, EncodedWrite encoded, Optional<StoredState> state, boolean isNew) {
    StoredSource before = source(state);
    if (Arrays.equals(before.given(), encoded.layer())) {
      return put(put.id(), before.without(Layer.ARCHIVED), Optional.empty(), state, isNew);
    }
    Origins origins =
        OriginCodec.decode(put.id(), before.get(Layer.ORIGINS))
            .after(documents.given(put.id(), before), put.customer(), put.origin());
    StoredSource stored =
        before
            .withGiven(encoded.layer())
            .with(Layer.ORIGINS, OriginCodec.encode(origins))
            .without(Layer.ARCHIVED);
    Optional<CustomerLayers> layers =
        stored.has(Layer.COMPUTED) || stored.has(Layer.OVERRIDES)
            ? Optional.empty()
            : Optional.of(CustomerLayers.of(put.customer(), origins));
    return put(put.id(), stored, layers, state, isNew);
  }

  private static StoredSource archived(StoredSource stored, EncodedWrite encoded) {
    return encoded.origins().length > 0 && stored.has(Layer.ARCHIVED)
        ? stored
        : stored.with(Layer.ARCHIVED, encoded.origins());
  }

  private static StoredSource source(Optional<StoredState> state) {
    return StoredSource.of(state.orElseThrow().source());
  }

  private static StoredSource graded(StoredSource stored, Write.Grade grade) {
    Map<String, GradeOverride> overrides = new TreeMap<>();
    if (stored.has(Layer.OVERRIDES)) {
      overrides.putAll(OverrideCodec.decode(grade.id(), stored.get(Layer.OVERRIDES)));
    }
    grade
        .override()
        .ifPresentOrElse(
            override -> overrides.put(grade.facet(), override),
            () -> overrides.remove(grade.facet()));
    return stored.with(Layer.OVERRIDES, OverrideCodec.encode(overrides));
  }

  private Decision<WriteResult, CustomerLayers> put(
      String id,
      StoredSource stored,
      Optional<CustomerLayers> layers,
      Optional<StoredState> state,
      boolean isNew) {
    byte[] source = stored.join();
    if (state.isPresent() && state.get().hasSource(source)) {
      return refused(id, Outcome.UNCHANGED, state.get().version());
    }
    long number = state.map(StoredState::number).orElseGet(() -> nextNumber++);
    long version = nextVersion++;
    Outcome outcome = state.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    return changed(
        new StoredState(id, number, version, source),
        isNew,
        new WriteResult(id, outcome, version),
        layers);
  }

  private static Decision<WriteResult, CustomerLayers> refused(
      String id, Outcome outcome, long version) {
    return new Decision<>(new WriteResult(id, outcome, version), Optional.empty());
  }

  private static Decision<WriteResult, CustomerLayers> changed(
      StoredState state, boolean isNew, WriteResult result, Optional<CustomerLayers> layers) {
    return new Decision<>(result, Optional.of(new StateChange<>(state, isNew, layers, "")));
  }

  private static boolean isExpected(Expected expected, Optional<StoredState> state) {
    return switch (expected) {
      case Expected.Anything _ -> true;
      case Expected.Absent _ -> state.isEmpty();
      case Expected.Version(long version) -> state.isPresent() && state.get().version() == version;
    };
  }
}
