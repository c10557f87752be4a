package dev.winnow.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The members of one JSON object as cells by column: those of nested objects under names such as
 * {@code address.city}, several values in one cell with {@link #BETWEEN} between them.
 */
final class JsonCells {
  /** Between the elements of an array of plain values. */
  static final String BETWEEN = "|";

  private static final int MAX_PLAIN_EXPONENT = 400;

  private final JsonParser parser;
  private final Map<String, String> cells = new LinkedHashMap<>();
  private int size;

  private JsonCells(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the object whose beginning the parser stands at.
   *
   * @throws IllegalArgumentException when it is too large
   */
  static Map<String, String> read(JsonParser parser) {
    var reading = new JsonCells(parser);
    reading.object("");
    return reading.cells;
  }

  private void object(String prefix) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> object(name + ".");
        case START_ARRAY -> put(name, array());
        default -> put(name, scalar());
      }
    }
  }

  private String array() {
    List<String> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean nested = parser.currentToken().isStructStart();
      String value = nested ? parser.readValueAsTree().toString() : scalar();
      grow(value.length());
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return String.join(BETWEEN, values);
  }

  private String scalar() {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_NUMBER_FLOAT -> plain(parser.getString());
      default -> parser.getString();
    };
  }

  /** A number without exponent, as far as it stays readable. */
  private static String plain(String text) {
    if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    return Math.abs(number.scale()) > MAX_PLAIN_EXPONENT ? text : number.toPlainString();
  }

  private void put(String name, String value) {
    grow(name.length() + value.length());
    cells.put(name, value);
    if (cells.size() > Limits.COLUMNS) {
      throw new IllegalArgumentException(
          "The object has more than %,d members.".formatted(Limits.COLUMNS));
    }
  }

  private void grow(int characters) {
    size += characters;
    if (size > Limits.ROW) {
      throw new IllegalArgumentException(Limits.rowTooLong());
    }
  }
}
