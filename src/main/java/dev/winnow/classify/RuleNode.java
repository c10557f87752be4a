package dev.winnow.classify;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value in the JSON of a rule. What is read of it and wrong adds a fault and reads as a harmless
 * stand-in, so that all faults are found in one go; a rule with faults is never used.
 *
 * @param at its JSON pointer
 */
record RuleNode(JsonNode json, String at, List<Fault> faults) {
  private static final int MOST_DIGITS = 18;
  private static final int MOST_DECIMALS = 9;

  void fault(String detail, String expected) {
    faults.add(new Fault(at, detail, expected));
  }

  boolean has(String key) {
    return json.hasNonNull(key);
  }

  /** What the key names; a missing node when it names nothing. */
  RuleNode get(String key) {
    return new RuleNode(json.path(key), at + "/" + escaped(key), faults);
  }

  /** What the key names, with a fault when it is missing. */
  RuleNode required(String key) {
    if (json.isObject() && !json.has(key)) {
      get(key).fault("\"" + key + "\" is missing.", "");
    }
    return get(key);
  }

  /** The node when it is there. */
  Optional<RuleNode> optional(String key) {
    return has(key) ? Optional.of(get(key)) : Optional.empty();
  }

  /** Refuses anything but an object with no other keys. */
  void keys(List<String> known) {
    if (!json.isObject()) {
      wrong("an object with " + String.join(", ", known));
      return;
    }
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        get(key).fault("The key " + Excerpt.quoted(key) + " is unknown.", Nearest.hint(key, known));
      }
    }
  }

  /** The items of a list with at least so many. */
  List<RuleNode> items(int least) {
    if (!json.isArray()) {
      wrong("a list");
      return List.of();
    }
    if (json.size() < least) {
      fault("The list is too short.", "It needs at least " + least + ".");
    }
    List<RuleNode> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new RuleNode(json.get(i), at + "/" + i, faults));
    }
    return items;
  }

  String text() {
    if (json.isString() && !json.stringValue().isBlank()) {
      return json.stringValue();
    }
    wrong("text");
    return "";
  }

  /** One of some words; the first after a fault. */
  String word(List<String> known) {
    String word = text();
    if (known.contains(word)) {
      return word;
    }
    if (!word.isEmpty()) {
      fault(Excerpt.quoted(word) + " is unknown.", Nearest.hint(word, known));
    }
    return known.getFirst();
  }

  /** A number of at most 18 digits before the point. */
  BigDecimal number(int mostDecimals) {
    Optional<BigDecimal> value =
        json.isNumber() ? json.decimalValueOpt().filter(RuleNode::manageable) : Optional.empty();
    if (value.isEmpty()) {
      wrong("a number such as 1000 or 12.5");
      return BigDecimal.ZERO;
    }
    BigDecimal plain = value.get().stripTrailingZeros();
    if (plain.scale() > mostDecimals) {
      fault("The number has too many decimals.", "At most " + mostDecimals + " make a difference.");
      return BigDecimal.ZERO;
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  BigDecimal number() {
    return number(MOST_DECIMALS);
  }

  BigDecimal number(BigDecimal least, BigDecimal most) {
    BigDecimal value = number();
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      fault(
          value.toPlainString() + " is out of range.", "It must be " + least + " to " + most + ".");
    }
    return value;
  }

  int whole(int least, int most) {
    if (json.isIntegralNumber() && json.canConvertToInt()) {
      int value = json.intValue();
      if (value >= least && value <= most) {
        return value;
      }
    }
    wrong("a whole number from " + least + " to " + most);
    return least;
  }

  boolean flag() {
    if (!json.isBoolean()) {
      wrong("true or false");
      return false;
    }
    return json.booleanValue();
  }

  private static boolean manageable(BigDecimal value) {
    long digitsBeforePoint = (long) value.precision() - value.scale();
    return digitsBeforePoint <= MOST_DIGITS && value.scale() <= 2 * MOST_DIGITS;
  }

  private void wrong(String expected) {
    if (!json.isMissingNode()) {
      fault("This is " + Excerpt.of(json.toString()) + ".", "It must be " + expected + ".");
    }
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
