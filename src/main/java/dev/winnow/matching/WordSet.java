package dev.winnow.matching;

import java.util.List;
import java.util.Set;

/**
 * A set of words that tells fast whether one of them stands at a place of a text. Immutable, safe
 * for use by many threads.
 */
final class WordSet {
  private final Set<String> words;

  /** How long the words are that begin with a character: a bit for each length. */
  private final int[] lengths = new int[Character.MAX_VALUE + 1];

  private int longest;

  WordSet(Set<String> words) {
    this.words = Set.copyOf(words);
    for (String word : words) {
      lengths[word.charAt(0)] |= bit(word.length());
      longest = Math.max(longest, word.length());
    }
  }

  boolean contains(String word) {
    return !word.isEmpty() && mayHave(word.charAt(0), word.length()) && words.contains(word);
  }

  /** Whether some word of the length begins so; spares making and hashing the text. */
  private boolean mayHave(char first, int length) {
    return (lengths[first] & bit(length)) != 0;
  }

  /**
   * Whether words, one behind the other, make one of these.
   *
   * @param between two of them: a space or nothing
   */
  boolean containsJoined(List<String> parts, String between) {
    int length = (parts.size() - 1) * between.length();
    for (int i = 0; i < parts.size(); i++) {
      length += parts.get(i).length();
    }
    return mayHave(parts.getFirst().charAt(0), length)
        && words.contains(String.join(between, parts));
  }

  /** The last bit stands for all that are longer, too. */
  private static int bit(int length) {
    return 1 << Math.min(length, Integer.SIZE - 1);
  }

  /** Length of the longest word that stands there; 0 when there is none. */
  int longestAt(String text, int from) {
    if (from >= text.length()) {
      return 0;
    }
    char first = text.charAt(from);
    int present = lengths[first];
    int most = present < 0 ? longest : Integer.SIZE - 1 - Integer.numberOfLeadingZeros(present);
    for (int n = Math.min(most, text.length() - from); n > 0; n--) {
      if (mayHave(first, n) && words.contains(text.substring(from, from + n))) {
        return n;
      }
    }
    return 0;
  }
}
