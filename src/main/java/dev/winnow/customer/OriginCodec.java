package dev.winnow.customer;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Origins as they are stored: {@code {"*":[1767225600000,"import:erp"],"phone":[…]}}, times in
 * milliseconds since 1970, the common origin under {@code *}.
 */
public final class OriginCodec {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String COMMON = "*";
  private static final int USUAL_SIZE = 64;

  private OriginCodec() {}

  /** Compact UTF-8, fields in alphabetical order, so equal origins give equal bytes. */
  public static byte[] encode(Origins origins) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      origins.common().ifPresent(origin -> write(json, COMMON, origin));
      new TreeMap<>(origins.own()).forEach((field, origin) -> write(json, field, origin));
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote; nothing at all is {@link Origins#NONE}.
   *
   * @param id of the customer, for the message
   * @throws WinnowException {@code CORRUPT_DATA} when the bytes are not of this form
   */
  public static Origins decode(String id, byte[] json) {
    if (json.length == 0) {
      return Origins.NONE;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      Map<String, Origin> own = new HashMap<>();
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        own.put(name, read(parser));
      }
      Optional<Origin> common = Optional.ofNullable(own.remove(COMMON));
      return new Origins(common, own);
    } catch (JacksonException | NullPointerException e) {
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA,
          "The stored origins of the customer \"" + id + "\" cannot be read.",
          e);
    }
  }

  private static void write(JsonGenerator json, String name, Origin origin) {
    json.writeArrayPropertyStart(name);
    json.writeNumber(origin.at().toEpochMilli());
    json.writeString(origin.source());
    json.writeEndArray();
  }

  private static Origin read(JsonParser parser) {
    parser.nextToken();
    parser.nextToken();
    Instant at = Instant.ofEpochMilli(parser.getLongValue());
    parser.nextToken();
    String source = parser.getString();
    parser.nextToken();
    return new Origin(source, at);
  }
}
