package dev.winnow.mapping;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names and values without the differences that mean nothing: case, width, diacritics, Traditional
 * and Simplified characters, punctuation.
 */
final class HeaderWords {
  private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();
  private static final Transliterator SIMPLIFY =
      Transliterator.getInstance("Traditional-Simplified");

  /** A run of Chinese characters, of digits, of letters in camelCase or in capitals. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\p{IsHan}+|\\p{N}+|\\p{Lu}+(?!\\p{Ll})s?(?![\\p{Ll}])|\\p{Lu}?[\\p{Ll}\\p{M}]+|[\\p{L}&&[^\\p{IsHan}]]+");

  private static final String UNITS =
      "[百千万亿]?(?:人民币|美)?元|[千万亿]|RMB|CNY|USD|EUR|CHF|GBP|JPY|HKD|TWD|RUB|руб\\.?|円|千円|百万円|[€$￥¥£]|T€|k€"
          + "|%|[个個人名件次天年月]|民[国國]|必填|选填";

  /** What a name says of how its values are counted: 金额(万元), Umsatz EUR. */
  private static final Pattern UNIT =
      Pattern.compile(
          "\\s*[(（\\[]\\s*(?:单位[:：]|in )?(?:"
              + UNITS
              + ")\\s*[)）\\]]\\s*$"
              + "|(?<=[\\p{L})])[,_\\s/]+(?:in )?(?:RMB|CNY|USD|EUR|CHF|GBP|JPY|HKD|TWD|RUB|руб\\.?|€|\\$)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MULTIPLE =
      Pattern.compile(
          "[(（\\[]\\s*(?:单位[:：])?\\s*(?:人民币)?(?<times>[千万亿])(?:美?元|円)?\\s*[)）\\]]\\s*$");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private HeaderWords() {}

  /** The words of a name, folded: CustomerID, customer_id and "Customer ID" have the same. */
  static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(name);
    while (matcher.find()) {
      words.add(fold(matcher.group()));
    }
    return words;
  }

  /** A name without the unit of its values. */
  static String withoutUnit(String name) {
    return UNIT.matcher(name).replaceFirst("");
  }

  /** What the numbers below a name are counted in, as it can stand behind one; empty for ones. */
  static String multiple(String name) {
    Matcher matcher = MULTIPLE.matcher(name);
    return matcher.find() ? matcher.group("times") : "";
  }

  /** The words without anything between them. */
  static String compact(String name) {
    String folded = fold(name);
    StringBuilder result = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == '#' || c == '%')
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  /** Lower case without marks, in Simplified characters. */
  static String fold(String text) {
    String bare = MARKS.matcher(DECOMPOSE.normalize(CASE.normalize(text))).replaceAll("");
    return bare.codePoints().anyMatch(HeaderWords::isHan) ? SIMPLIFY.transliterate(bare) : bare;
  }

  static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
