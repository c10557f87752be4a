package dev.winnow.classify;

import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;

/**
 * Says a rule as a sentence in plain English or Chinese, with the labels of the schema and the cut
 * points that hold. Safe for use by many threads.
 */
public final class RuleWording {
  private final LanguageRules english;
  private final LanguageRules chinese;

  public RuleWording(Schema schema) {
    english = new LanguageRules(schema, Language.EN);
    chinese = new LanguageRules(schema, Language.ZH);
  }

  /**
   * The whole rule, without a full stop.
   *
   * @param points {@link CutPoints#NONE} while they are not known; then they are not said
   */
  public String sentence(Rule rule, CutPoints points, Language language) {
    return switch (language) {
      case EN -> english.sentence(rule, points);
      case ZH -> chinese.sentence(rule, points);
    };
  }
}
