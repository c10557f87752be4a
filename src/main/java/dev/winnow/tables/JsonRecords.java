package dev.winnow.tables;

import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * The objects in a JSON file: one a line, or the elements of an array, be it the whole file or in
 * the one object of the file, or simply one after the other. Where they are lines, a broken one
 * spoils only itself.
 */
final class JsonRecords implements AutoCloseable {
  static final ObjectMapper JSON =
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
  private final List<String> envelope;
  private long number;

  /**
   * An object.
   *
   * @param line on which it begins, or its own number where several stand on one line
   * @param fault why there are no cells
   */
  record Item(long line, Map<String, String> cells, Optional<Fault> fault) {}

  JsonRecords(Path file) {
    this.fileName = file.getFileName().toString();
    Charset charset = charset(file);
    int whole = wholeLines(file, charset);
    this.envelope = whole < 2 ? JsonEnvelope.path(file, charset) : List.of();
    if (whole > 0 && envelope.isEmpty()) {
      lines = new LineReader(file, charset);
      text = null;
      parser = null;
    } else {
      lines = null;
      text = TextReader.open(file, charset);
      parser = JSON.createParser(text);
    }
  }

  /** JSON is UTF-8, but some shells save what a web service answers as UTF-16. */
  private static Charset charset(Path file) {
    try (InputStream in = Packing.open(file)) {
      byte[] head = in.readNBytes(2);
      boolean little = head.length == 2 && (head[0] == (byte) 0xFF || head[1] == 0);
      boolean big = head.length == 2 && (head[0] == (byte) 0xFE || head[0] == 0);
      return little
          ? StandardCharsets.UTF_16LE
          : big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    } catch (IOException e) {
      throw BadFile.unreadable(file.getFileName().toString(), e);
    }
  }

  /** How many lines are known to be whole objects: 2 when another follows the first. */
  private static int wholeLines(Path file, Charset charset) {
    int whole = 0;
    try (LineReader reader = new LineReader(file, charset)) {
      String line = filled(reader);
      if (line != null && parse(1, line).fault().isEmpty()) {
        whole = 1;
        whole += filled(reader) == null ? 0 : 1;
      }
      return whole;
    } catch (WinnowException e) {
      return whole;
    }
  }

  private static @Nullable String filled(LineReader lines) {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    return line;
  }

  /** The next object; null at the end. */
  @Nullable Item next() {
    return lines != null ? nextLine(lines) : nextElement();
  }

  private static @Nullable Item nextLine(LineReader lines) {
    String line = filled(lines);
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
    JsonParser json = Objects.requireNonNull(parser);
    try {
      JsonToken token = envelope.isEmpty() ? unwrapped(json) : inEnvelope(json);
      if (token == null) {
        return null;
      }
      long line = json.currentTokenLocation().getLineNr();
      number = Math.max(line, number + 1);
      if (token != JsonToken.START_OBJECT) {
        throw BadFile.of(
            fileName + ":" + line, "There is something other than an object.", "Give objects.");
      }
      return new Item(number, JsonCells.read(json), Optional.empty());
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

  private static @Nullable JsonToken unwrapped(JsonParser json) {
    JsonToken token = json.nextToken();
    while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
      token = json.nextToken();
    }
    return token;
  }

  /** The next element of the array in the envelope, or in another that follows it. */
  private @Nullable JsonToken inEnvelope(JsonParser json) {
    boolean inside = json.currentToken() != null;
    JsonToken token = json.nextToken();
    while (token != null && (!inside || token == JsonToken.END_ARRAY)) {
      if (inside) {
        leave(json);
        token = json.nextToken();
        inside = false;
      } else if (token == JsonToken.START_OBJECT && JsonEnvelope.enter(json, envelope)) {
        token = json.nextToken();
        inside = true;
      } else {
        leave(json);
        token = json.nextToken();
      }
    }
    return token;
  }

  /** Skips what is left of an object of the file. */
  private static void leave(JsonParser json) {
    while (!json.streamReadContext().inRoot() && json.nextToken() != null) {
      json.skipChildren();
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
