package dev.winnow.bench;

import dev.winnow.bench.Peer.Counts;
import dev.winnow.bench.Screens.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two engines' answers to one question. */
final class Differences {
  private static final int MOST_SHOWN = 10;

  private Differences() {}

  /** Fails with the question and what differs, unless the answers are the same. */
  static void requireNone(Screen screen, Counts ours, String peer, Counts theirs) {
    List<String> differences = of(ours, theirs);
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "Winnow and %s disagree on %s:%n  %s"
              .formatted(
                  peer,
                  screen,
                  String.join(
                      "\n  ", differences.subList(0, Math.min(MOST_SHOWN, differences.size())))));
    }
  }

  /** What differs, in words: first our number, then theirs. */
  static List<String> of(Counts ours, Counts theirs) {
    List<String> differences = new ArrayList<>();
    compare("total", ours.total(), theirs.total(), differences);
    for (String facet : union(ours.counts(), theirs.counts())) {
      Map<String, Long> our = ours.counts().getOrDefault(facet, Map.of());
      Map<String, Long> their = theirs.counts().getOrDefault(facet, Map.of());
      for (String value : union(our, their)) {
        compare(
            facet + " " + value,
            our.getOrDefault(value, 0L),
            their.getOrDefault(value, 0L),
            differences);
      }
    }
    return differences;
  }

  private static void compare(String what, long ours, long theirs, List<String> differences) {
    if (ours != theirs) {
      differences.add("%s: %d, not %d".formatted(what, ours, theirs));
    }
  }

  private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
    Set<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    return all;
  }
}
