package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.customer.Normaliser;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.WordRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/** Reads the attributes of one activity in JSON; what is absent, null or blank has no value. */
final class Attributes {
  private static final int MAX_TEXT = 10_000;

  private final JsonNode json;
  private final ActivityFaults faults;

  Attributes(JsonNode json, ActivityFaults faults) {
    this.json = json;
    this.faults = faults;
  }

  /** An id, which must be there. */
  String id(String key) {
    JsonNode node = json.path(key);
    if (!node.isString()) {
      faults.add(
          key,
          node.isMissingNode() ? "The " + key + " is missing." : "The " + key + " is not a string.",
          "It must be an id such as \"c-1001\".");
      return "";
    }
    Normaliser.checkId(node.stringValue(), faults.pointer(key)).ifPresent(faults::add);
    return node.stringValue();
  }

  /** An exact string; empty when there is none. */
  String word(String key) {
    return string(key, WordRules.MAX_LENGTH);
  }

  /** A text of one line; empty when there is none. */
  String text(String key) {
    return string(key, MAX_TEXT);
  }

  private String string(String key, int longest) {
    JsonNode node = json.path(key);
    if (absent(node)) {
      return "";
    }
    if (!node.isString()) {
      faults.add(key, "The " + key + " is not a string.", "Put it in quotes.");
      return "";
    }
    String clean = WordRules.clean(node.stringValue().replaceAll("[\\r\\n\\t]+", " "));
    Optional<String> flaw = WordRules.flaw(clean, longest);
    flaw.ifPresent(what -> faults.add(key, "The " + key + " " + what, ""));
    return flaw.isEmpty() ? clean : "";
  }

  /** One of the values that a kind's attribute declares; empty when there is none. */
  String oneOf(ActivityKind kind, String key, boolean required) {
    String word = word(key);
    if (word.isEmpty()) {
      if (required && absent(json.path(key))) {
        faults.add(key, "The " + key + " is missing.", oneOf(declared(kind, key)));
      }
      return "";
    }
    List<String> declared = declared(kind, key);
    if (declared.contains(word)) {
      return word;
    }
    faults.add(
        key,
        "The " + key + " " + Excerpt.quoted(word) + " is unknown.",
        Nearest.of(word, declared)
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElseGet(() -> oneOf(declared)));
    return "";
  }

  private static String oneOf(List<String> values) {
    return "It must be one of: " + String.join(", ", values) + ".";
  }

  private static List<String> declared(ActivityKind kind, String key) {
    return kind.attributes().field(key).orElseThrow() instanceof Field.Keyword keyword
        ? keyword.values().stream().map(Field.KnownValue::value).toList()
        : List.of();
  }

  /**
   * A number on a scale, rounded half up.
   *
   * @param most the largest absolute value, in whole units
   */
  Optional<Long> decimal(String key, int decimals, long most) {
    JsonNode node = json.path(key);
    if (absent(node)) {
      return Optional.empty();
    }
    if (!node.isNumber()) {
      faults.add(
          key, "The " + key + " is not a JSON number.", "Write it as 120.5, without quotes.");
      return Optional.empty();
    }
    BigDecimal limit = BigDecimal.valueOf(most);
    Optional<Long> value =
        node.decimalValueOpt()
            .filter(number -> number.abs().compareTo(limit) <= 0)
            .flatMap(number -> Scale.ofDecimal(number, decimals));
    if (value.isEmpty()) {
      faults.add(
          key,
          "The " + key + " is too large.",
          "Its absolute value can be at most %,d.".formatted(most));
    }
    return value;
  }

  /** A whole number from 0. */
  OptionalInt whole(String key, int most) {
    JsonNode node = json.path(key);
    if (absent(node)) {
      return OptionalInt.empty();
    }
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      int value = node.intValue();
      if (value >= 0 && value <= most) {
        return OptionalInt.of(value);
      }
    }
    faults.add(
        key,
        "The " + key + " is not a whole number in its range.",
        "It must be from 0 to " + most + ".");
    return OptionalInt.empty();
  }

  Optional<Boolean> flag(String key) {
    JsonNode node = json.path(key);
    if (absent(node)) {
      return Optional.empty();
    }
    if (!node.isBoolean()) {
      faults.add(key, "The value of \"" + key + "\" is not true or false.", "");
      return Optional.empty();
    }
    return Optional.of(node.booleanValue());
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || (node.isString() && WordRules.clean(node.stringValue()).isEmpty());
  }
}
