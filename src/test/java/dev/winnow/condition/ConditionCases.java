package dev.winnow.condition;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one table of cases, {@code condition-cases.txt}, that every evaluator of conditions must
 * pass, over {@link TestSchema}.
 */
public final class ConditionCases {
  /** What the relative dates of the table refer to. */
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ConditionCases() {}

  /**
   * A row of the table.
   *
   * @param condition resolved
   */
  public record Case(String text, Condition condition, Customer customer, boolean expected) {
    @Override
    public String toString() {
      return text;
    }
  }

  public static List<Case> all() {
    List<String> lines = lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    return IntStream.range(0, lines.size()).mapToObj(i -> read(lines.get(i), "case" + i)).toList();
  }

  private static Stream<String> lines() {
    try (InputStream in = ConditionCases.class.getResourceAsStream("condition-cases.txt")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case read(String line, String id) {
    String[] columns = line.split("\\|", -1);
    Condition written =
        new ConditionReader(TestSchema.SCHEMA).read(JSON.readTree(columns[0].strip()), "");
    Condition resolved = new ConditionResolver(ConditionCases::segment).resolve(written, TODAY);
    Customer customer = customer(id, JSON.readTree(columns[1].strip()));
    return new Case(line, resolved, customer, Boolean.parseBoolean(columns[2].strip()));
  }

  private static Optional<Condition> segment(String id) {
    return id.equals("key-accounts")
        ? Optional.of(new Condition.In("tier", List.of("high")))
        : Optional.empty();
  }

  /** A customer from the JSON of its fields, which must be right; {@code _id} gives another id. */
  static Customer customer(String id, JsonNode json) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    for (Field field : TestSchema.SCHEMA.fields().values()) {
      if (json.has(field.name())) {
        values.put(field.name(), value(field, json.get(field.name())));
      }
    }
    return new Customer(json.path("_id").asString(id), values);
  }

  private static FieldValue value(Field field, JsonNode json) {
    return switch (field) {
      case Field.Worded _ ->
          new FieldValue.Words(
              json.isArray()
                  ? json.values().stream().map(JsonNode::asString).toList()
                  : List.of(json.asString()));
      case Field.Date _ -> new FieldValue.Amount(Scale.ofDate(json.asString()).orElseThrow());
      case Field.Ordered ordered ->
          new FieldValue.Amount(
              Scale.ofDecimal(json.decimalValue(), Scale.decimals(ordered)).orElseThrow());
    };
  }
}
