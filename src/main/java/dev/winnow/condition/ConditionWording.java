package dev.winnow.condition;

import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import java.util.function.Function;

/**
 * Says a condition as it was written in plain English or Chinese, with the labels of the schema.
 * Groups within groups are in brackets, long lists of values are cut. Safe for use by many threads.
 */
public final class ConditionWording {
  private final LanguageWording english;
  private final LanguageWording chinese;

  /**
   * @param segmentName the name of a segment by its id
   */
  public ConditionWording(Schema schema, Function<String, String> segmentName) {
    english = new LanguageWording(schema, segmentName, Language.EN, new EnglishPhrases());
    chinese = new LanguageWording(schema, segmentName, Language.ZH, new ChinesePhrases());
  }

  /** The whole condition, without a full stop. */
  public String sentence(Condition condition, Language language) {
    return in(language).sentence(condition);
  }

  /** A part of a condition, to stand alone or within a sentence. */
  public String clause(Condition condition, Language language) {
    return in(language).clause(condition);
  }

  private LanguageWording in(Language language) {
    return switch (language) {
      case EN -> english;
      case ZH -> chinese;
    };
  }
}
