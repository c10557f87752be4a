package dev.winnow.customer;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.WordRules;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Makes a {@link Customer} of raw input, or says everything that is wrong with it. Strings come out
 * trimmed and in Unicode normal form C, empty ones and nulls as absent, repeated values once.
 *
 * <p>Safe for use by many threads.
 */
public final class Normaliser {
  private static final int MAX_ID_LENGTH = 128;

  private final Schema schema;
  private final WordedValues worded;

  public Normaliser(Schema schema) {
    this.schema = schema;
    this.worded = new WordedValues(schema);
  }

  /**
   * From JSON, whose types must be those of the fields.
   *
   * @param fields the object of values by field name
   * @param pointer where that object stands in the body; the id is taken to stand at {@code /id}
   * @throws dev.winnow.problem.WinnowException with the code {@code INVALID_CUSTOMER}
   */
  public Customer fromJson(String id, JsonNode fields, String pointer) {
    CustomerFaults faults = new CustomerFaults();
    if (!fields.isObject()) {
      faults.add(
          pointer,
          "The fields are not an object.",
          "Give values by field name: {\"" + schema.title() + "\": \"…\"}.");
      faults.throwIfAny();
    }
    JsonValues values = new JsonValues(worded, faults);
    return customer(
        id,
        fields.propertyNames(),
        field ->
            Optional.ofNullable(fields.get(field.name()))
                .flatMap(node -> values.read(field, node, CustomerFaults.pointer(pointer, field))),
        pointer,
        faults);
  }

  /**
   * From cells of a table, read leniently in the default {@link TextFormats}.
   *
   * @param cells by field name; several for multi-valued fields
   * @throws dev.winnow.problem.WinnowException with the code {@code INVALID_CUSTOMER} and pointers
   *     such as {@code /fields/name}
   */
  public Customer fromText(String id, Map<String, List<String>> cells) {
    return fromText(id, cells, TextFormats.DEFAULT);
  }

  /** As {@link #fromText(String, Map)}, with the formats of some fields given. */
  public Customer fromText(String id, Map<String, List<String>> cells, TextFormats formats) {
    CustomerFaults faults = new CustomerFaults();
    TextValues values = new TextValues(worded, formats, faults);
    return customer(
        id,
        cells.keySet(),
        field ->
            Optional.ofNullable(cells.get(field.name()))
                .flatMap(
                    texts -> values.read(field, texts, CustomerFaults.pointer("/fields", field))),
        "/fields",
        faults);
  }

  /** What is wrong with a customer id, if anything. */
  public static Optional<Fault> checkId(String id, String pointer) {
    String expected =
        "It must be 1 to " + MAX_ID_LENGTH + " characters without blanks around them.";
    if (id.isEmpty()) {
      return Optional.of(new Fault(pointer, "The id is empty.", expected));
    }
    Optional<String> flaw = WordRules.flaw(id, MAX_ID_LENGTH);
    if (flaw.isEmpty() && !WordRules.clean(id).equals(id)) {
      flaw = Optional.of("has blanks around it or is not in Unicode normal form C.");
    }
    return flaw.map(
        text -> new Fault(pointer, "The id " + Excerpt.quoted(id) + " " + text, expected));
  }

  private Customer customer(
      String id,
      Collection<String> given,
      Function<Field, Optional<FieldValue>> reader,
      String pointer,
      CustomerFaults faults) {
    checkId(id, "/id").ifPresent(faults::add);
    for (String name : given) {
      if (!schema.fields().containsKey(name)) {
        faults.add(
            CustomerFaults.pointer(pointer, name),
            "There is no field " + Excerpt.quoted(name) + ".",
            Nearest.hint(name, schema.fields().keySet()));
      } else if (schema.records().kinds().containsKey(name)) {
        faults.add(
            CustomerFaults.pointer(pointer, name),
            "The field " + Excerpt.quoted(name) + " is filled by Winnow.",
            "Leave it out.");
      }
    }
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    for (Field field : schema.fields().values()) {
      int before = faults.count();
      Optional<FieldValue> value = reader.apply(field);
      value.ifPresent(present -> values.put(field.name(), present));
      if (value.isEmpty() && field.traits().required() && faults.count() == before) {
        faults.add(
            CustomerFaults.pointer(pointer, field),
            "The field \"" + field.name() + "\" is missing.",
            "Every customer must have it.");
      }
    }
    faults.throwIfAny();
    return new Customer(id, values);
  }
}
