package dev.winnow.condition;

import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Window;
import java.util.List;
import java.util.Optional;

/** What clauses about activities are called in one language. */
interface DidPhrases {
  /**
   * The parts of a clause, in words.
   *
   * @param categories of what was bought
   * @param where everything else asked of the activities
   * @param times how often
   * @param measures everything else that is measured
   * @param span when
   */
  record Parts(
      ActivityKind kind,
      Optional<String> categories,
      Optional<String> where,
      Optional<String> times,
      List<String> measures,
      Optional<String> span) {}

  String say(Parts parts);

  /** Nothing of the kind happened; for clauses that measure nothing. */
  String never(Parts parts);

  /** How often. */
  RangePhrases times();

  /** What a figure other than a plain count is called, in front of its range. */
  String figure(Figure figure, String label);

  String lookback(Window.Lookback lookback);
}
