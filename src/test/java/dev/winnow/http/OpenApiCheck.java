package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** Holds answers against {@code openapi.yaml}: status, content type, and schema of the body. */
final class OpenApiCheck {
  private static final String AT = "https://winnow.dev/openapi.json";

  private static final Logger VALIDATOR_LOG = Logger.getLogger("com.networknt.schema");

  static {
    // An OpenAPI document is no JSON schema itself; the validator warns of its members.
    VALIDATOR_LOG.setLevel(Level.SEVERE);
  }

  private final JsonNode document = read();
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(AT, document.toString())));
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  JsonNode document() {
    return document;
  }

  private static JsonNode read() {
    try (InputStream in = OpenApiCheck.class.getResourceAsStream("/openapi.yaml")) {
      Load load = new Load(LoadSettings.builder().build());
      return Json.read(Json.bytes(load.loadFromInputStream(in)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Fails when the API's description does not foresee this answer. */
  void check(String method, String path, HttpResponse<byte[]> response) {
    Optional<String> found =
        operation(method, path.replaceAll("[?#].*", "")).filter(_ -> !method.equals("HEAD"));
    if (found.isEmpty()) {
      return;
    }
    String responses = found.get() + "/responses";
    String status = Integer.toString(response.statusCode());
    boolean known = document.at(responses).has(status);
    assertThat(known || response.statusCode() >= 400)
        .as("%s %s answers %s, which is not described", method, path, status)
        .isTrue();
    String described = follow(responses + "/" + (known ? status : "default"));
    JsonNode contents = document.at(described + "/content");
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    if (contents.isMissingNode()) {
      assertThat(response.body()).as("%s %s %s", method, path, status).isEmpty();
      return;
    }
    assertThat(contents.propertyNames()).as("content types of %s", described).contains(type);
    String schema = described + "/content/" + escape(type) + "/schema";
    bodies(type, new String(response.body(), StandardCharsets.UTF_8))
        .forEach(body -> conforms(schema, body, method + " " + path));
  }

  private static Stream<String> bodies(String type, String text) {
    return switch (type) {
      case "application/x-ndjson" -> text.lines();
      case "text/csv", "text/event-stream" -> Stream.empty();
      default -> Stream.of(text);
    };
  }

  private void conforms(String pointer, String body, String request) {
    Schema schema =
        schemas.computeIfAbsent(
            pointer, place -> registry.getSchema(SchemaLocation.of(AT + "#" + place)));
    assertThat(schema.validate(body, InputFormat.JSON))
        .as("%s answers %s", request, body.substring(0, Math.min(body.length(), 2_000)))
        .isEmpty();
  }

  /** The pointer of the operation that a request is for. */
  private Optional<String> operation(String method, String path) {
    List<String> given = List.of(path.split("/", -1));
    return document.at("/paths").propertyNames().stream()
        .filter(template -> matches(List.of(template.split("/", -1)), given))
        .map(template -> "/paths/" + escape(template) + "/" + method.toLowerCase(Locale.ROOT))
        .filter(pointer -> !document.at(pointer).isMissingNode())
        .findFirst();
  }

  private static boolean matches(List<String> template, List<String> given) {
    if (template.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!template.get(i).startsWith("{") && !template.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private String follow(String pointer) {
    String reference = document.at(pointer).path("$ref").asString("");
    return reference.isEmpty() ? pointer : reference.substring(1);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
