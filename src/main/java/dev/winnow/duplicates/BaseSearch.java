package dev.winnow.duplicates;

import dev.winnow.engine.KeyedCustomers;
import dev.winnow.engine.MatchIndex;
import dev.winnow.engine.Progress;
import dev.winnow.matching.Ceiling;
import dev.winnow.matching.Frequencies;
import dev.winnow.matching.Matching;
import dev.winnow.matching.Matching.Subject;
import dev.winnow.matching.Resemblance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Compares all customers that share a key, at one point in time. Three passes: over the keys, which
 * says who is to be compared; over the customers, which are packed into a file; and over the pairs.
 * Memory grows with the number of customers by some hundred bytes each, and with nothing else.
 */
final class BaseSearch {
  private static final int PLACES_AT_ONCE = 2_000;

  /** Pairs that are told at most, the likeliest. */
  static final int MOST_PAIRS = 100_000;

  /** Where each pass begins and the last ends, in units of progress: about what each takes. */
  private static final int[] PASSES = {0, 100, 700, 1_000};

  private static final Comparator<Found> LEAST_LIKELY_FIRST =
      Comparator.comparingDouble(Found::score)
          .thenComparing(Found::left, Comparator.reverseOrder())
          .thenComparing(Found::right, Comparator.reverseOrder());

  private final Matching matching;
  private final MatchIndex index;
  private final Path folder;

  BaseSearch(Matching matching, MatchIndex index, Path folder) {
    this.matching = matching;
    this.index = index;
    this.folder = folder;
  }

  /**
   * What was found.
   *
   * @param pairs the likeliest first
   * @param all how many there were, with those beyond {@link #MOST_PAIRS}
   * @param compared how many pairs share a key
   */
  record Result(List<Found> pairs, long all, long compared) {}

  private record Part(List<Found> pairs, long compared) {}

  /**
   * Finds the pairs.
   *
   * @param least the score from which a pair counts
   */
  Result search(double least, Progress progress) throws IOException {
    progress.at(0, PASSES[3]);
    try (KeyedCustomers customers = index.all()) {
      Blocks blocks = Blocks.of(customers, pass(progress, 0));
      try (PackedSubjects subjects =
          new PackedSubjects(folder, customers, matching, blocks::isShared, pass(progress, 1))) {
        return compare(customers.places(), blocks, subjects, least, pass(progress, 2));
      }
    }
  }

  private static Progress pass(Progress progress, int number) {
    int begin = PASSES[number];
    int length = PASSES[number + 1] - begin;
    return (done, total) ->
        progress.at(begin + length * done / Math.max(1, Math.max(done, total)), PASSES[3]);
  }

  private static Result compare(
      int places, Blocks blocks, PackedSubjects subjects, double least, Progress progress) {
    PriorityQueue<Found> best = new PriorityQueue<>(LEAST_LIKELY_FIRST);
    long[] counts = new long[2];
    Slices.each(
        places,
        PLACES_AT_ONCE,
        (from, to) -> compare(from, to, blocks, subjects, least),
        part -> {
          counts[0] += part.pairs.size();
          counts[1] += part.compared;
          best.addAll(part.pairs);
          while (best.size() > MOST_PAIRS) {
            best.remove();
          }
        },
        progress);
    List<Found> sorted = new ArrayList<>(best);
    sorted.sort(LEAST_LIKELY_FIRST.reversed());
    return new Result(sorted, counts[0], counts[1]);
  }

  private static Part compare(
      int from, int to, Blocks blocks, PackedSubjects subjects, double least) {
    List<Found> found = new ArrayList<>();
    Frequencies frequencies = blocks.frequencies();
    Ceiling ceiling = subjects.ceiling(least);
    Ints others = new Ints();
    long compared = 0;
    for (int place = from; place < to; place++) {
      blocks.behind(place, others);
      compared += others.size();
      long sketch = others.size() == 0 ? 0 : subjects.sketch(place);
      others.keep(other -> ceiling.mayBeReached(sketch, subjects.sketch(other)));
      if (others.size() > 0) {
        Subject subject = subjects.at(place);
        for (int i = 0; i < others.size(); i++) {
          Subject other = subjects.at(others.get(i));
          Resemblance resemblance = subject.compare(other, frequencies);
          if (resemblance.score() >= least) {
            found.add(pair(subject.id(), other.id(), resemblance));
          }
        }
      }
    }
    return new Part(found, compared);
  }

  private static Found pair(String one, String other, Resemblance resemblance) {
    return one.compareTo(other) < 0
        ? new Found(one, other, resemblance.score(), resemblance.differentCodes())
        : new Found(other, one, resemblance.score(), resemblance.differentCodes());
  }
}
