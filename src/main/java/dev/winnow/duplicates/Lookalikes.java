package dev.winnow.duplicates;

import dev.winnow.customer.Customer;
import dev.winnow.engine.MatchIndex;
import dev.winnow.engine.MatchIndex.Sharing;
import dev.winnow.matching.Frequencies;
import dev.winnow.matching.Matching;
import dev.winnow.matching.Matching.Subject;
import dev.winnow.matching.Resemblance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Which existing customers a row not yet written may be. Safe for use by many threads; best asked
 * for some hundred rows at once.
 */
public final class Lookalikes {
  private static final int LARGEST_BLOCK = 60;
  private static final int MOST_MATCHES = 10;

  private final Matching matching;
  private final MatchIndex index;
  private final DoubleSupplier review;

  /**
   * @param review the score from which a candidate is told
   */
  public Lookalikes(Matching matching, MatchIndex index, DoubleSupplier review) {
    this.matching = matching;
    this.index = index;
    this.review = review;
  }

  /**
   * For each of the rows, the existing customers with other ids that may be the same, the likeliest
   * first.
   */
  public List<List<Match>> of(List<Customer> fresh) {
    double least = review.getAsDouble();
    List<Subject> subjects = fresh.parallelStream().map(matching::subject).toList();
    Sharing sharing = index.sharing(subjects, LARGEST_BLOCK, least);
    Frequencies frequencies = key -> sharing.frequencies().getOrDefault(key, 1) + 1;
    return IntStream.range(0, subjects.size())
        .parallel()
        .mapToObj(i -> matches(subjects.get(i), sharing.candidates().get(i), frequencies, least))
        .toList();
  }

  private List<Match> matches(
      Subject subject, List<Customer> candidates, Frequencies frequencies, double least) {
    List<Match> matches = new ArrayList<>();
    for (Customer candidate : candidates) {
      if (!candidate.id().equals(subject.id())) {
        Resemblance resemblance = subject.compare(matching.subject(candidate), frequencies);
        if (resemblance.score() >= least) {
          matches.add(new Match(candidate.id(), resemblance.score(), resemblance.reasons()));
        }
      }
    }
    matches.sort(Comparator.comparingDouble((Match match) -> -match.score()));
    return List.copyOf(matches.subList(0, Math.min(matches.size(), MOST_MATCHES)));
  }
}
