package dev.winnow.connections;

import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** The runs of all connections, on disk. */
final class RunHistory {
  private final Table<ConnectionRun> table;

  RunHistory(Database database) {
    this.table = database.table("connection-runs", ConnectionRun.class);
  }

  /** Those of one connection, the latest first. */
  List<ConnectionRun> of(String name) {
    return List.copyOf(all(name).values()).reversed();
  }

  void put(String name, ConnectionRun run) {
    table.put(key(name, run), run);
  }

  void remove(String name, ConnectionRun run) {
    table.remove(key(name, run));
  }

  /** Forgets all runs of a connection. */
  void forget(String name) {
    all(name).keySet().forEach(table::remove);
  }

  /**
   * Forgets all but the latest.
   *
   * @return the imports that the forgotten ones made
   */
  List<String> forgetOld(String name, int kept) {
    SequencedMap<String, ConnectionRun> all = all(name);
    List<String> old = List.copyOf(all.keySet()).subList(0, Math.max(0, all.size() - kept));
    List<String> imports =
        all.entrySet().stream()
            .filter(entry -> old.contains(entry.getKey()))
            .flatMap(entry -> entry.getValue().imported().stream())
            .toList();
    old.forEach(table::remove);
    return imports;
  }

  private SequencedMap<String, ConnectionRun> all(String name) {
    return table.startingWith(name + "/");
  }

  private static String key(String name, ConnectionRun run) {
    return String.format(Locale.ROOT, "%s/%010d", name, run.number());
  }
}
