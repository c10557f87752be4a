package dev.winnow.http;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the body of a request, up to the limit and in the formats accepted. */
final class Body {
  /** The largest JSON body, and the largest line of NDJSON. */
  static final int MAX_BYTES = 1 << 20;

  static final String JSON = "application/json";
  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String NDJSON = "application/x-ndjson";

  private Body() {}

  /** The JSON value in the body. */
  static JsonNode json(Context http) throws IOException {
    return json(http, JSON);
  }

  /** The JSON value in a body of one of the types. */
  static JsonNode json(Context http, String... types) throws IOException {
    requireType(http, types);
    if (http.req().getContentLengthLong() > MAX_BYTES) {
      throw tooLarge();
    }
    byte[] bytes = http.req().getInputStream().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw tooLarge();
    }
    return Json.read(bytes);
  }

  /** Refuses a body that is not of one of the types, or says it is in another charset. */
  static void requireType(Context http, String... types) {
    String given = http.req().getContentType();
    String type = given == null ? "" : given.toLowerCase(Locale.ROOT);
    int semicolon = type.indexOf(';');
    String name = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    boolean foreign =
        type.contains("charset") && !type.replaceAll("[\"' ]", "").contains("charset=utf-8");
    if (!Set.of(types).contains(name) || foreign) {
      throw new WinnowException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          "Send Content-Type: " + String.join(" or ", types) + ", in UTF-8.");
    }
  }

  private static WinnowException tooLarge() {
    return new WinnowException(
        ProblemCode.TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes.");
  }
}
