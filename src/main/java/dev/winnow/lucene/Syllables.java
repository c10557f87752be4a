package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts typed pinyin into syllables in all possible ways: {@code xian} is xian and xi·an. The last
 * syllable may be unfinished, and letters that begin no syllable may stand in front: tcl·ke·ji. Fewer syllables come first; at most {@value #MAX_WAYS} ways are given,
 * and nothing for more than {@value #MAX_LETTERS} letters.
 */
final class Syllables {
  private static final int MAX_WAYS = 4;
  private static final int MAX_LETTERS = 96;

  /**
   * One way.
   *
   * @param complete the last syllable is a whole one; it may still be the beginning of a longer one
   */
  record Way(List<String> syllables, boolean complete) {}

  private Syllables() {}

  static List<Way> of(String letters) {
    if (letters.length() > MAX_LETTERS || letters.chars().anyMatch(c -> c < 'a' || c > 'z')) {
      return List.of();
    }
    List<Way> ways = waysBehind("", letters);
    for (int cut = 1; ways.isEmpty() && cut < letters.length() - 1; cut++) {
      ways = waysBehind(letters.substring(0, cut), letters.substring(cut));
    }
    return ways;
  }

  private static List<Way> waysBehind(String word, String letters) {
    List<Way> ways = new ArrayList<>();
    List<String> before = new ArrayList<>();
    if (!word.isEmpty()) {
      before.add(word);
    }
    extend(letters, 0, before, new boolean[letters.length() + 1], ways);
    return ways;
  }

  /** Whether anything was found from here; places that lead nowhere are not tried twice. */
  private static boolean extend(
      String letters, int from, List<String> syllables, boolean[] dead, List<Way> ways) {
    if (from == letters.length()) {
      ways.add(new Way(List.copyOf(syllables), true));
      return true;
    }
    boolean found = false;
    int longest = Math.min(letters.length(), from + Pinyin.LONGEST);
    for (int to = longest; to > from && !dead[from] && ways.size() < MAX_WAYS; to--) {
      String part = letters.substring(from, to);
      boolean whole = Pinyin.isSyllable(part);
      if (whole) {
        syllables.addLast(part);
        found |= extend(letters, to, syllables, dead, ways);
        syllables.removeLast();
      } else if (to == letters.length() && !Pinyin.syllablesFrom(part).isEmpty()) {
        List<String> unfinished = new ArrayList<>(syllables);
        unfinished.add(part);
        ways.add(new Way(List.copyOf(unfinished), false));
        found = true;
      }
    }
    dead[from] |= !found && ways.size() < MAX_WAYS;
    return found;
  }
}
