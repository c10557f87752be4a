package dev.winnow.condition;

import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Window;
import java.util.Optional;

/** Clauses about activities in English. */
final class EnglishDidPhrases implements DidPhrases {
  private static final RangePhrases TIMES =
      new RangePhrases(
          "exactly {to} times",
          "{from} to {to} times",
          "{from} times or more but fewer than {to}",
          "more than {from} and up to {to} times",
          "more than {from} and fewer than {to} times",
          "at least {from} times",
          "more than {from} times",
          "at most {to} times",
          "fewer than {to} times");

  private final Phrases phrases;

  EnglishDidPhrases(Phrases phrases) {
    this.phrases = phrases;
  }

  @Override
  public String say(Parts parts) {
    return sentence(
        switch (parts.kind()) {
          case PURCHASE -> "bought";
          case INTERACTION -> "was in touch";
          case FEEDBACK -> "gave feedback";
        },
        parts);
  }

  @Override
  public String never(Parts parts) {
    return sentence(
        switch (parts.kind()) {
          case PURCHASE -> "did not buy";
          case INTERACTION -> "was not in touch";
          case FEEDBACK -> "gave no feedback";
        },
        parts);
  }

  private String sentence(String verb, Parts parts) {
    StringBuilder sentence = new StringBuilder(verb);
    parts.times().ifPresent(times -> sentence.append(' ').append(times));
    parts.categories().ifPresent(categories -> sentence.append(" in ").append(categories));
    parts.where().ifPresent(where -> sentence.append(' ').append(phrases.bracketed(where)));
    parts.span().ifPresent(span -> sentence.append(' ').append(span));
    if (!parts.measures().isEmpty()) {
      sentence.append(" with ").append(String.join(" and ", parts.measures()));
    }
    return sentence.toString().replaceAll("\\b1 times", "1 time");
  }

  @Override
  public RangePhrases times() {
    return TIMES;
  }

  @Override
  public String figure(Figure figure, String label) {
    return switch (figure) {
      case COUNT -> "number of different values of " + label;
      case SUM -> "total " + label;
      case AVERAGE -> "average " + label;
      case FIRST -> "the first";
      case LAST -> "the last";
    };
  }

  @Override
  public String lookback(Window.Lookback lookback) {
    return phrases
        .period(
            Optional.of(new Condition.Bound.Relative(-lookback.amount(), lookback.unit(), true)),
            Optional.empty())
        .orElseThrow();
  }
}
