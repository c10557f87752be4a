package dev.winnow.condition;

import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declared values of a field and what people may call them.
 *
 * @param values in declared order
 * @param byLabel the values that carry a label in some language
 */
record KnownValues(Set<String> values, Map<String, Set<String>> byLabel) {
  private static final int SAMPLE = 8;

  static KnownValues of(Field field) {
    return switch (field) {
      case Field.Keyword keyword -> of(keyword.values());
      case Field.Tree tree -> of(tree.values());
      case Field.Text _, Field.Bool _, Field.Phone _, Field.Email _ -> of(List.of());
      case Field.Number _, Field.Money _, Field.Date _ -> of(List.of());
    };
  }

  private static KnownValues of(List<KnownValue> known) {
    Set<String> values = new LinkedHashSet<>();
    Map<String, Set<String>> byLabel = new HashMap<>();
    for (KnownValue value : known) {
      values.add(value.value());
      for (String label : List.of(value.label().en(), value.label().zh())) {
        byLabel.computeIfAbsent(label, _ -> new LinkedHashSet<>()).add(value.value());
      }
    }
    return new KnownValues(values, byLabel);
  }

  /** The value itself, or all values with this label. */
  List<String> meantBy(String text) {
    return values.contains(text)
        ? List.of(text)
        : List.copyOf(byLabel.getOrDefault(text, Set.of()));
  }

  /** Values and labels, to suggest from. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(values);
    names.addAll(byLabel.keySet());
    return names;
  }

  /** A sentence with the first few values. */
  String sample() {
    List<String> first = new ArrayList<>(values).subList(0, Math.min(SAMPLE, values.size()));
    return "One of: " + String.join(", ", first) + (values.size() > SAMPLE ? ", …" : "") + ".";
  }
}
