package dev.winnow.customer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What is known of a customer, by where it comes from. Each layer is replaced on its own: a source
 * knows nothing of activities, and neither knows what a person has decided.
 *
 * @param given what sources say
 * @param computed what the customer's activities add up to, by field
 * @param overrides what persons decided, by facet in alphabetical order; past ones among them
 * @param origins of the given values
 * @param archived by whom and when the customer was archived; empty when it is not
 */
public record CustomerLayers(
    Customer given,
    SequencedMap<String, FieldValue> computed,
    Map<String, GradeOverride> overrides,
    Origins origins,
    Optional<Origin> archived) {
  public CustomerLayers {
    computed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(computed));
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  /** A customer of which nothing is computed or decided. */
  public static CustomerLayers of(Customer given, Origins origins) {
    return new CustomerLayers(given, new LinkedHashMap<>(), Map.of(), origins, Optional.empty());
  }
}
