package dev.winnow.customer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;

/**
 * A company or person: an id given by the source system and values by field name. Fields without a
 * value are absent; there are no nulls and no empty strings.
 *
 * @param id 1 to 128 characters without control characters; unique
 * @param values in schema order, so that equal customers have equal JSON
 */
public record Customer(String id, SequencedMap<String, FieldValue> values) {
  public Customer {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  public Customer(String id, Map<String, FieldValue> values) {
    this(id, (SequencedMap<String, FieldValue>) new LinkedHashMap<>(values));
  }

  /** The strings in a field; empty when the field is absent or ordered. */
  public List<String> words(String field) {
    return values.get(field) instanceof FieldValue.Words(List<String> words) ? words : List.of();
  }

  /** The number in a field; empty when the field is absent or worded. */
  public OptionalLong amount(String field) {
    return values.get(field) instanceof FieldValue.Amount(long value)
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }
}
