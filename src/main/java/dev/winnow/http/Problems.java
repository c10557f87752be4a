package dev.winnow.http;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Problems as they are answered: RFC 9457, with the code and all faults. What a client sent comes
 * back shortened, so that no answer is larger than its request.
 */
final class Problems {
  static final String TYPE = "application/problem+json";
  private static final int MAX_FAULTS = 100;
  private static final int MAX_TEXT = 500;
  private static final String RETRY_SECONDS = "2";

  private Problems() {}

  /** Makes the problem the answer. */
  static void answer(Context http, WinnowException problem) {
    if (http.res().isCommitted()) {
      return;
    }
    http.res().resetBuffer();
    if (problem.code().kind() == ProblemCode.Kind.LIMIT
        && problem.code() != ProblemCode.TOO_LARGE) {
      http.header("Retry-After", RETRY_SECONDS);
    }
    if (problem.code() == ProblemCode.NOT_SIGNED_IN) {
      http.header("WWW-Authenticate", "Bearer");
    }
    http.status(problem.code().status())
        .header("Cache-Control", "no-store")
        .contentType(TYPE)
        .result(body(problem.code(), problem.faults()));
  }

  /** The problem document. */
  static byte[] body(ProblemCode code, List<Fault> faults) {
    return Json.write(json -> write(json, code, faults));
  }

  /** Writes a problem as an object. */
  static void write(JsonGenerator json, ProblemCode code, List<Fault> faults) {
    json.writeStartObject();
    json.writeStringProperty("type", "about:blank");
    json.writeStringProperty("title", code.title());
    json.writeNumberProperty("status", code.status());
    json.writeStringProperty("code", code.code());
    json.writeStringProperty("detail", detail(code, faults));
    write(json, faults);
    json.writeEndObject();
  }

  /** Writes the member {@code faults}. */
  static void write(JsonGenerator json, List<Fault> faults) {
    json.writeArrayPropertyStart("faults");
    for (Fault fault : faults.subList(0, Math.min(faults.size(), MAX_FAULTS))) {
      json.writeStartObject();
      json.writeStringProperty("pointer", clip(fault.pointer()));
      json.writeStringProperty("detail", clip(fault.detail()));
      if (!fault.expected().isEmpty()) {
        json.writeStringProperty("expected", clip(fault.expected()));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String detail(ProblemCode code, List<Fault> faults) {
    return switch (faults.size()) {
      case 0 -> code.title() + ".";
      case 1 -> clip(faults.getFirst().detail());
      default -> faults.size() + " faults; the first: " + clip(faults.getFirst().detail());
    };
  }

  /** The text, shortened when long, with nothing in it that UTF-8 cannot hold. */
  static String clip(String text) {
    if (text.length() <= MAX_TEXT) {
      return Surrogates.mended(text);
    }
    return Surrogates.mended(text.substring(0, MAX_TEXT)) + "…";
  }
}
