package dev.winnow.condition;

import dev.winnow.schema.Field;
import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What fields, their values and their amounts are called in one language, the same in conditions
 * and in rules. Safe for use by many threads.
 */
public final class ValueWording {
  private final Schema schema;
  private final Language language;
  private final Phrases phrases;
  private final Map<String, ValueNames> names = new HashMap<>();

  public ValueWording(Schema schema, Language language) {
    this.schema = schema;
    this.language = language;
    this.phrases =
        switch (language) {
          case EN -> new EnglishPhrases();
          case ZH -> new ChinesePhrases();
        };
    schema.fields().forEach((name, field) -> names.put(name, names(field)));
  }

  private ValueNames names(Field field) {
    return new ValueNames(field, schema.valueLabels(field), language);
  }

  /** A field's label within a sentence. */
  public String field(String name) {
    return schema.field(name).map(field -> phrases.label(field.label().in(language))).orElse(name);
  }

  /** A worded field's value. */
  public String value(String field, String value) {
    if (schema.field(field).filter(Field.Bool.class::isInstance).isPresent()) {
      return phrases.yes(Boolean.parseBoolean(value));
    }
    ValueNames known = names.get(field);
    return known == null ? value : known.of(value);
  }

  /**
   * An amount with its unit or currency.
   *
   * @param amount in the field's own unit; of a date, in days since 1970-01-01, rounded down
   */
  public String amount(Field.Ordered field, BigDecimal amount) {
    return switch (field) {
      case Field.Number number -> phrases.amount(amount, number.unit(), "");
      case Field.Money money -> phrases.amount(amount, "", money.currency());
      case Field.Date _ -> phrases.date(LocalDate.ofEpochDay(amount.longValue()));
    };
  }

  /** A number without a unit. */
  public String number(BigDecimal number) {
    return phrases.amount(number, "", "");
  }
}
