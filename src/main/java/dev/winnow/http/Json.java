package dev.winnow.http;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as it is accepted and written here. Reading is strict: UTF-8 only, no repeated members, no
 * unpaired surrogates, nothing behind the value, nesting of at most {@value #MAX_DEPTH}, member
 * names of at most {@value #MAX_NAME} characters. Decimals keep every digit.
 */
final class Json {
  /** What the parser's messages say of its own settings and sources. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile("\\s*\\[Source.*|\\s*\\(enable .*|\\s*\\(?`StreamReadFeature.*");

  static final int MAX_DEPTH = 64;
  static final int MAX_NAME = 256;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNameLength(MAX_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonFactory LINES = JsonFactory.builder().rootValueSeparator("").build();

  private Json() {}

  /** Reads one JSON value; {@link ProblemCode#INVALID_JSON} with the place otherwise. */
  static JsonNode read(byte[] utf8) {
    String text = decode(utf8);
    JsonNode node = parse(text);
    if (text.contains("\\u")) {
      Faults faults = new Faults();
      Surrogates.check(node, "", faults);
      WinnowException.throwIfAny(ProblemCode.INVALID_JSON, faults.list());
    }
    return node;
  }

  /** The bytes of what {@code writer} writes. */
  static byte[] write(Consumer<JsonGenerator> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      writer.accept(json);
    }
    return bytes.toByteArray();
  }

  /** Lines of JSON; the writer ends each with a line feed. */
  static byte[] writeLines(Consumer<JsonGenerator> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = LINES.createGenerator(ObjectWriteContext.empty(), bytes)) {
      writer.accept(json);
    }
    return bytes.toByteArray();
  }

  /** A tree of maps, lists and plain values as JSON. */
  static byte[] bytes(Object tree) {
    return MAPPER.writeValueAsBytes(tree);
  }

  private static String decode(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new WinnowException(ProblemCode.INVALID_JSON, "The body is not UTF-8.", e);
    }
  }

  private static JsonNode parse(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      try {
        JsonNode node = MAPPER.readTree(parser);
        if (node == null || node.isMissingNode()) {
          throw invalid("", "There is no JSON value.");
        }
        if (parser.nextToken() != null) {
          throw invalid(
              "", at(parser.currentTokenLocation()) + "something follows the JSON value.");
        }
        return node;
      } catch (JacksonException | NumberFormatException e) {
        throw invalid(
            parser.streamReadContext().pathAsPointer().toString(),
            at(parser.currentLocation()) + reason(e));
      }
    }
  }

  private static String reason(RuntimeException e) {
    if (e instanceof StreamConstraintsException) {
      return "a number, a name or the nesting is longer than the limit";
    }
    String message =
        e instanceof JacksonException jackson ? jackson.getOriginalMessage() : "bad number";
    return message == null
        ? "not JSON"
        : OF_THE_PARSER.matcher(message.lines().findFirst().orElse("not JSON")).replaceAll("");
  }

  private static String at(TokenStreamLocation place) {
    return "Line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
  }

  private static WinnowException invalid(String pointer, String detail) {
    return new WinnowException(ProblemCode.INVALID_JSON, List.of(new Fault(pointer, detail, "")));
  }
}
