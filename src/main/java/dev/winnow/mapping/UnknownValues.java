package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.schema.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the values of mapped rows that their fields do not know, so that it can be decided once
 * for all rows what they mean. Not safe for use by several threads.
 */
public final class UnknownValues {
  /** Different values counted for each field. */
  private static final int MOST = 10_000;

  private final Map<String, ValueFinder> finders = new HashMap<>();
  private final Map<String, Boolean> levels = new HashMap<>();
  private final Map<String, Map<String, Long>> counts = new HashMap<>();

  public UnknownValues(ColumnMapping mapping) {
    for (Part part : mapping.parts()) {
      for (FieldRule rule : part.fields()) {
        if (!rule.origin().columns().isEmpty()) {
          String key = key(part, rule.field().name());
          ValueFinder.of(rule.field()).ifPresent(finder -> finders.put(key, finder));
          levels.put(key, rule.origin().columns().size() > 1);
        }
      }
    }
  }

  private static String key(Part part, String field) {
    return part.rows().word() + "." + field;
  }

  /** Takes note of one row. */
  public void add(RowMapper.Mapped mapped) {
    mapped
        .cells()
        .forEach(
            (field, texts) -> {
              String key = key(mapped.part(), field);
              ValueFinder finder = finders.get(key);
              if (finder != null) {
                texts.forEach(text -> add(key, finder, text));
              }
            });
  }

  private void add(String key, ValueFinder finder, String text) {
    if (finder.isKnown(text) || finder.find(text).filter(finder::isKnown).isPresent()) {
      return;
    }
    Map<String, Long> field = counts.computeIfAbsent(key, _ -> new HashMap<>());
    String shown = levels.getOrDefault(key, false) ? level(finder, text) : text;
    if (field.size() < MOST || field.containsKey(shown)) {
      field.merge(shown, 1L, Long::sum);
    }
  }

  /** Of several columns the one whose text is the first that is not known. */
  private static String level(ValueFinder finder, String path) {
    String known = "";
    for (String name : TreePath.levels(path)) {
      String node = known.isEmpty() ? name : known + "/" + name;
      if (!finder.isNode(node)) {
        return name;
      }
      known = node;
    }
    return path;
  }

  /**
   * The commonest, with what each could mean.
   *
   * @param most how many
   */
  public List<UnknownValue> list(int most) {
    List<UnknownValue> all = new ArrayList<>();
    counts.forEach(
        (key, texts) ->
            texts.forEach(
                (text, count) ->
                    all.add(
                        new UnknownValue(
                            key.substring(key.indexOf('.') + 1), text, count, List.of()))));
    return all.stream()
        .sorted(
            Comparator.comparingLong(UnknownValue::count)
                .reversed()
                .thenComparing(UnknownValue::field)
                .thenComparing(UnknownValue::text))
        .limit(most)
        .map(this::withNearest)
        .toList();
  }

  private UnknownValue withNearest(UnknownValue value) {
    List<String> nearest =
        finders.entrySet().stream()
            .filter(entry -> entry.getKey().endsWith("." + value.field()))
            .findFirst()
            .map(entry -> entry.getValue().nearest(value.text()))
            .orElse(List.of());
    return new UnknownValue(value.field(), value.text(), value.count(), nearest);
  }
}
