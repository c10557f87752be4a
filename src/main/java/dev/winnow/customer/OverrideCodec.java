package dev.winnow.customer;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A customer's overrides as they are stored: a JSON object by facet. */
public final class OverrideCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OverrideCodec() {}

  /** Compact UTF-8, facets in alphabetical order, so equal overrides give equal bytes. */
  public static byte[] encode(Map<String, GradeOverride> overrides) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(overrides).forEach((facet, override) -> json.set(facet, json(override)));
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** One override, as it is stored and sent. */
  public static ObjectNode json(GradeOverride override) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("value", override.value())
            .put("reason", override.reason())
            .put("author", override.author())
            .put("since", override.since().toString());
    override.until().ifPresent(day -> json.put("until", day.toString()));
    return json;
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param id of the customer, for the message
   * @throws WinnowException {@code CORRUPT_DATA} when the bytes are not of this form
   */
  public static Map<String, GradeOverride> decode(String id, byte[] json) {
    try {
      Map<String, GradeOverride> overrides = new TreeMap<>();
      JSON.readTree(json)
          .properties()
          .forEach(entry -> overrides.put(entry.getKey(), override(entry.getValue())));
      return overrides;
    } catch (RuntimeException e) {
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA,
          "The stored overrides of the customer \"" + id + "\" cannot be read.",
          e);
    }
  }

  private static GradeOverride override(JsonNode json) {
    return new GradeOverride(
        json.required("value").stringValue(),
        json.required("reason").stringValue(),
        json.required("author").stringValue(),
        Instant.parse(json.required("since").stringValue()),
        Optional.ofNullable(json.get("until")).map(day -> LocalDate.parse(day.stringValue())));
  }
}
