package dev.winnow.mapping;

import com.ibm.icu.text.Transliterator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How like two names are: by letters, by pairs of neighbouring characters, and by sound. */
final class Resemblance {
  private static final int MOST = 5;
  private static final double LEAST = 0.4;
  private static final double SOUND = 0.9;
  private static final Transliterator PINYIN =
      Transliterator.getInstance("Han-Latin; Latin-ASCII; [:Space:] Remove; Lower");

  private final KnownNames names;
  private final Map<String, String> sounds = new ConcurrentHashMap<>();

  Resemblance(KnownNames names) {
    this.names = names;
  }

  private record Scored(String value, double score) {}

  /** The values whose names are most like a text. */
  List<String> nearest(String text) {
    String key = HeaderWords.compact(text);
    if (key.isEmpty()) {
      return List.of();
    }
    String sound = PINYIN.transliterate(key);
    return names.all().entrySet().stream()
        .map(
            entry ->
                new Scored(
                    entry.getKey(),
                    entry.getValue().stream()
                        .mapToDouble(name -> of(key, sound, name))
                        .max()
                        .orElse(0)))
        .filter(scored -> scored.score() >= LEAST)
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(MOST)
        .map(Scored::value)
        .toList();
  }

  /** From 0 for nothing in common to 1 for the same, of a folded text and a folded name. */
  private double of(String a, String soundA, String b) {
    double letters = Math.max(1 - edits(a, b) / (double) longer(a, b), pairs(a, b));
    if (letters == 0 && !isHan(a) && !isHan(b)) {
      return 0;
    }
    if (isHan(a) || isHan(b)) {
      String soundB = sounds.computeIfAbsent(b, PINYIN::transliterate);
      double sound = 1 - edits(soundA, soundB) / (double) longer(soundA, soundB);
      return Math.max(letters, SOUND * sound * sound);
    }
    return letters;
  }

  private static boolean isHan(String text) {
    return text.codePoints().anyMatch(HeaderWords::isHan);
  }

  private static int longer(String a, String b) {
    return Math.max(1, Math.max(a.length(), b.length()));
  }

  /** The share of pairs of neighbours that both have (Dice). */
  private static double pairs(String a, String b) {
    if (a.length() < 2 || b.length() < 2) {
      return 0;
    }
    Set<String> left = pairs(a);
    Set<String> both = new HashSet<>(left);
    Set<String> right = pairs(b);
    both.retainAll(right);
    return 2.0 * both.size() / (left.size() + right.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }

  /** Insertions, deletions and replacements between two texts. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
