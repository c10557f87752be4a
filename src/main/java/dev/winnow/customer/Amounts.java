package dev.winnow.customer;

import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers and dates as people write them in tables. */
final class Amounts {
  private static final int MAX_LENGTH = 64;
  private static final String CURRENCY =
      "(?:[\\p{Sc}元]|[A-Z]{2,3}\\$|CNY|RMB|USD|EUR|GBP|JPY|HKD)?";
  private static final String BLANKS = "[\\p{Zs}]*";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[-+−]?)"
              + BLANKS
              + CURRENCY
              + BLANKS
              + "(?<sign2>[-+−]?)"
              + "(?<digits>\\d+|\\d{1,3}(?:(?<group>[,'’\\p{Zs}])\\d{3})(?:\\k<group>\\d{3})*)?"
              + "(?<fraction>\\.\\d*)?(?<exponent>[eE][-+]?\\d{1,3})?"
              + BLANKS
              + "(?<multiplier>[万亿%]?)"
              + BLANKS
              + CURRENCY);

  private static final Map<String, Integer> POWERS = Map.of("万", 4, "亿", 8, "%", -2);

  private static final List<DateTimeFormatter> DATES =
      Stream.of(
              "yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "yyyy.M.d", "d.M.yyyy")
          .map(TextFormats::dateFormat)
          .toList();
  private static final Pattern TIME =
      Pattern.compile(
          "[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-]\\d{2}:?\\d{2})?$");

  private Amounts() {}

  /**
   * A number with thousands separators, currency signs, 万, 亿, a percent sign, or brackets for
   * minus. A percentage is a hundredth unless percent is the field's own unit.
   */
  static Optional<BigDecimal> number(String text, String unit, boolean decimalComma) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (plain.startsWith("(") && plain.endsWith(")")) {
      return number(plain.substring(1, plain.length() - 1), unit, decimalComma)
          .filter(value -> value.signum() >= 0)
          .map(BigDecimal::negate);
    }
    Matcher matcher = NUMBER.matcher(decimalComma ? swapMarks(plain) : plain);
    return matcher.matches() ? value(matcher, unit) : Optional.empty();
  }

  private static Optional<BigDecimal> value(Matcher matcher, String unit) {
    String digits = part(matcher, "digits").replaceAll("\\D", "");
    String fraction = part(matcher, "fraction");
    String signs = part(matcher, "sign") + part(matcher, "sign2");
    if ((digits.isEmpty() && fraction.length() < 2) || signs.length() > 1) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal("0" + digits + fraction + part(matcher, "exponent"));
    String multiplier = part(matcher, "multiplier");
    int power = multiplier.equals(unit) ? 0 : POWERS.getOrDefault(multiplier, 0);
    BigDecimal scaled = value.scaleByPowerOfTen(power);
    return Optional.of(signs.isEmpty() || signs.equals("+") ? scaled : scaled.negate());
  }

  /** A day in one of the formats, a time behind it dropped; days since 1970-01-01. */
  static Optional<Long> date(String text, List<DateTimeFormatter> formats) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String day = TIME.matcher(plain).replaceFirst("");
    return (formats.isEmpty() ? DATES : formats)
        .stream()
            .flatMap(format -> parse(day, format).or(() -> parse(plain, format)).stream())
            .findFirst();
  }

  /** A sentence saying how large the field's numbers can be. */
  static String largest(Field.Ordered field) {
    BigDecimal largest = BigDecimal.valueOf(Long.MAX_VALUE, Scale.decimals(field));
    return "It can be at most about "
        + largest.setScale(0, RoundingMode.DOWN).toPlainString()
        + ".";
  }

  private static Optional<Long> parse(String text, DateTimeFormatter format) {
    try {
      return Scale.ofDate(LocalDate.parse(text, format).toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String swapMarks(String text) {
    return text.replace('.', '\0').replace(',', '.').replace('\0', ',');
  }

  private static String part(Matcher matcher, String group) {
    String part = matcher.group(group);
    return part == null ? "" : part;
  }
}
