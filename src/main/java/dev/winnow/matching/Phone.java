package dev.winnow.matching;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a telephone number tells it from others, however it is written: country codes, trunk
 * zeros, extensions and punctuation say nothing, the last digits decide.
 *
 * @param digits without leading zeros; at least {@value #LEAST}
 */
public record Phone(String digits) {
  private static final int LEAST = 7;
  private static final int MOST = 16;
  private static final int KEY = 8;

  /** Digits of a number with its area code, behind which a short group is an extension. */
  private static final int WITH_AREA = 10;

  private static final Set<String> COUNTRIES =
      Set.of("86", "44", "49", "33", "39", "34", "81", "82", "61");
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?<=\\d)[\\s,;(（]*(?:extension|extn?|分机号?|转|x|#)\\.?[\\s:：]*\\d{1,6}[)）]?\\s*$");
  private static final Pattern DASHED_EXTENSION =
      Pattern.compile("(?<=\\d{7})\\s*-\\s*\\d{1,5}\\s*$");

  /** The number; empty when there are too few digits, or digits that stand for none. */
  public static Optional<Phone> of(String written) {
    String text = Texts.folded(written).replace("(0)", "");
    if (text.chars().anyMatch(c -> c == '#' || Character.isLetter(c))) {
      text = EXTENSION.matcher(text).replaceFirst("");
    }
    String digits = digits(text);
    if (text.lastIndexOf('-') > WITH_AREA - 1) {
      String main = digits(DASHED_EXTENSION.matcher(text).replaceFirst(""));
      digits = main.length() >= WITH_AREA ? main : digits;
    }
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    String bare = digits.substring(zeros);
    boolean none = bare.chars().distinct().count() < 2 || "123456789".startsWith(bare);
    return bare.length() < LEAST || bare.length() > MOST || none
        ? Optional.empty()
        : Optional.of(new Phone(bare));
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** Equal for all ways of writing the same number. */
  String key() {
    return digits.substring(Math.max(0, digits.length() - KEY));
  }

  /** Whether the one is the other with country or area code. */
  public boolean matches(Phone other) {
    return ends(digits, other.digits) || ends(other.digits, digits);
  }

  private static boolean ends(String whole, String part) {
    return whole.endsWith(part)
        || (part.length() > KEY + 2 && withoutTrunkZero(whole).equals(withoutTrunkZero(part)));
  }

  /** 86 0571 … as 86571 …: a trunk zero behind the country code. */
  private static String withoutTrunkZero(String digits) {
    boolean zero = digits.length() > 2 && digits.charAt(2) == '0';
    return zero && COUNTRIES.contains(digits.substring(0, 2))
        ? digits.substring(0, 2) + digits.substring(3)
        : digits;
  }
}
