package dev.winnow.condition;

import java.util.Optional;

/** Checks of strings that come from outside. */
final class Strings {
  private Strings() {}

  /** What makes the text unusable: a control character or half a surrogate pair. */
  static Optional<String> flaw(String text) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (Character.getType(codePoint) == Character.SURROGATE) {
        return Optional.of("Character " + (i + 1) + " is half of a surrogate pair.");
      }
      if (Character.isISOControl(codePoint)) {
        return Optional.of("Character " + (i + 1) + " is a control character.");
      }
      i += Character.charCount(codePoint);
    }
    return Optional.empty();
  }
}
