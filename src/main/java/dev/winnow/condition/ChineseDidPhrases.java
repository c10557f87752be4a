package dev.winnow.condition;

import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Window;

/** Clauses about activities in Chinese. */
final class ChineseDidPhrases implements DidPhrases {
  private static final RangePhrases TIMES =
      new RangePhrases(
          "恰好 {to} 次",
          "{from} 至 {to} 次",
          "至少 {from} 次且不到 {to} 次",
          "超过 {from} 次且不超过 {to} 次",
          "超过 {from} 次且不到 {to} 次",
          "至少 {from} 次",
          "超过 {from} 次",
          "至多 {to} 次",
          "不到 {to} 次");

  @Override
  public String say(Parts parts) {
    return sentence(
        switch (parts.kind()) {
          case PURCHASE -> "购买";
          case INTERACTION -> "有往来";
          case FEEDBACK -> "有反馈";
        },
        parts);
  }

  @Override
  public String never(Parts parts) {
    return sentence(
        switch (parts.kind()) {
          case PURCHASE -> "没有购买";
          case INTERACTION -> "没有往来";
          case FEEDBACK -> "没有反馈";
        },
        parts);
  }

  private static String sentence(String verb, Parts parts) {
    String sentence = ChinesePhrases.spaced(parts.span().orElse(""), verb);
    sentence = ChinesePhrases.spaced(sentence, parts.categories().orElse(""));
    sentence += parts.where().map(where -> "（" + where + "）").orElse("");
    sentence = ChinesePhrases.spaced(sentence, parts.times().orElse(""));
    return parts.measures().isEmpty()
        ? sentence
        : sentence + "，" + String.join("且", parts.measures());
  }

  @Override
  public RangePhrases times() {
    return TIMES;
  }

  @Override
  public String figure(Figure figure, String label) {
    return switch (figure) {
      case COUNT -> "不同" + label + "数";
      case SUM -> label + "合计";
      case AVERAGE -> "平均" + label;
      case FIRST -> "首次";
      case LAST -> "最近一次";
    };
  }

  @Override
  public String lookback(Window.Lookback lookback) {
    return "最近 " + ChinesePhrases.span(RelativeDates.before(lookback));
  }
}
