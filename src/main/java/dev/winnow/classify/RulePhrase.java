package dev.winnow.classify;

import dev.winnow.schema.Language;
import java.text.MessageFormat;
import java.util.Locale;

/** What rules are said with, in the two languages. Curly braces hold what is filled in. */
enum RulePhrase {
  BAND("{0} when {1} is at least {2}", "{1}不低于 {2} 为“{0}”"),
  FROM("{0} from {1}", "不低于 {1} 为“{0}”"),
  ABOVE("{0} above {1}", "高于 {1} 为“{0}”"),
  PLAIN("{0}", "“{0}”"),
  OTHERWISE("otherwise {0}", "其余为“{0}”"),
  MISSING("{0} without {1}", "没有{1}为“{0}”"),
  EQUAL_SIZES("{0} grades of equal size by {1}: {2}", "按{1}分为人数相等的 {0} 级：{2}"),
  LARGEST(
      "{0} for the largest customers by {1} that make up {2}% of it",
      "按{1}从高到低，合计占 {2}% 的客户为“{0}”"),
  UP_TO("{0} up to {1}%", "至 {1}% 为“{0}”"),
  BEGINS("{0} (from {1})", "{0}（{1} 起）"),
  SCORED(
      "Recency ({0}), frequency ({1}) and monetary value ({2}) scored from 1 to {3}: {4}",
      "近度（{0}）、频度（{1}）、金额（{2}）各评 1 至 {3} 分：{4}"),
  SEGMENT("{0} with {1}", "{1} 为“{0}”"),
  ALL_SCORES("any score", "任意分数"),
  SPAN("{0} {1}–{2}", "{0} {1}–{2}"),
  EXACTLY("{0} {1}", "{0} {1}"),
  SUM("sum", "总分"),
  PROSPECT("{0} without {1}", "没有{1}为“{0}”"),
  NEWCOMER("{0} within {2} days of {1}", "{1}后 {2} 天内为“{0}”"),
  SILENT("{0} when {1} is more than {2} days ago", "距{1}超过 {2} 天为“{0}”"),
  SILENT_TIMES(
      "{0} when {1} is more than {2} times the customer’s own average interval ago",
      "距{1}超过自身平均间隔的 {2} 倍为“{0}”"),
  SCORE("Score of {0}: {1}", "得分为{0}：{1}"),
  WEIGHED("{0} × {1} ({2})", "{0} × {1}（{2}）"),
  MINMAX("least to greatest", "按最小至最大值"),
  PERCENTILE("percentile", "按百分位"),
  LOG("logarithm", "按对数"),
  FIXED("from {0} to {1}", "按 {0} 至 {1}"),
  GROUP("{0} when {1} is {2}", "{1}是 {2} 时为“{0}”"),
  OR(" or ", "或"),
  COMMA(", ", "、"),
  MORE("{0} more", "另外 {0} 项"),
  PLUS(" + ", " + "),
  SEMICOLON("; ", "；");

  private final String en;
  private final String zh;

  RulePhrase(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  /** The phrase with its gaps filled. */
  String in(Language language, Object... parts) {
    String pattern =
        switch (language) {
          case EN -> en;
          case ZH -> zh;
        };
    return new MessageFormat(pattern, Locale.ROOT).format(parts);
  }
}
