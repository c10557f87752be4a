package dev.winnow.imports;

import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.imports.Side.Found;
import dev.winnow.imports.Side.Put;
import dev.winnow.imports.UndoLog.Entry;
import dev.winnow.imports.UndoLog.Kind;
import dev.winnow.ingest.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes back what an import has written: its log is played backwards, activities first. What is no
 * longer as the import left it has been changed by somebody else and stays. Doing it twice, as
 * after a crash, comes to the same.
 */
final class Undoer {
  private static final long CHECKPOINT_EVERY = 100_000;

  private final ImportServices services;
  private final Origin origin;
  private final Progress progress;
  private final LongSet kept = new LongSet();
  private long keptCount;
  private long done;

  /**
   * @param source of the import
   */
  Undoer(ImportServices services, String source, Progress progress) {
    this.services = services;
    this.origin = new Origin(source, services.clock().instant());
    this.progress = progress;
  }

  /**
   * Plays the log.
   *
   * @return how many things stay as they are, since others have changed them
   */
  long undo(Path file) throws IOException {
    try (UndoLog log = new UndoLog(file)) {
      new Pass<>(new ActivitySide(services.activities())).play(log);
      checkpoint();
      new Pass<>(
              new CustomerSide(
                  services.schema(),
                  services.engine(),
                  services.pipeline(),
                  Durability.AT_CHECKPOINT,
                  Set.of()))
          .play(log);
      checkpoint();
      unarchive(log);
      checkpoint();
    }
    services.activities().pipeline().settle();
    return keptCount;
  }

  private void unarchive(UndoLog log) {
    for (long end = log.length(); end > 0; end = log.beginOfBlockBefore(end)) {
      for (Entry entry : log.blockBefore(end)) {
        switch (entry.kind()) {
          case ARCHIVED -> {
            var _ = services.pipeline().unarchive(List.of(entry.id()), Durability.AT_CHECKPOINT);
          }
          case REVIVED -> {
            var _ =
                services
                    .pipeline()
                    .archive(
                        List.of(entry.id()),
                        Durability.AT_CHECKPOINT,
                        entry.origin().orElse(origin));
          }
          case CUSTOMER, ACTIVITY -> {}
        }
      }
    }
  }

  private void checkpoint() {
    services.store().checkpoint();
    services.activities().pipeline().checkpoint();
  }

  /** Goes over the log once, for one kind of thing. */
  private final class Pass<T> {
    private final Side<T> side;
    private final Map<String, Optional<Found<T>>> recent = new HashMap<>();
    private long since;

    Pass(Side<T> side) {
      this.side = side;
    }

    private void play(UndoLog log) {
      for (long end = log.length(); end > 0; end = log.beginOfBlockBefore(end)) {
        List<Entry> entries =
            log.blockBefore(end).reversed().stream()
                .filter(entry -> entry.kind() == side.kind())
                .toList();
        takeBack(entries);
        done += entries.size();
        since += entries.size();
        progress.at(done, 0);
        if (since >= CHECKPOINT_EVERY) {
          checkpoint();
          recent.clear();
          since = 0;
        }
      }
    }

    /** A block holds each id at most once. */
    private void takeBack(List<Entry> entries) {
      Map<String, Found<T>> present = present(entries);
      Set<String> needed = side.kind() == Kind.CUSTOMER ? withActivities(entries) : Set.of();
      List<Put<T>> puts = new ArrayList<>();
      for (Entry entry : entries) {
        Optional<Found<T>> now = Optional.ofNullable(present.get(entry.id()));
        Optional<T> before = entry.before().map(bytes -> side.decode(entry.id(), bytes));
        if (now.map(Found::value).equals(before)) {
          continue;
        }
        boolean ours = now.isPresent() && Hash.of(side.encode(now.get().value())) == entry.after();
        if (!ours || (before.isEmpty() && needed.contains(entry.id()))) {
          keep(entry);
        } else {
          puts.add(
              new Put<>(entry.id(), before, now.get().version(), entry.origin().orElse(origin)));
        }
      }
      write(puts, entries);
    }

    private Map<String, Found<T>> present(List<Entry> entries) {
      Map<String, Found<T>> present =
          new HashMap<>(
              side.find(
                  entries.stream().map(Entry::id).filter(id -> !recent.containsKey(id)).toList()));
      for (Entry entry : entries) {
        if (recent.containsKey(entry.id())) {
          recent.get(entry.id()).ifPresent(found -> present.put(entry.id(), found));
        }
      }
      return present;
    }

    private void write(List<Put<T>> puts, List<Entry> entries) {
      List<Receipt> receipts = side.put(puts);
      for (int i = 0; i < puts.size(); i++) {
        Put<T> put = puts.get(i);
        switch (receipts.get(i).outcome()) {
          case INSERTED, UPDATED, UNCHANGED, DELETED, NOT_FOUND -> {
            long version = receipts.get(i).version();
            recent.put(put.id(), put.value().map(value -> new Found<>(value, version(version))));
          }
          case CONFLICT, MERGED, REJECTED ->
              entries.stream()
                  .filter(entry -> entry.id().equals(put.id()))
                  .forEach(Undoer.this::keep);
        }
      }
    }

    private long version(long given) {
      return given == 0 ? Side.ANY : given;
    }
  }

  private void keep(Entry entry) {
    if (kept.add(Hash.of(entry.kind().ordinal() + entry.id()))) {
      keptCount++;
    }
  }

  /** Customers that the import added, and with whom others have booked something since. */
  private Set<String> withActivities(List<Entry> entries) {
    Set<String> found = new HashSet<>();
    List<String> added =
        entries.stream().filter(entry -> entry.before().isEmpty()).map(Entry::id).toList();
    services
        .activities()
        .store()
        .histories(
            added,
            false,
            (id, activities) -> {
              if (!activities.isEmpty()) {
                found.add(id);
              }
            });
    return found;
  }
}
