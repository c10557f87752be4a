package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound.Relative;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Conditions in Chinese. */
final class ChinesePhrases implements Phrases {
  private static final RangePhrases AMOUNTS =
      new RangePhrases(
          "等于 {to}",
          "为 {from} 至 {to}（含两端）",
          "为 {from}（含）至 {to}（不含）",
          "为 {from}（不含）至 {to}（含）",
          "为 {from} 至 {to}（不含两端）",
          "不低于 {from}",
          "高于 {from}",
          "不超过 {to}",
          "低于 {to}");
  private static final RangePhrases DATES =
      new RangePhrases(
          "为 {to}",
          "在 {from} 至 {to}（含两端）",
          "在 {from}（含）至 {to}（不含）",
          "在 {from}（不含）至 {to}（含）",
          "在 {from} 至 {to}（不含两端）",
          "在 {from} 或之后",
          "晚于 {from}",
          "在 {to} 或之前",
          "早于 {to}");
  private static final Map<String, String> CURRENCIES =
      Map.of("CNY", "元", "USD", "美元", "EUR", "欧元", "GBP", "英镑", "HKD", "港元", "JPY", "日元");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu 年 M 月 d 日");
  private static final int TEN_THOUSAND = 4;
  private static final int HUNDRED_MILLION = 8;

  private final DidPhrases dids = new ChineseDidPhrases();

  @Override
  public String everyone() {
    return "所有客户";
  }

  @Override
  public String nobody() {
    return "没有客户";
  }

  @Override
  public String comma() {
    return "，";
  }

  @Override
  public String and() {
    return "且";
  }

  @Override
  public String or() {
    return "或";
  }

  @Override
  public String bracketed(String text) {
    return "（" + text + "）";
  }

  @Override
  public String not(String bracketed) {
    return "并非" + bracketed;
  }

  @Override
  public String label(String label) {
    return label;
  }

  @Override
  public String yes(boolean yes) {
    return quoted(yes ? "是" : "否");
  }

  @Override
  public String quoted(String text) {
    return "“" + text + "”";
  }

  @Override
  public String in(String label, boolean multi, List<String> values, int more, boolean negated) {
    String verb = multi ? (negated ? "不含" : "包含") : (negated ? "不为" : "为");
    return spaced(label + verb, list(values, more));
  }

  @Override
  public String anyOf(List<String> values, int more) {
    return list(values, more);
  }

  @Override
  public DidPhrases did() {
    return dids;
  }

  private static String list(List<String> values, int more) {
    if (more > 0) {
      String count = amountOf(values.size() + more);
      return spaced(String.join("、", values), "等 " + count + " 项之一");
    }
    if (values.size() == 1) {
      return values.getFirst();
    }
    int last = values.size() - 1;
    return spaced(spaced(String.join("、", values.subList(0, last)), "或"), values.get(last));
  }

  /** Puts two texts together, with a space where a Latin and a Chinese character would meet. */
  static String spaced(String left, String right) {
    boolean meet =
        !left.isEmpty()
            && !right.isEmpty()
            && ((isChinese(left.codePointBefore(left.length())) && isLatin(right.codePointAt(0)))
                || (isLatin(left.codePointBefore(left.length()))
                    && isChinese(right.codePointAt(0))));
    return left + (meet ? " " : "") + right;
  }

  private static boolean isChinese(int character) {
    return Character.isIdeographic(character);
  }

  private static boolean isLatin(int character) {
    return Character.isDigit(character)
        || Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
  }

  @Override
  public String exists(String label, boolean present) {
    return spaced(present ? "有" : "没有", label);
  }

  @Override
  public String anniversary(String label, int days) {
    return label + "（不计年份）" + (days == 0 ? "就在今天" : "在未来 " + days + " 天内");
  }

  @Override
  public String text(String query, List<String> labels, boolean negated) {
    String where = labels.isEmpty() ? "" : spaced(spaced("在", list(labels, 0)), "中");
    return where + (negated ? "搜不到" : "能搜到") + quoted(query);
  }

  @Override
  public String segment(String name, boolean negated) {
    return (negated ? "不属于分群" : "属于分群") + quoted(name);
  }

  @Override
  public String sample(String salt, int from, int to, boolean negated) {
    String part = from == 0 ? to + "%" : from + "% 至 " + to + "%";
    return (negated ? "不在" : "在") + quoted(salt) + "的 " + part + " 抽样中";
  }

  @Override
  public String amount(BigDecimal number, String unit, String currency) {
    String measure = unit + CURRENCIES.getOrDefault(currency, currency);
    return (amountOf(number) + " " + measure).strip();
  }

  /** With 万 and 亿 where that takes at most two decimals. */
  private static String amountOf(BigDecimal number) {
    for (int power : List.of(HUNDRED_MILLION, TEN_THOUSAND)) {
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
      BigDecimal inUnits = number.scaleByPowerOfTen(-power).stripTrailingZeros();
      if (number.abs().compareTo(unit) >= 0 && inUnits.scale() <= 2) {
        return grouped(inUnits) + (power == TEN_THOUSAND ? " 万" : " 亿");
      }
    }
    return grouped(number);
  }

  private static String amountOf(int number) {
    return grouped(BigDecimal.valueOf(number));
  }

  private static String grouped(BigDecimal number) {
    return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ENGLISH))
        .format(number);
  }

  @Override
  public String date(LocalDate day) {
    return DAY.format(day);
  }

  @Override
  public String date(Relative date) {
    return switch (RelativeDates.format(date)) {
      case "today" -> "今天";
      case "today-1d" -> "昨天";
      case "today+1d" -> "明天";
      default -> span(date) + (date.amount() < 0 ? "前" : "后");
    };
  }

  @Override
  public Optional<String> period(Optional<Relative> from, Optional<Relative> to) {
    if (from.isPresent() && to.isEmpty() && from.get().amount() < 0) {
      String span = span(from.get());
      return Optional.of(from.get().inclusive() ? "在近 " + span + "内" : "距今不到 " + span);
    }
    if (to.isPresent() && from.isEmpty() && to.get().amount() < 0) {
      return Optional.of((to.get().inclusive() ? "距今至少 " : "距今超过 ") + span(to.get()));
    }
    boolean next =
        from.filter(start -> start.amount() == 0 && start.inclusive()).isPresent()
            && to.filter(end -> end.amount() > 0 && end.inclusive()).isPresent();
    return next ? to.map(end -> "在未来 " + span(end) + "内") : Optional.empty();
  }

  /** The length of a span, whichever its direction. */
  static String span(Relative date) {
    String unit =
        switch (date.unit()) {
          case DAY -> " 天";
          case WEEK -> " 周";
          case MONTH -> " 个月";
          case YEAR -> " 年";
        };
    return Math.abs(date.amount()) + unit;
  }

  @Override
  public RangePhrases amounts() {
    return AMOUNTS;
  }

  @Override
  public RangePhrases dates() {
    return DATES;
  }

  @Override
  public String range(String label, String phrase) {
    return spaced(label, phrase.replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", ""));
  }
}
