package dev.winnow.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of rules, as they are written in JSON. */
public enum RuleKind {
  BANDS,
  QUANTILES,
  ABC,
  RFM,
  LIFECYCLE,
  SCORE,
  MAPPING;

  /** Such as {@code bands}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RuleKind of(Rule rule) {
    return switch (rule) {
      case Rule.Bands _ -> BANDS;
      case Rule.Quantiles _ -> QUANTILES;
      case Rule.Abc _ -> ABC;
      case Rule.Rfm _ -> RFM;
      case Rule.Lifecycle _ -> LIFECYCLE;
      case Rule.Score _ -> SCORE;
      case Rule.Mapping _ -> MAPPING;
    };
  }

  static List<String> words() {
    return Arrays.stream(values()).map(RuleKind::word).toList();
  }

  /** The kind of a known word. */
  static RuleKind of(String word) {
    return values()[words().indexOf(word)];
  }
}
