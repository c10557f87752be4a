package dev.winnow.customer;

import dev.winnow.schema.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What is known of a customer, by where it comes from. Each layer is replaced on its own: a source
 * knows nothing of activities, and neither knows what a person has decided.
 *
 * @param given what sources say
 * @param computed what the customer's activities add up to, by field
 * @param overrides what persons decided, by facet in alphabetical order; past ones among them
 */
public record CustomerLayers(
    Customer given,
    SequencedMap<String, FieldValue> computed,
    Map<String, GradeOverride> overrides) {
  public CustomerLayers {
    computed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(computed));
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  /** A customer of which nothing is computed or decided. */
  public static CustomerLayers of(Customer given) {
    return new CustomerLayers(given, new LinkedHashMap<>(), Map.of());
  }

  /** What is stored, as everyone sees it: computed values in place of given ones. */
  public Customer seen(Schema schema) {
    if (computed.isEmpty()) {
      return given;
    }
    SequencedMap<String, FieldValue> values = new LinkedHashMap<>();
    for (String field : schema.fields().keySet()) {
      FieldValue value = computed.getOrDefault(field, given.values().get(field));
      if (value != null) {
        values.put(field, value);
      }
    }
    return new Customer(given.id(), values);
  }
}
