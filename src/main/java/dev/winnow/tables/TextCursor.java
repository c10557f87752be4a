package dev.winnow.tables;

/** A place in a text that moves forward as parts of it are recognised. */
final class TextCursor {
  private String text = "";
  private int place;

  void start(String newText) {
    text = newText;
    place = 0;
  }

  int place() {
    return place;
  }

  void moveTo(int newPlace) {
    place = newPlace;
  }

  boolean isEnd() {
    return place >= text.length();
  }

  /** The character at the place; a NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return place + ahead < text.length() ? text.charAt(place + ahead) : '\0';
  }

  /** Steps over the character if it is the next. */
  boolean take(char c) {
    if (!isEnd() && text.charAt(place) == c) {
      place++;
      return true;
    }
    return false;
  }

  /** Steps over digits, at most so many; -1 when there is none. */
  int number(int digits) {
    int value = -1;
    int end = Math.min(text.length(), place + digits);
    while (place < end && Chars.isDigit(text.charAt(place))) {
      value = Math.max(value, 0) * 10 + text.charAt(place) - '0';
      place++;
    }
    return value;
  }

  /** Steps over letters. */
  String letters() {
    int from = place;
    while (!isEnd() && Chars.isLetter(text.charAt(place))) {
      place++;
    }
    return text.substring(from, place);
  }
}
