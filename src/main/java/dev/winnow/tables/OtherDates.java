package dev.winnow.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways of writing days that no pattern of digits describes, each with the word that stands for it.
 */
public enum OtherDates {
  /** Years of the Republic of China, with or without its name: 民國113年5月20日, 113/05/20. */
  MINGUO(
      "minguo",
      "(?:中[华華])?(?:民[国國])?\\s*(?<y>\\d{1,3}|元)\\s*[年./-]\\s*(?<m>\\d{1,2})\\s*[月./-]\\s*(?<d>\\d{1,2})\\s*[日号號]?",
      OtherDates::republic),

  /** Years of Japanese reigns: 令和6年5月20日, R6.5.20. */
  ERA(
      "era",
      "(?<era>令和|平成|昭和|大正|明治|[RHSTM](?=\\d))\\s*(?<y>\\d{1,2}|元)\\s*[年./-]\\s*(?<m>\\d{1,2})\\s*[月./-]\\s*(?<d>\\d{1,2})\\s*日?",
      OtherDates::reign),

  /** Chinese numerals: 二〇二四年五月二十日. */
  NUMERALS(
      "numerals",
      "(?<y>[〇○零一二三四五六七八九]{4})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十]{1,3})[日号號]?",
      OtherDates::numerals),

  /** Seconds or milliseconds since 1970; the day is that of the computer's time zone. */
  EPOCH("epoch", "(?<y>\\d{12,13}|\\d{9,10})(?:\\.\\d+)?", OtherDates::epoch);

  private static final int REPUBLIC = 1911;
  private static final int MILLIS_DIGITS = 12;
  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Map<String, Integer> YEAR_BEFORE =
      Map.of(
          "令和", 2018, "平成", 1988, "昭和", 1925, "大正", 1911, "明治", 1867, "R", 2018, "H", 1988, "S",
          1925, "T", 1911, "M", 1867);

  private final String word;
  private final Pattern pattern;
  private final Function<Matcher, LocalDate> day;

  OtherDates(String word, String pattern, Function<Matcher, LocalDate> day) {
    this.word = word;
    this.pattern = Pattern.compile(pattern);
    this.day = day;
  }

  /** What stands for it among patterns. */
  public String word() {
    return word;
  }

  /** The way that a word stands for. */
  public static Optional<OtherDates> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  /** The day that is written so; empty when it is written otherwise. */
  public Optional<LocalDate> read(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? day(matcher) : Optional.empty();
  }

  /** Where a day written so ends, from the beginning of a text; -1 when there is none. */
  int end(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.lookingAt() && day(matcher).isPresent() ? matcher.end() : -1;
  }

  private Optional<LocalDate> day(Matcher matcher) {
    try {
      return Optional.of(day.apply(matcher));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate republic(Matcher matcher) {
    return day(matcher, REPUBLIC);
  }

  private static LocalDate reign(Matcher matcher) {
    return day(matcher, YEAR_BEFORE.getOrDefault(matcher.group("era"), 0));
  }

  private static LocalDate day(Matcher matcher, int before) {
    String year = matcher.group("y");
    return LocalDate.of(
        before + (year.equals("元") ? 1 : Integer.parseInt(year)),
        Integer.parseInt(matcher.group("m")),
        Integer.parseInt(matcher.group("d")));
  }

  private static LocalDate numerals(Matcher matcher) {
    int year = 0;
    for (char c : matcher.group("y").toCharArray()) {
      year = year * 10 + Math.max(0, DIGITS.indexOf(c));
    }
    return LocalDate.of(year, upTo99(matcher.group("m")), upTo99(matcher.group("d")));
  }

  private static int upTo99(String text) {
    int ten = text.indexOf('十');
    if (ten < 0) {
      return text.length() == 1 ? DIGITS.indexOf(text) : 0;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0));
    int ones = ten + 1 < text.length() ? DIGITS.indexOf(text.charAt(ten + 1)) : 0;
    return tens * 10 + ones;
  }

  private static LocalDate epoch(Matcher matcher) {
    String digits = matcher.group("y");
    long number = Long.parseLong(digits);
    Instant moment =
        digits.length() < MILLIS_DIGITS
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number);
    return LocalDate.ofInstant(moment, ZoneId.systemDefault());
  }
}
