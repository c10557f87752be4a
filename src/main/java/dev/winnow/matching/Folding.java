package dev.winnow.matching;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes characters equal that people take for the same: case, width and compatibility forms (NFKC
 * case folding), Latin diacritics, Traditional and Simplified Chinese. It works one code point at a
 * time, so that offsets into the folded text lead back to the original.
 *
 * <p>Results are remembered for ever: an entry depends on nothing but its code point, so it does
 * not matter which thread computes it, or whether two do.
 */
public final class Folding {
  private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
  private static final Transliterator SIMPLIFY =
      Transliterator.getInstance("Traditional-Simplified");
  private static final @Nullable String[] BASIC_PLANE = new String[0x10000];
  private static final Map<Integer, String> OTHER_PLANES = new ConcurrentHashMap<>();

  private Folding() {}

  /** The folded form: often one character, sometimes several (½, ﬁ), none for a combining mark. */
  public static String fold(int codePoint) {
    if (codePoint >= BASIC_PLANE.length) {
      return OTHER_PLANES.computeIfAbsent(codePoint, Folding::compute);
    }
    String folded = BASIC_PLANE[codePoint];
    if (folded == null) {
      folded = compute(codePoint);
      BASIC_PLANE[codePoint] = folded;
    }
    return folded;
  }

  private static String compute(int codePoint) {
    String original = Character.toString(codePoint);
    if (Character.getType(codePoint) == Character.SURROGATE) {
      return original;
    }
    String bare = withoutMarks(CASE.normalize(original));
    return bare.codePoints().anyMatch(c -> Letters.of(c) == Letters.CJK) ? simplify(bare) : bare;
  }

  private static String withoutMarks(String text) {
    String decomposed = DECOMPOSE.normalize(text);
    StringBuilder bare = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> c < 0x300 || c > 0x36F)
        .map(Folding::plainLetter)
        .forEach(bare::appendCodePoint);
    return COMPOSE.normalize(bare);
  }

  /** Letters that people type without their stroke, though Unicode does not decompose them. */
  private static int plainLetter(int c) {
    return switch (c) {
      case 'ø' -> 'o';
      case 'ł' -> 'l';
      case 'đ', 'ð' -> 'd';
      case 'ı' -> 'i';
      case 'ħ' -> 'h';
      default -> c;
    };
  }

  private static String simplify(String text) {
    synchronized (SIMPLIFY) {
      return SIMPLIFY.transliterate(text);
    }
  }
}
