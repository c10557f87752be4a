package dev.winnow.lucene;

import com.ibm.icu.text.Transliterator;
import dev.winnow.matching.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How Chinese characters are read, without tones. A character has all its plausible readings (行:
 * hang, heng, xing), because a name seldom tells which one is meant. Readings with ü are given in
 * every spelling people type: lv, lu, lyu.
 *
 * <p>The table in {@code pinyin.txt} covers U+4E00 to U+9FA5; rarer characters are left to ICU,
 * whose rules take seconds to load and are therefore only loaded when one turns up.
 */
final class Pinyin {
  private static final int FIRST = 0x4E00;
  private static final int LAST = 0x9FA5;
  private static final Reading NONE = new Reading(List.of(), List.of());
  private static final NavigableSet<String> SYLLABLES = new TreeSet<>();
  private static final @Nullable Reading[] TABLE = load();
  private static final Map<Integer, Reading> RARE = new ConcurrentHashMap<>();

  /** Letters of the longest syllable, {@code zhuang}. */
  static final int LONGEST = 6;

  private Pinyin() {}

  /**
   * How one character is read.
   *
   * @param syllables all readings; empty when it has none
   * @param initials their first letters, each once
   */
  record Reading(List<String> syllables, List<String> initials) {
    static Reading of(Collection<String> syllables) {
      return new Reading(
          List.copyOf(syllables),
          syllables.stream().map(s -> s.substring(0, 1)).distinct().toList());
    }
  }

  /** The reading of a simplified character. */
  static Reading reading(int c) {
    if (c >= FIRST && c <= LAST) {
      return Objects.requireNonNullElse(TABLE[c - FIRST], NONE);
    }
    boolean rare = c == 0x3007 || (c >= 0x3400 && Character.isIdeographic(c));
    return rare ? RARE.computeIfAbsent(c, Pinyin::transliterate) : NONE;
  }

  static boolean isSyllable(String text) {
    return SYLLABLES.contains(text);
  }

  /** All syllables that begin so, the syllable itself included. */
  static Set<String> syllablesFrom(String prefix) {
    return SYLLABLES.subSet(prefix, true, prefix + Character.MAX_VALUE, false);
  }

  private static Reading transliterate(int c) {
    String latin = Loader.HAN_LATIN.transliterate(Character.toString(c)).replace('ü', 'v');
    StringBuilder plain = new StringBuilder();
    latin.codePoints().mapToObj(Folding::fold).forEach(plain::append);
    return isSyllable(plain.toString()) ? Reading.of(spellings(plain.toString())) : NONE;
  }

  private static List<String> spellings(String syllable) {
    return switch (syllable) {
      case "lv", "nv" -> List.of(syllable, syllable.charAt(0) + "u", syllable.charAt(0) + "yu");
      case "lve", "nve" -> List.of(syllable, syllable.charAt(0) + "ue");
      default -> List.of(syllable);
    };
  }

  private static @Nullable Reading[] load() {
    Map<Integer, Set<String>> readings = new HashMap<>();
    for (String line : lines()) {
      int space = line.indexOf(' ');
      List<String> spellings = spellings(space < 0 ? line : line.substring(0, space));
      SYLLABLES.addAll(spellings);
      line.substring(space < 0 ? line.length() : space + 1)
          .chars()
          .forEach(c -> readings.computeIfAbsent(c, _ -> new TreeSet<>()).addAll(spellings));
    }
    @Nullable Reading[] table = new Reading[LAST - FIRST + 1];
    readings.forEach((c, syllables) -> table[c - FIRST] = Reading.of(syllables));
    return table;
  }

  private static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(Pinyin.class.getResourceAsStream("pinyin.txt"), "pinyin.txt");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      reader.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Initialised on first use only. */
  private static final class Loader {
    static final Transliterator HAN_LATIN = Transliterator.getInstance("Han-Latin");
  }
}
