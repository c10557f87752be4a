package dev.winnow.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts typed pinyin into syllables in all possible ways: {@code xian} is xian and xi·an. The last
 * syllable may be unfinished, and letters that begin no syllable may stand in front: tcl·ke·ji. At
 * most {@value #MAX_WAYS} ways are given, those with a finished last syllable and those with few
 * syllables first; and nothing for more than {@value #MAX_LETTERS} letters.
 */
final class Syllables {
  private static final int MAX_WAYS = 6;
  private static final int MAX_TRIED = 64;
  private static final int MAX_LETTERS = 96;

  /**
   * One way.
   *
   * @param complete the last syllable is a whole one; it may still be the beginning of a longer one
   */
  record Way(List<String> syllables, boolean complete) {}

  private final String letters;
  private final boolean[] dead;
  private final List<String> syllables = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();

  private Syllables(String letters) {
    this.letters = letters;
    dead = new boolean[letters.length() + 1];
  }

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
    Syllables syllables = new Syllables(letters);
    if (!word.isEmpty()) {
      syllables.syllables.add(word);
    }
    syllables.extend(0);
    Comparator<Way> order =
        Comparator.comparing(Way::complete)
            .reversed()
            .thenComparingInt(way -> way.syllables().size());
    return syllables.ways.stream().sorted(order).limit(MAX_WAYS).toList();
  }

  /** Whether anything was found from here; places that lead nowhere are not tried twice. */
  private boolean extend(int from) {
    if (from == letters.length()) {
      ways.add(new Way(List.copyOf(syllables), true));
      return true;
    }
    boolean found = false;
    int longest = Math.min(letters.length(), from + Pinyin.LONGEST);
    for (int to = longest; to > from && !dead[from] && ways.size() < MAX_TRIED; to--) {
      String part = letters.substring(from, to);
      syllables.addLast(part);
      if (Pinyin.isSyllable(part)) {
        found |= extend(to);
      } else if (to == letters.length() && !Pinyin.syllablesFrom(part).isEmpty()) {
        ways.add(new Way(List.copyOf(syllables), false));
        found = true;
      }
      syllables.removeLast();
    }
    dead[from] |= !found && ways.size() < MAX_TRIED;
    return found;
  }
}
