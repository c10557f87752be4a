package dev.winnow.lucene;

import dev.winnow.lucene.CustomerIndex.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the journal's frames at start. An entry older than what the index already shows of its
 * customer is passed over: a commit may contain writes from behind the position it names.
 */
final class Replay {
  private final CustomerIndex index;
  private long nextNumber;
  private long nextVersion;

  Replay(CustomerIndex index, Counters counters) {
    this.index = index;
    this.nextNumber = counters.number();
    this.nextVersion = counters.version();
  }

  void accept(byte[] frame) {
    Map<String, StateChange> changes = new LinkedHashMap<>();
    for (JournalEntry entry : JournalEntry.decode(frame)) {
      nextNumber = Math.max(nextNumber, entry.number() + 1);
      nextVersion = Math.max(nextVersion, entry.version() + 1);
      Optional<CustomerState> present = index.find(entry.id());
      if (present.isEmpty() || present.get().version() < entry.version()) {
        CustomerState state = CustomerState.of(entry);
        changes.put(entry.id(), new StateChange(state, present.isEmpty(), Optional.empty()));
      }
    }
    try {
      index.apply(changes.values(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What may be given next, everything replayed considered. */
  Counters counters() {
    return new Counters(nextNumber, nextVersion);
  }
}
