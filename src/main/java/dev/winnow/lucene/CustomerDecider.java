package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.engine.WriteResult.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of customers. */
final class CustomerDecider implements Decider<EncodedWrite, WriteResult, Customer> {
  private final StateIndex<Customer> index;
  private long nextNumber;
  private long nextVersion;

  CustomerDecider(StateIndex<Customer> index, Counters counters) {
    this.index = index;
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
  public Decision<WriteResult, Customer> decide(
      EncodedWrite encoded, @Nullable StateChange<Customer> earlier) {
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
      case Write.Put put ->
          state.isPresent() && state.get().hasSource(encoded.source())
              ? refused(put.id(), Outcome.UNCHANGED, present)
              : put(put.customer(), encoded.source(), state, isNew);
    };
  }

  private Decision<WriteResult, Customer> put(
      Customer customer, byte[] source, Optional<StoredState> state, boolean isNew) {
    long number = state.map(StoredState::number).orElseGet(() -> nextNumber++);
    long version = nextVersion++;
    Outcome outcome = state.isPresent() ? Outcome.UPDATED : Outcome.INSERTED;
    return changed(
        new StoredState(customer.id(), number, version, source),
        isNew,
        new WriteResult(customer.id(), outcome, version),
        Optional.of(customer));
  }

  private static Decision<WriteResult, Customer> refused(String id, Outcome outcome, long version) {
    return new Decision<>(new WriteResult(id, outcome, version), Optional.empty());
  }

  private static Decision<WriteResult, Customer> changed(
      StoredState state, boolean isNew, WriteResult result, Optional<Customer> customer) {
    return new Decision<>(result, Optional.of(new StateChange<>(state, isNew, customer, "")));
  }

  private static boolean isExpected(Expected expected, Optional<StoredState> state) {
    return switch (expected) {
      case Expected.Anything _ -> true;
      case Expected.Absent _ -> state.isEmpty();
      case Expected.Version(long version) -> state.isPresent() && state.get().version() == version;
    };
  }
}
