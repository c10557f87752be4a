package dev.winnow.tables;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Where the records are in the one object of a file, as in the answers of web services: in an array
 * such as {@code value} or {@code data.list}, beside counts and links that are no records.
 */
final class JsonEnvelope {
  /** What arrays of records are called whatever they are records of. */
  private static final Set<String> RECORDS =
      Set.of(
          "data",
          "value",
          "values",
          "result",
          "results",
          "record",
          "records",
          "row",
          "rows",
          "list",
          "datalist",
          "docs",
          "hits",
          "edges",
          "nodes",
          "content",
          "entries",
          "objects",
          "resources",
          "collection");

  /** An object that has one of these is a record itself, and its arrays are parts of it. */
  private static final Set<String> OWN = Set.of("id", "_id", "name", "uuid", "key");

  private static final int DEEPEST = 4;

  private final List<String> at = new ArrayList<>();
  private List<String> best = List.of();
  private boolean bestIsNamed;
  private long bestCount;
  private boolean hasOwn;

  private JsonEnvelope() {}

  /**
   * The names of the members that lead to the array of records; empty when the first object of the
   * file is a record.
   */
  static List<String> path(Path file, Charset charset) {
    var envelope = new JsonEnvelope();
    try (Reader text = TextReader.open(file, charset);
        JsonParser parser = JsonRecords.JSON.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        envelope.object(parser);
      }
    } catch (JacksonException e) {
      return envelope.found();
    } catch (IOException e) {
      throw BadFile.unreadable(file.getFileName().toString(), e);
    }
    return envelope.found();
  }

  private List<String> found() {
    return bestIsNamed || (!hasOwn && bestCount > 1) ? best : List.of();
  }

  private void object(JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      at.add(name);
      switch (parser.nextToken()) {
        case START_OBJECT -> nested(parser);
        case START_ARRAY -> array(parser, name);
        default -> hasOwn |= at.size() == 1 && OWN.contains(name.toLowerCase(Locale.ROOT));
      }
      at.removeLast();
    }
  }

  private void nested(JsonParser parser) {
    if (at.size() < DEEPEST) {
      object(parser);
    } else {
      parser.skipChildren();
    }
  }

  private void array(JsonParser parser, String name) {
    long objects = 0;
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      objects += token == JsonToken.START_OBJECT ? 1 : 0;
      if (objects == 1) {
        take(name, 1);
      }
      parser.skipChildren();
      token = parser.nextToken();
    }
    take(name, objects);
  }

  /** Takes note of an array; a name that says so counts before many elements. */
  private void take(String name, long objects) {
    boolean named = RECORDS.contains(name.toLowerCase(Locale.ROOT));
    boolean better = named == bestIsNamed ? objects > bestCount : named;
    if (objects > 0 && better) {
      best = List.copyOf(at);
      bestIsNamed = named;
      bestCount = objects;
    }
  }

  /**
   * Moves a parser at the beginning of an object to that of the array at the end of a path.
   *
   * @return whether there is one
   */
  static boolean enter(JsonParser parser, List<String> path) {
    for (String name : path) {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.PROPERTY_NAME && !name.equals(parser.currentName())) {
        parser.nextToken();
        parser.skipChildren();
        token = parser.nextToken();
      }
      if (token != JsonToken.PROPERTY_NAME) {
        return false;
      }
      parser.nextToken();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return parser.currentToken() == JsonToken.START_ARRAY && name.equals(path.getLast());
      }
    }
    return false;
  }
}
