package dev.winnow.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that an unknown one was probably meant to be. */
public final class Nearest {
  private static final int MOST_EDITS = 3;

  private Nearest() {}

  /**
   * The known name with the fewest insertions, deletions, replacements and swaps of neighbours,
   * whatever the case; empty when more than a third of the letters would have to change.
   */
  public static Optional<String> to(String unknown, Collection<String> known) {
    String word = unknown.toLowerCase(Locale.ROOT);
    record Candidate(String name, int edits) {}
    return known.stream()
        .filter(name -> Math.abs(name.length() - word.length()) <= MOST_EDITS)
        .map(name -> new Candidate(name, edits(word, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.edits <= mostEdits(word))
        .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /** {@code Did you mean “name”?}, or else the given sentence. */
  public static String hint(String unknown, Collection<String> known, String otherwise) {
    return to(unknown, known).map(name -> "Did you mean " + Quote.of(name) + "?").orElse(otherwise);
  }

  private static int mostEdits(String word) {
    return Math.clamp(word.length() / 3, 1, MOST_EDITS);
  }

  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
