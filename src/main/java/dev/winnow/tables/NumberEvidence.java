package dev.winnow.tables;

import dev.winnow.tables.ColumnProfile.Numbers;
import java.util.HashMap;
import java.util.Map;

/** How the numbers of a column are written, counted over all of its cells. */
final class NumberEvidence {
  private static final int FIRST_SERIAL = 20_000;
  private static final int LAST_SERIAL = 60_000;
  private static final int ID_DIGITS = 4;

  private long all;
  private long decimalPoints;
  private long decimalCommas;
  private long openPoints;
  private long openCommas;
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
    }
    serials += isSerial(number, text) ? count : 0;
  }

  private static boolean isSerial(NumberScanner number, String text) {
    if (number.wholeDigits() != 5 || !number.isPlainDigits() && number.decimalMark() != '.') {
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

  /**
   * @param id whether the column's name says that it identifies something
   */
  Numbers content(boolean id) {
    long open = openPoints + openCommas;
    boolean balanced = false;
    boolean comma;
    boolean grouped;
    if (decimalPoints != decimalCommas) {
      comma = decimalCommas > decimalPoints;
      grouped = comma ? openPoints > 0 : openCommas > 0;
    } else {
      boolean more = openCommas >= openPoints;
      grouped = longPlain == 0 && shortPlain > 0 || openPoints > 0 && openCommas > 0;
      balanced = open > 0 && !grouped && longPlain == 0;
      comma = more != grouped && open > 0 && !balanced;
    }
    boolean openFractions = open > 0 && (comma ? openCommas > 0 : openPoints > 0);
    boolean whole = fractions == 0 && (!openFractions || grouped && decimalPoints == decimalCommas);
    boolean same = fewestDigits == mostDigits && fewestDigits >= ID_DIGITS;
    boolean codes = zeroEnds == all && negatives == 0 && (id || same);
    return new Numbers(whole, comma, balanced, currency(), codes);
  }

  private String currency() {
    return currencies.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
