package dev.winnow.condition;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Label;
import dev.winnow.schema.WordRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The declared values of a field and what people may call them.
 *
 * @param values in declared order
 * @param byLabel the values that carry a label in some language
 */
record KnownValues(Set<String> values, Map<String, Set<String>> byLabel) {
  private static final int SAMPLE = 8;

  /** From the labels of a field's declared values. */
  static KnownValues of(Map<String, Label> known) {
    Map<String, Set<String>> byLabel = new HashMap<>();
    known.forEach(
        (value, label) -> {
          for (String name : List.of(label.en(), label.zh())) {
            byLabel.computeIfAbsent(WordRules.clean(name), _ -> new LinkedHashSet<>()).add(value);
          }
        });
    return new KnownValues(known.keySet(), byLabel);
  }

  /** The value itself, or all values with this label. */
  List<String> meantBy(String text) {
    return values.contains(text)
        ? List.of(text)
        : List.copyOf(byLabel.getOrDefault(text, Set.of()));
  }

  /** What may have been meant by a text that is neither a value nor a label. */
  String hint(String text) {
    List<String> names = new ArrayList<>(values);
    names.addAll(byLabel.keySet());
    String first = values.stream().limit(SAMPLE).collect(Collectors.joining(", "));
    return Nearest.of(text, names)
        .map(name -> "Did you mean " + Excerpt.quoted(name) + "?")
        .orElse("One of: " + first + (values.size() > SAMPLE ? ", …" : "."));
  }
}
