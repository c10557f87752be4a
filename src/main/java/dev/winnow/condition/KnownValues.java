package dev.winnow.condition;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import dev.winnow.schema.TreePath;
import dev.winnow.schema.WordRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  /**
   * From the labels of a field's declared values. A node of a tree may be called by its own label
   * or by the path of labels.
   */
  static KnownValues of(Map<String, Label> known, boolean tree) {
    Map<String, Set<String>> byLabel = new LinkedHashMap<>();
    for (String value : known.keySet()) {
      for (Language language : Language.values()) {
        String own = Objects.requireNonNull(known.get(value)).in(language);
        byLabel.computeIfAbsent(key(own), _ -> new LinkedHashSet<>()).add(value);
        if (tree) {
          String path = path(value, known, language);
          byLabel.computeIfAbsent(key(path), _ -> new LinkedHashSet<>()).add(value);
        }
      }
    }
    return new KnownValues(known.keySet(), byLabel);
  }

  /** Those of all fields. */
  static Map<String, KnownValues> byField(Schema schema) {
    Map<String, KnownValues> known = new HashMap<>();
    for (Field field : schema.fields().values()) {
      known.put(field.name(), of(schema.valueLabels(field), field instanceof Field.Tree));
    }
    return known;
  }

  private static String path(String value, Map<String, Label> known, Language language) {
    Label label = known.get(value);
    String own = label == null ? TreePath.name(value) : label.in(language);
    return TreePath.parent(value)
        .map(parent -> path(parent, known, language) + Field.Tree.SEPARATOR + own)
        .orElse(own);
  }

  private static String key(String label) {
    return WordRules.clean(label).toLowerCase(Locale.ROOT);
  }

  /** The value itself, or all values with this label, whatever its case. */
  List<String> meantBy(String text) {
    return values.contains(text)
        ? List.of(text)
        : List.copyOf(byLabel.getOrDefault(key(text), Set.of()));
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
