package dev.winnow.imports;

import dev.winnow.imports.Report.Unknown;
import dev.winnow.mapping.ValueFinder;
import dev.winnow.schema.Schema;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Gathers the texts that are none of the values their fields know. Of one thread; what more than
 * {@value #MOST} different ones there are is not told.
 */
final class UnknownTexts implements BiConsumer<String, List<String>> {
  private static final int MOST = 1_000;
  private static final int TOLD = 200;

  private final Map<String, ValueFinder> finders = new HashMap<>();
  private final Map<Text, long[]> counts = new HashMap<>();

  private record Text(String field, String text) {}

  UnknownTexts(Schema schema) {
    schema
        .fields()
        .values()
        .forEach(
            field -> ValueFinder.of(field).ifPresent(finder -> finders.put(field.name(), finder)));
  }

  @Override
  public void accept(String field, List<String> texts) {
    ValueFinder finder = finders.get(field);
    if (finder == null) {
      return;
    }
    for (String text : texts) {
      Text key = new Text(field, text);
      long[] count = counts.get(key);
      if (count != null) {
        count[0]++;
      } else if (counts.size() < MOST && !finder.isKnown(finder.normal(text))) {
        counts.put(key, new long[] {1});
      }
    }
  }

  /** The commonest first. */
  List<Unknown> list() {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Text, long[]> entry) -> -entry.getValue()[0])
                .thenComparing(entry -> entry.getKey().text()))
        .limit(TOLD)
        .map(
            entry ->
                new Unknown(
                    entry.getKey().field(),
                    entry.getKey().text(),
                    entry.getValue()[0],
                    nearest(entry.getKey())))
        .toList();
  }

  private List<String> nearest(Text text) {
    ValueFinder finder = finders.get(text.field());
    return finder == null ? List.of() : finder.nearest(text.text());
  }
}
