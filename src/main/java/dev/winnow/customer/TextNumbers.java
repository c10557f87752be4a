package dev.winnow.customer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as people write them in tables: with thousands separators, currency signs, 万 and 亿,
 * counting words such as 人, a percent sign, in brackets for minus, or with the minus behind. What
 * could be read in two ways, such as {@code 1,23}, is refused.
 */
public final class TextNumbers {
  private static final int MAX_LENGTH = 64;
  private static final String BLANKS = "\\p{Zs}*";
  private static final String CURRENCY = "(?:[\\p{Sc}元]|[A-Z]{2}\\$|CNY|RMB|USD|EUR|GBP|JPY|HKD)?";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[-+−]?)"
              + BLANKS
              + CURRENCY
              + BLANKS
              + "(?<innerSign>[-+−]?)"
              + "(?<digits>\\d+|\\d{1,3}(?<mark>[,'’\\p{Zs}])\\d{3}(?:\\k<mark>\\d{3})*)?"
              + "(?<fraction>\\.\\d*)?"
              + "(?<exponent>[eE][-+]?\\d{1,3})?"
              + BLANKS
              + "(?<multiplier>[千万亿%]?)"
              + BLANKS
              + CURRENCY
              + "[人名個个件次家位台单笔]?"
              + "(?<trailingSign>[-−]?)");
  private static final Map<String, Integer> POWERS = Map.of("千", 3, "万", 4, "亿", 8, "%", -2);

  private TextNumbers() {}

  /**
   * The number that is written; empty when it is none, or could be read in two ways.
   *
   * @param unit of the field; a percentage is a hundredth unless this is the percent sign
   * @param decimalComma whether it is written as {@code 1.234,56}
   */
  public static Optional<BigDecimal> read(String text, String unit, boolean decimalComma) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    boolean bracketed = plain.startsWith("(") && plain.endsWith(")");
    String inner = bracketed ? plain.substring(1, plain.length() - 1) : plain;
    Matcher matcher = NUMBER.matcher(decimalComma ? swapMarks(inner) : inner);
    Optional<BigDecimal> value = matcher.matches() ? value(matcher, unit) : Optional.empty();
    return bracketed ? value.filter(v -> v.signum() >= 0).map(BigDecimal::negate) : value;
  }

  private static Optional<BigDecimal> value(Matcher matcher, String unit) {
    String digits = part(matcher, "digits").replaceAll("\\D", "");
    String fraction = part(matcher, "fraction");
    String sign =
        part(matcher, "sign") + part(matcher, "innerSign") + part(matcher, "trailingSign");
    if ((digits.isEmpty() && fraction.length() < 2) || sign.length() > 1) {
      return Optional.empty();
    }
    String multiplier = part(matcher, "multiplier");
    int power = multiplier.equals(unit) ? 0 : POWERS.getOrDefault(multiplier, 0);
    BigDecimal value =
        new BigDecimal("0" + digits + fraction + part(matcher, "exponent"))
            .scaleByPowerOfTen(power);
    return Optional.of(sign.isEmpty() || sign.equals("+") ? value : value.negate());
  }

  private static String swapMarks(String text) {
    return text.replace('.', '\0').replace(',', '.').replace('\0', ',');
  }

  private static String part(Matcher matcher, String group) {
    String part = matcher.group(group);
    return part == null ? "" : part;
  }
}
