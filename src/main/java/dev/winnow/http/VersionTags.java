package dev.winnow.http;

import dev.winnow.engine.Write.Expected;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions in the headers {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
final class VersionTags {
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

  private VersionTags() {}

  static String tag(long version) {
    return "\"" + version + "\"";
  }

  /** The state in which a change expects a customer to be. */
  static Expected expected(Context http) {
    Optional<Long> match = ifMatch(http);
    String noneMatch = http.header("If-None-Match");
    if (noneMatch == null) {
      return match.<Expected>map(Expected.Version::new).orElse(Expected.ANYTHING);
    }
    if (match.isPresent()) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST,
          "A change takes If-None-Match: * for a new customer, or If-Match, but not both.");
    }
    return Expected.ABSENT;
  }

  /**
   * Refuses a change that asks not to be answered. Only a reader has use for that, and the server
   * beneath would answer 304 to a change that was made.
   */
  static void check(Context http) {
    String given = http.header("If-None-Match");
    boolean reads = Set.of("GET", "HEAD").contains(http.req().getMethod());
    if (given != null && !reads && !given.strip().equals("*")) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST, "Changes take If-None-Match with * only.");
    }
  }

  /** The version that a change must name. */
  static int required(Context http) {
    return ifMatch(http)
        .map(version -> (int) Math.min(version, Integer.MAX_VALUE))
        .orElseThrow(
            () ->
                new WinnowException(
                    ProblemCode.VERSION_REQUIRED,
                    "Send If-Match with the ETag that you have read."));
  }

  /** The version that a change names, if it names one. */
  static OptionalInt given(Context http) {
    Optional<Long> given = ifMatch(http);
    return given.isPresent()
        ? OptionalInt.of((int) Math.min(given.get(), Integer.MAX_VALUE))
        : OptionalInt.empty();
  }

  private static Optional<Long> ifMatch(Context http) {
    String given = http.header("If-Match");
    if (given == null) {
      return Optional.empty();
    }
    Matcher tag = TAG.matcher(given.strip());
    if (!tag.matches()) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST, "If-Match takes one version as in ETag, such as \"17\".");
    }
    return Optional.of(Long.parseLong(tag.group(1)));
  }
}
