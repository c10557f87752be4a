package dev.winnow.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant by an unknown one. */
public final class Nearest {
  private static final int MAX_LENGTH = 64;

  private Nearest() {}

  /**
   * The known name fewest edits away, whatever the case, when it is close enough to be a slip of
   * the pen.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String plain = name.toLowerCase(Locale.ROOT);
    int limit = plain.length() < 3 ? 0 : (plain.length() + 2) / 3;
    return known.stream()
        .filter(candidate -> edits(plain, candidate.toLowerCase(Locale.ROOT)) <= limit)
        .min(Comparator.comparingInt(c -> edits(plain, c.toLowerCase(Locale.ROOT))));
  }

  /** "Did you mean …?" for the nearest name, or the list of all known ones. */
  public static String hint(String name, Collection<String> known) {
    return of(name, known)
        .map(candidate -> "Did you mean \"" + candidate + "\"?")
        .orElseGet(() -> "Known are: " + String.join(", ", known) + ".");
  }

  /** Insertions, deletions, replacements and swaps of neighbours between two names. */
  private static int edits(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, a, b, i, j);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int step(int[][] distance, String a, String b, int i, int j) {
    int replace = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, 1 + distance[i - 2][j - 2]) : least;
  }
}
