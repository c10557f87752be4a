package dev.winnow.imports;

import dev.winnow.imports.Decision.Judged;
import dev.winnow.imports.Decision.Step;
import dev.winnow.imports.Side.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what rows do to what is there. It remembers what it has decided, since that cannot be
 * read before the next checkpoint. Of one thread.
 */
final class Decisions<T> {
  private final Side<T> side;
  private final Mode mode;
  private final Map<String, Optional<Found<T>>> recent;

  /**
   * @param remembered how many of the latest decisions are remembered
   */
  Decisions(Side<T> side, Mode mode, int remembered) {
    this.side = side;
    this.mode = mode;
    this.recent =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Optional<Found<T>>> eldest) {
            return size() > remembered;
          }
        };
  }

  /** What steps do, by what they concern. */
  List<Decision<T>> decide(List<Step> steps) {
    Map<String, List<Step>> byId = new LinkedHashMap<>();
    for (Step step : steps) {
      byId.computeIfAbsent(step.item().id(), _ -> new ArrayList<>()).add(step);
    }
    Map<String, Found<T>> stored =
        side.find(byId.keySet().stream().filter(id -> !recent.containsKey(id)).toList());
    List<Decision<T>> decisions = new ArrayList<>();
    byId.forEach(
        (id, mine) -> {
          Optional<Found<T>> found = recent.getOrDefault(id, Optional.ofNullable(stored.get(id)));
          Decision<T> decision = decide(id, found, mine);
          decisions.add(decision);
          if (decision.changes()) {
            wrote(id, decision.after(), Side.ANY);
          }
        });
    return decisions;
  }

  private Decision<T> decide(String id, Optional<Found<T>> found, List<Step> steps) {
    Optional<T> before = found.map(Found::value);
    Optional<T> now = before;
    boolean archived = found.isPresent() && found.get().archived();
    boolean revives = false;
    List<Judged<T>> rows = new ArrayList<>();
    for (Step step : steps) {
      Optional<T> next = Optional.of(side.next(now, step.item()));
      Outcome outcome = outcome(now, next, archived && !revives);
      rows.add(new Judged<>(step, outcome, now, next));
      if (outcome != Outcome.SKIPPED) {
        now = next;
        revives = archived;
      }
    }
    return new Decision<>(
        id,
        before,
        found.map(Found::version).orElse(Side.ABSENT),
        now,
        revives,
        found.flatMap(Found::origin),
        rows);
  }

  private Outcome outcome(Optional<T> now, Optional<T> next, boolean archived) {
    if (now.isEmpty()) {
      return mode == Mode.UPDATE ? Outcome.SKIPPED : Outcome.ADDED;
    }
    if (now.equals(next) && !archived) {
      return Outcome.UNCHANGED;
    }
    return mode == Mode.ADD ? Outcome.SKIPPED : Outcome.CHANGED;
  }

  /** Says what has been written, so that it is known before it can be read. */
  void wrote(String id, Optional<T> value, long version) {
    recent.put(id, value.map(each -> new Found<>(each, version)));
  }

  /** Forgets what was decided: it has to be read again. */
  void forget(String id) {
    recent.remove(id);
  }

  /** What was written can be read from now on. */
  void visible() {
    recent.clear();
  }
}
