package dev.winnow.customer;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.WordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/** Reads field values from JSON of exactly the right types. */
final class JsonValues {
  private final WordedValues worded;
  private final CustomerFaults faults;

  JsonValues(WordedValues worded, CustomerFaults faults) {
    this.worded = worded;
    this.faults = faults;
  }

  /** The value; empty when it is absent, or wrong and reported. */
  Optional<FieldValue> read(Field field, JsonNode node, String pointer) {
    if (node.isNull() || (node.isString() && WordRules.clean(node.asString()).isEmpty())) {
      return Optional.empty();
    }
    return switch (field) {
      case Field.Bool _ -> bool(node, pointer);
      case Field.Worded words when words.multi() -> list(words, node, pointer);
      case Field.Worded words -> worded.words(words, raws(node, pointer), faults);
      case Field.Number number -> decimal(number, node, pointer);
      case Field.Money money -> decimal(money, node, pointer);
      case Field.Date _ -> date(node, pointer);
    };
  }

  private Optional<FieldValue> bool(JsonNode node, String pointer) {
    if (!node.isBoolean()) {
      wrongType(node, pointer, "true or false");
      return Optional.empty();
    }
    return Optional.of(FieldValue.Words.of(node.booleanValue() ? "true" : "false"));
  }

  private Optional<FieldValue> list(Field.Worded field, JsonNode node, String pointer) {
    if (!node.isArray()) {
      wrongType(node, pointer, "an array of strings");
      return Optional.empty();
    }
    if (node.size() > WordedValues.MAX_VALUES) {
      faults.add(
          pointer,
          "There are %,d values.".formatted(node.size()),
          "At most %,d are allowed.".formatted(WordedValues.MAX_VALUES));
      return Optional.empty();
    }
    List<WordedValues.Raw> raws = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      raws.addAll(raws(node.get(i), pointer + '/' + i));
    }
    return worded.words(field, raws, faults);
  }

  private List<WordedValues.Raw> raws(JsonNode node, String pointer) {
    if (node.isNull()) {
      return List.of();
    }
    if (!node.isString()) {
      wrongType(node, pointer, "a string");
      return List.of();
    }
    return List.of(new WordedValues.Raw(node.stringValue(), pointer));
  }

  private Optional<FieldValue> decimal(Field.Ordered field, JsonNode node, String pointer) {
    if (!(node instanceof NumericNode number) || number.isNaN()) {
      wrongType(node, pointer, "a number");
      return Optional.empty();
    }
    return Amounts.of(field, number.decimalValue(), pointer, faults);
  }

  private Optional<FieldValue> date(JsonNode node, String pointer) {
    Optional<Long> day =
        node.isString() ? Scale.ofDate(WordRules.clean(node.stringValue())) : Optional.empty();
    if (day.isEmpty()) {
      wrongType(node, pointer, "a date such as \"2026-03-31\"");
    }
    return day.map(FieldValue.Amount::new);
  }

  private void wrongType(JsonNode node, String pointer, String expected) {
    String actual = node.isString() ? node.stringValue() : Excerpt.of(node.toString());
    faults.add(pointer, "The value " + Excerpt.quoted(actual) + " is not " + expected + ".", "");
  }
}
