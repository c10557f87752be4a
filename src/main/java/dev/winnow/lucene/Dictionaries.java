package dev.winnow.lucene;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The {@link ValueDictionary} of every field that has a column. */
final class Dictionaries {
  private final Map<String, ValueDictionary> byField = new HashMap<>();

  Dictionaries(Schema schema) {
    for (Field field : schema.fields().values()) {
      if (CustomerDocuments.hasColumn(field)) {
        byField.put(field.name(), new ValueDictionary(field instanceof Field.Tree));
      }
    }
  }

  ValueDictionary of(Field field) {
    return of(field.name());
  }

  ValueDictionary of(String field) {
    return Objects.requireNonNull(byField.get(field), field);
  }
}
