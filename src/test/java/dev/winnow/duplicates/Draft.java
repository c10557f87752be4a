package dev.winnow.duplicates;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A customer being made up: values as text by field; no value for empty ones. */
record Draft(String id, Map<String, String> values) {
  Draft(String id) {
    this(id, new LinkedHashMap<>());
  }

  Draft with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    return new Draft(id, changed);
  }

  Draft without(String... fields) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    for (String field : fields) {
      changed.remove(field);
    }
    return new Draft(id, changed);
  }

  Draft as(String otherId) {
    return new Draft(otherId, values);
  }

  String get(String field) {
    return values.getOrDefault(field, "");
  }

  Optional<String> find(String field) {
    return Optional.ofNullable(values.get(field)).filter(value -> !value.isEmpty());
  }

  Customer customer() {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    values.forEach(
        (field, value) -> {
          if (field.equals("birthday") && !value.isEmpty()) {
            fields.put(field, new FieldValue.Amount(LocalDate.parse(value).toEpochDay()));
          } else if (!value.isEmpty()) {
            fields.put(field, FieldValue.Words.of(value));
          }
        });
    return new Customer(id, fields);
  }
}
