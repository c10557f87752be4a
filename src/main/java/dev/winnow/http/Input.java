package dev.winnow.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object of a request, read strictly: members nobody asked for and values of another type
 * are faults. {@code null} counts as absent.
 */
final class Input {
  private final JsonNode object;
  private final String pointer;
  private final Faults faults;

  /** The object at a pointer, which may have the given members and no others. */
  Input(JsonNode node, String pointer, Faults faults, Set<String> members) {
    this.object = node;
    this.pointer = pointer;
    this.faults = faults;
    if (!node.isObject()) {
      faults.add(pointer, "This is " + kind(node) + ".", "It must be an object.");
      return;
    }
    for (String name : node.propertyNames()) {
      if (!members.contains(name)) {
        faults.add(
            child(pointer, name),
            "There is no such member.",
            "Known: " + String.join(", ", members.stream().sorted().toList()) + ".");
      }
    }
  }

  /** The pointer of a member, escaped after RFC 6901. */
  static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  String at(String name) {
    return child(pointer, name);
  }

  Optional<JsonNode> node(String name) {
    return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
  }

  /** A member that must be there; otherwise a fault. */
  Optional<JsonNode> required(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty() && object.isObject()) {
      faults.add(pointer, "The member \"" + name + "\" is missing.", "");
    }
    return node;
  }

  /** A string of at most {@code max} UTF-16 units, without control characters. */
  Optional<String> text(String name, int max) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !node.get().isString()) {
      wrong(name, node.get(), "a string");
      return Optional.empty();
    }
    Optional<String> text = node.map(JsonNode::stringValue);
    if (text.isPresent() && text.get().length() > max) {
      faults.add(at(name), "The text is too long.", "At most " + max + " characters.");
      return Optional.empty();
    }
    if (text.isPresent() && text.get().chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      faults.add(at(name), "The text has control characters.", "");
      return Optional.empty();
    }
    return text;
  }

  OptionalInt integer(String name, int min, int max) {
    OptionalLong value = integer(name, min, (long) max);
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  OptionalLong integer(String name, long min, long max) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!node.get().isIntegralNumber()) {
      wrong(name, node.get(), "a whole number");
      return OptionalLong.empty();
    }
    if (!node.get().canConvertToLong()
        || node.get().longValue() < min
        || node.get().longValue() > max) {
      faults.add(at(name), "The number is out of range.", min + " to " + max + ".");
      return OptionalLong.empty();
    }
    return OptionalLong.of(node.get().longValue());
  }

  /** Whether the member is {@code true}; absent counts as {@code false}. */
  boolean flag(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      wrong(name, node.get(), "true or false");
      return false;
    }
    return node.isPresent() && node.get().booleanValue();
  }

  /** The elements of an array of at most {@code max}; none when absent. */
  List<JsonNode> list(String name, int max) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      wrong(name, node.get(), "an array");
      return List.of();
    }
    if (node.get().size() > max) {
      faults.add(at(name), "There are too many elements.", "At most " + max + ".");
      return List.of();
    }
    List<JsonNode> elements = new ArrayList<>();
    node.get().forEach(elements::add);
    return elements;
  }

  private void wrong(String name, JsonNode node, String expected) {
    faults.add(at(name), "This is " + kind(node) + ".", "It must be " + expected + ".");
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "an array";
      case STRING, BINARY -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL, MISSING -> "null";
    };
  }
}
