package dev.winnow.duplicates;

import dev.winnow.duplicates.Pair.Decision;
import dev.winnow.duplicates.Pair.State;
import dev.winnow.store.Database;
import dev.winnow.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The pairs found, and what was decided of them. At most {@value BaseSearch#MOST_PAIRS} open ones
 * are kept, the likeliest; what was decided is kept for ever. Safe for use by many threads.
 */
final class Pairs {
  private static final int AT_ONCE = 2_000;
  private static final Comparator<Pair> LIKELIEST_FIRST =
      Comparator.comparingDouble((Pair pair) -> -pair.score()).thenComparing(pair -> pair.id());

  private final Database database;
  private final Table<Pair> table;
  private final Map<String, Pair> all = new HashMap<>();
  private Optional<List<Pair>> sorted = Optional.empty();

  Pairs(Database database) {
    this.database = database;
    this.table = database.table("duplicate-pairs", Pair.class);
    table.values().forEach(pair -> all.put(pair.id(), pair));
  }

  synchronized Optional<Pair> get(String id) {
    return Optional.ofNullable(all.get(id));
  }

  synchronized void put(Pair pair) {
    table.put(pair.id(), pair);
    all.put(pair.id(), pair);
    sorted = Optional.empty();
  }

  synchronized void remove(Pair pair) {
    table.remove(pair.id());
    all.remove(pair.id());
    sorted = Optional.empty();
  }

  /** All pairs, the likeliest first. */
  synchronized List<Pair> list() {
    if (sorted.isEmpty()) {
      sorted = Optional.of(all.values().stream().sorted(LIKELIEST_FIRST).toList());
    }
    return sorted.get();
  }

  /** How many pairs stand where. */
  Map<State, Integer> counts(Settings settings) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    for (State state : State.values()) {
      counts.put(state, 0);
    }
    list()
        .forEach(
            pair -> pair.state(settings).ifPresent(state -> counts.merge(state, 1, Integer::sum)));
    return counts;
  }

  /**
   * Takes in what a search has found: new pairs are added, open ones get their score, open ones no
   * longer found go, and what was decided stays.
   *
   * @return how many are new
   */
  synchronized int update(List<Found> found) {
    Set<String> seen = new HashSet<>();
    List<Pair> changed = new ArrayList<>();
    int fresh = 0;
    for (Found each : found) {
      Pair pair = Pair.of(each);
      Optional<Pair> known = get(pair.id());
      seen.add(pair.id());
      if (known.isEmpty()) {
        fresh++;
        changed.add(pair);
      } else if (known.get().decision() == Decision.OPEN && known.get().score() != each.score()) {
        boolean held = known.get().held() || each.differentCodes();
        changed.add(
            new Pair(
                each.left(),
                each.right(),
                each.score(),
                Decision.OPEN,
                held,
                Optional.empty(),
                Optional.empty()));
      }
    }
    List<Pair> gone =
        all.values().stream()
            .filter(pair -> pair.decision() == Decision.OPEN && !seen.contains(pair.id()))
            .toList();
    inParts(changed, this::put);
    inParts(gone, this::remove);
    return fresh;
  }

  private void inParts(List<Pair> pairs, Consumer<Pair> action) {
    for (int from = 0; from < pairs.size(); from += AT_ONCE) {
      List<Pair> part = pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE));
      database.run(() -> part.forEach(action));
    }
  }
}
