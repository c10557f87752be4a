package dev.winnow.tables;

import dev.winnow.tables.ColumnProfile.Numbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the numbers of a column are written, counted over all of its cells. */
final class NumberEvidence {
  private static final int FIRST_SERIAL = 20_000;
  private static final int LAST_SERIAL = 60_000;
  private static final int ID_DIGITS = 4;

  /** Currencies of countries that write 1,234.56. */
  private static final Set<String> POINT_CURRENCIES =
      Set.of("USD", "GBP", "CNY", "JPY", "HKD", "INR", "KRW", "TWD", "AUD");

  private long all;
  private long decimalPoints;
  private long decimalCommas;
  private long openPoints;
  private long openCommas;
  private long zeroGroups;
  private long dollars;
  private long longPlain;
  private long shortPlain;
  private long fractions;
  private long zeroEnds;
  private long negatives;
  private long serials;
  private int fewestDigits = Integer.MAX_VALUE;
  private int mostDigits;
  private final Map<String, Long> currencies = new HashMap<>();

  void add(NumberScanner number, String text, long count) {
    all += count;
    char decimal = number.decimalMark();
    if (number.isOpen()) {
      openPoints += number.mark() == '.' ? count : 0;
      openCommas += number.mark() == ',' ? count : 0;
      zeroGroups += number.hasFraction() ? 0 : count;
    } else {
      decimalPoints += decimal == '.' ? count : 0;
      decimalCommas += decimal == ',' ? count : 0;
      fractions += number.hasFraction() ? count : 0;
    }
    if (number.mark() == 0) {
      longPlain += number.wholeDigits() > 3 ? count : 0;
      shortPlain += number.wholeDigits() <= 3 ? count : 0;
    }
    zeroEnds += number.endsInZero() ? count : 0;
    negatives += number.isNegative() ? count : 0;
    fewestDigits = Math.min(fewestDigits, number.wholeDigits());
    mostDigits = Math.max(mostDigits, number.wholeDigits());
    if (!number.currency().isEmpty()) {
      currencies.merge(number.currency(), count, Long::sum);
      dollars += POINT_CURRENCIES.contains(number.currency()) ? count : 0;
    }
    serials += isSerial(number, text) ? count : 0;
  }

  private static boolean isSerial(NumberScanner number, String text) {
    if (number.wholeDigits() != 5 || !(number.isPlainDigits() || number.decimalMark() == '.')) {
      return false;
    }
    int day = 0;
    for (int i = 0; i < 5; i++) {
      day = day * 10 + text.charAt(i) - '0';
    }
    return day >= FIRST_SERIAL && day <= LAST_SERIAL;
  }

  /** Numbers that could be days as Excel counts them, from 1954 to 2064. */
  long serials() {
    return serials;
  }

  boolean hasFractions() {
    return fractions > 0 || openPoints + openCommas > 0;
  }

  /** Whether the decimal mark is a comma, where that is certain. */
  Optional<Boolean> decimalComma() {
    return decimalPoints == decimalCommas
        ? Optional.empty()
        : Optional.of(decimalCommas > decimalPoints);
  }

  /**
   * @param id whether the column's name says that it identifies something
   * @param elsewhere whether the decimal mark of the table's other columns is a comma
   */
  Numbers content(boolean id, Optional<Boolean> elsewhere) {
    boolean anyOpen = openPoints + openCommas > 0;
    Optional<Boolean> decided =
        decimalComma().or(() -> anyOpen ? elsewhere : Optional.empty()).or(this::fromForm);
    boolean comma = decided.orElse(false);
    boolean openFractions = (comma ? openCommas : openPoints) > 0;
    boolean same = fewestDigits == mostDigits && fewestDigits >= ID_DIGITS;
    return new Numbers(
        fractions == 0 && !openFractions,
        comma,
        anyOpen && decided.isEmpty(),
        currency(),
        zeroEnds == all && negatives == 0 && (id || same));
  }

  /**
   * What the numbers suggest whose only mark stands before three digits. Beside 12345 the mark is
   * not that of thousands; beside 999 it is, as it is where those digits are zeros, or behind a
   * dollar.
   */
  private Optional<Boolean> fromForm() {
    if (openPoints > 0 == openCommas > 0) {
      return Optional.empty();
    }
    boolean comma = openCommas > 0;
    if (longPlain > 0) {
      return Optional.of(comma);
    }
    boolean thousands = shortPlain > 0 || zeroGroups * 2 >= openPoints + openCommas;
    return thousands || (comma && dollars > 0) ? Optional.of(!comma) : Optional.empty();
  }

  private String currency() {
    return currencies.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
