package dev.winnow.segment;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Ids made from names: {@code key-accounts} from “Key accounts”, {@code segment-7} from a name that
 * is mostly not Latin.
 */
final class SegmentIds {
  private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

  /** Leaves room for a number behind it. */
  private static final int LONGEST_STEM = 56;

  /** Words that stand in the place of an id in addresses of the API. */
  private static final Set<String> RESERVED = Set.of("preview", "overlap");

  private SegmentIds() {}

  static boolean isValid(String id) {
    return VALID.matcher(id).matches() && !RESERVED.contains(id);
  }

  /**
   * A free id.
   *
   * @param taken whether an id is, or ever was, in use
   * @param counter gives a number that it has not given before
   */
  static String free(String name, Predicate<String> taken, IntSupplier counter) {
    Optional<String> stem = stem(name);
    String id = stem.orElseGet(() -> "segment-" + counter.getAsInt());
    for (int i = 2; taken.test(id) || RESERVED.contains(id); i++) {
      id = stem.isPresent() ? stem.get() + "-" + i : "segment-" + counter.getAsInt();
    }
    return id;
  }

  /** The name in Latin letters and digits, when they are at least two and half of the name. */
  private static Optional<String> stem(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT);
    long letters = lower.codePoints().filter(Character::isLetterOrDigit).count();
    long latin = lower.codePoints().filter(c -> c < 128 && Character.isLetterOrDigit(c)).count();
    if (latin < 2 || latin * 2 < letters) {
      return Optional.empty();
    }
    String hyphenated = trim(OTHER.matcher(lower).replaceAll("-"));
    String stem = hyphenated.substring(0, Math.min(LONGEST_STEM, hyphenated.length()));
    return Optional.of(trim(stem));
  }

  private static String trim(String id) {
    return OUTER_HYPHENS.matcher(id).replaceAll("");
  }
}
