package dev.winnow.tables;

import dev.winnow.problem.Fault;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The objects in a JSON file: one a line, or, where the first line is not a whole object, the
 * elements of an array or simply one after the other. Where they are lines, a broken one spoils
 * only itself.
 */
final class JsonRecords implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Limits.ROW)
                          .maxNestingDepth(100)
                          .build())
                  .build())
          .build();

  private final String fileName;
  private final @Nullable LineReader lines;
  private final @Nullable Reader text;
  private final @Nullable JsonParser parser;

  /**
   * An object.
   *
   * @param line on which it begins
   * @param fault why there are no cells
   */
  record Item(long line, Map<String, String> cells, Optional<Fault> fault) {}

  JsonRecords(Path file) {
    this.fileName = file.getFileName().toString();
    if (isLines(file)) {
      lines = new LineReader(file, StandardCharsets.UTF_8);
      text = null;
      parser = null;
    } else {
      lines = null;
      text = TextReader.open(file, StandardCharsets.UTF_8);
      parser = JSON.createParser(text);
    }
  }

  private static boolean isLines(Path file) {
    try (LineReader reader = new LineReader(file, StandardCharsets.UTF_8)) {
      String line = reader.next();
      while (line != null && line.isBlank()) {
        line = reader.next();
      }
      return line != null && parse(1, line).fault().isEmpty();
    } catch (dev.winnow.problem.WinnowException e) {
      return false;
    }
  }

  /** The next object; null at the end. */
  @Nullable Item next() {
    return lines != null ? nextLine(lines) : nextElement();
  }

  private static @Nullable Item nextLine(LineReader lines) {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    return line == null ? null : parse(lines.number(), line);
  }

  private static Item parse(long number, String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return broken(number, "it does not begin with a brace");
      }
      Map<String, String> cells = JsonCells.read(parser);
      return parser.nextToken() == null
          ? new Item(number, cells, Optional.empty())
          : broken(number, "something follows the object");
    } catch (JacksonException e) {
      return broken(number, BadFile.withoutStop(e.getOriginalMessage()));
    } catch (IllegalArgumentException e) {
      return broken(number, BadFile.withoutStop(String.valueOf(e.getMessage())));
    }
  }

  private static Item broken(long number, String reason) {
    return new Item(
        number,
        Map.of(),
        Optional.of(
            new Fault(
                "", "The line is not a JSON object: %s.".formatted(reason), "Give one a line.")));
  }

  private @Nullable Item nextElement() {
    JsonParser json = java.util.Objects.requireNonNull(parser);
    try {
      JsonToken token = json.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = json.nextToken();
      }
      if (token == null) {
        return null;
      }
      long line = json.currentTokenLocation().getLineNr();
      if (token != JsonToken.START_OBJECT) {
        throw BadFile.of(
            fileName + ":" + line, "There is something other than an object.", "Give objects.");
      }
      return new Item(line, JsonCells.read(json), Optional.empty());
    } catch (JacksonException e) {
      throw BadFile.of(
          fileName + ":" + json.currentLocation().getLineNr(),
          "The file is not valid JSON: %s.".formatted(BadFile.withoutStop(e.getOriginalMessage())),
          "It must be an array of objects, or have one object a line.");
    } catch (IllegalArgumentException e) {
      throw BadFile.of(
          fileName + ":" + json.currentLocation().getLineNr(), String.valueOf(e.getMessage()), "");
    }
  }

  @Override
  public void close() {
    try {
      if (lines != null) {
        lines.close();
      }
      if (text != null) {
        text.close();
      }
    } catch (IOException e) {
      throw BadFile.unreadable(fileName, e);
    }
  }
}
