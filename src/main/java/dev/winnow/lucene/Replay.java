package dev.winnow.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Applies the journal's frames at start. An entry older than what the index already shows of its id
 * is passed over: a commit may contain writes from behind the position it names.
 */
final class Replay<T> {
  private final StateIndex<T> index;
  private final Consumer<JournalEntry> listener;
  private long nextNumber;
  private long nextVersion;

  /**
   * @param listener told of every entry, those passed over too
   */
  Replay(StateIndex<T> index, Counters counters, Consumer<JournalEntry> listener) {
    this.index = index;
    this.listener = listener;
    this.nextNumber = counters.number();
    this.nextVersion = counters.version();
  }

  void accept(byte[] frame) {
    Map<String, StateChange<T>> changes = new LinkedHashMap<>();
    for (JournalEntry entry : JournalEntry.decode(frame)) {
      listener.accept(entry);
      nextNumber = Math.max(nextNumber, entry.number() + 1);
      nextVersion = Math.max(nextVersion, entry.version() + 1);
      Optional<StoredState> present = index.find(entry.id());
      if (present.isEmpty() || present.get().version() < entry.version()) {
        changes.put(
            entry.id(),
            new StateChange<>(
                StoredState.of(entry), present.isEmpty(), Optional.empty(), entry.before()));
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
