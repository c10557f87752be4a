package dev.winnow.duplicates;

import dev.winnow.customer.Customer;
import dev.winnow.duplicates.Pair.State;
import dev.winnow.engine.Progress;
import dev.winnow.matching.Resemblance;
import dev.winnow.problem.WinnowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Merges all pairs that need no decision, the likeliest first. In a chain, where A is like B and B
 * like C, C is only merged with what A and B have become if that is like enough, if their codes
 * agree, and if nobody has said that C is another than A or B.
 */
final class AutomaticMerge {
  private static final Logger LOG = Logger.getLogger(AutomaticMerge.class.getName());

  private final Duplicates duplicates;
  private final String by;
  private final Map<String, List<String>> members = new HashMap<>();

  AutomaticMerge(Duplicates duplicates, String by) {
    this.duplicates = duplicates;
    this.by = by;
  }

  void run(Progress progress) {
    Settings settings = duplicates.settings();
    List<Pair> pairs =
        duplicates.list().stream()
            .filter(pair -> pair.state(settings).equals(Optional.of(State.AUTOMATIC)))
            .toList();
    for (int i = 0; i < pairs.size(); i++) {
      progress.at(i, pairs.size());
      merge(pairs.get(i), settings);
    }
    progress.at(pairs.size(), pairs.size());
  }

  private void merge(Pair pair, Settings settings) {
    String left = duplicates.survivor(pair.left()).orElse(pair.left());
    String right = duplicates.survivor(pair.right()).orElse(pair.right());
    Optional<Customer> one = duplicates.customer(left);
    Optional<Customer> other = duplicates.customer(right);
    if (left.equals(right) || one.isEmpty() || other.isEmpty() || areDistinct(left, right)) {
      return;
    }
    Resemblance resemblance = duplicates.compare(one.get(), other.get());
    if (resemblance.score() < settings.automatic() || resemblance.differentCodes()) {
      return;
    }
    String smaller = left.compareTo(right) < 0 ? left : right;
    String larger = smaller.equals(left) ? right : left;
    duplicates.add(new Found(smaller, larger, resemblance.score(), false));
    boolean keepsOne = one.get().values().size() >= other.get().values().size();
    String keep = keepsOne ? left : right;
    String gone = keepsOne ? right : left;
    try {
      var _ = duplicates.merge(Pair.id(left, right), keep, Map.of(), by);
      List<String> all = new ArrayList<>(members.getOrDefault(keep, List.of(keep)));
      all.addAll(members.getOrDefault(gone, List.of(gone)));
      members.put(keep, all);
    } catch (WinnowException e) {
      LOG.log(Level.INFO, e, () -> "Not merged: " + left + " and " + right);
    }
  }

  private boolean areDistinct(String left, String right) {
    return members.getOrDefault(left, List.of(left)).stream()
        .anyMatch(
            one ->
                members.getOrDefault(right, List.of(right)).stream()
                    .anyMatch(other -> duplicates.areDistinct(one, other)));
  }
}
