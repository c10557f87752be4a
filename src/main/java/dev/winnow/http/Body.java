package dev.winnow.http;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads the body of a request, up to the limit and in the formats accepted. */
final class Body {
  /** The largest JSON body, and the largest line of NDJSON. */
  static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DRAINED = 4 * MAX_BYTES;
  private static final Logger LOG = LoggerFactory.getLogger(Body.class);

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

  /**
   * Reads what is left of a body, up to {@value #MAX_DRAINED} bytes. Closing a connection with
   * unread bytes makes many clients fail before they see the answer.
   */
  static void drain(Context http) {
    try {
      InputStream in = http.req().getInputStream();
      byte[] buffer = new byte[8192];
      int left = MAX_DRAINED;
      for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
        left -= n;
      }
    } catch (IOException e) {
      LOG.debug("the client went away", e);
    }
  }

  private static WinnowException tooLarge() {
    return new WinnowException(
        ProblemCode.TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes.");
  }
}
