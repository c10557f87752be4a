package dev.winnow.matching;

import java.util.Set;

/**
 * A set of words that tells fast whether one of them stands at a place of a text. Immutable, safe
 * for use by many threads.
 */
final class WordSet {
  private final Set<String> words;

  /** Length of the longest word that begins with a character; 0 for none. */
  private final byte[] longest = new byte[Character.MAX_VALUE + 1];

  WordSet(Set<String> words) {
    this.words = Set.copyOf(words);
    for (String word : words) {
      char first = word.charAt(0);
      int length = Math.min(word.length(), Byte.MAX_VALUE);
      longest[first] = (byte) Math.max(longest[first], length);
    }
  }

  boolean contains(String word) {
    return words.contains(word);
  }

  /** Length of the longest word that stands there; 0 when there is none. */
  int longestAt(String text, int from) {
    if (from >= text.length()) {
      return 0;
    }
    for (int n = Math.min(longest[text.charAt(from)], text.length() - from); n > 0; n--) {
      if (words.contains(text.substring(from, from + n))) {
        return n;
      }
    }
    return 0;
  }
}
