package dev.winnow.http;

import tools.jackson.databind.JsonNode;

/** Finds strings that no UTF-8 text can hold: those with half a surrogate pair. */
final class Surrogates {
  private Surrogates() {}

  /** Adds a fault for every name and string with an unpaired surrogate. */
  static void check(JsonNode node, String pointer, Faults faults) {
    if (node.isString() && unpaired(node.stringValue())) {
      faults.add(pointer, "The string has an unpaired surrogate.", "");
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      check(node.get(i), pointer + "/" + i, faults);
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                if (unpaired(member.getKey())) {
                  faults.add(pointer, "A member's name has an unpaired surrogate.", "");
                } else {
                  check(member.getValue(), Input.child(pointer, member.getKey()), faults);
                }
              });
    }
  }

  /** Whether a UTF-16 text has half a surrogate pair. */
  static boolean unpaired(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** The text with {@code U+FFFD} for every half of a surrogate pair. */
  static String mended(String text) {
    return unpaired(text)
        ? text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : text;
  }
}
