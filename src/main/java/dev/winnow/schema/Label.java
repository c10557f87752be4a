package dev.winnow.schema;

/** A text for people in the two languages of the product. */
public record Label(String en, String zh) {
  /** The text in one language. */
  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH -> zh;
    };
  }
}
