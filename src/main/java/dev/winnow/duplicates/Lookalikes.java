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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

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
    List<Subject> subjects = fresh.stream().map(matching::subject).toList();
    Sharing sharing = index.sharing(subjects.stream().map(Subject::keys).toList(), LARGEST_BLOCK);
    Frequencies frequencies = key -> sharing.frequencies().getOrDefault(key, 1) + 1;
    Map<String, Subject> existing = new HashMap<>();
    List<List<Match>> all = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      List<Match> matches = new ArrayList<>();
      for (Customer candidate : sharing.candidates().get(i)) {
        if (!candidate.id().equals(subject.id())) {
          Subject other =
              existing.computeIfAbsent(candidate.id(), _ -> matching.subject(candidate));
          Resemblance resemblance = subject.compare(other, frequencies);
          if (resemblance.score() >= review.getAsDouble()) {
            matches.add(new Match(other.id(), resemblance.score(), resemblance.reasons()));
          }
        }
      }
      matches.sort(Comparator.comparingDouble((Match match) -> -match.score()));
      all.add(List.copyOf(matches.subList(0, Math.min(matches.size(), MOST_MATCHES))));
    }
    return all;
  }
}
