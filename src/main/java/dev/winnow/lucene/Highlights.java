package dev.winnow.lucene;

import dev.winnow.customer.Customer;
import dev.winnow.engine.Hit.Highlight;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows where in a customer's values the words of a keyword query were found. For each word and
 * value only the best way of finding it is shown: where a word stands as typed, a stretch that
 * merely sounds like it does not light up. Safe for many threads.
 */
final class Highlights {
  private final KeywordQuery query;
  private volatile @Nullable Prepared latest;

  /** The parts of a query; a page of customers is highlighted for one text after another. */
  private record Prepared(String text, Map<Field, List<List<Part>>> parts) {}

  Highlights(KeywordQuery query) {
    this.query = query;
  }

  /** The matched stretches by field name, in order and apart; fields without any are absent. */
  Map<String, List<Highlight>> of(String text, Customer customer) {
    Map<String, List<Highlight>> highlights = new LinkedHashMap<>();
    for (var entry : prepared(text).parts.entrySet()) {
      Field field = entry.getKey();
      List<Highlight> found = new ArrayList<>();
      List<String> values = customer.words(field.name());
      for (int i = 0; i < values.size(); i++) {
        found.addAll(inValue(entry.getValue(), field, i, values.get(i)));
      }
      if (!found.isEmpty()) {
        highlights.put(field.name(), List.copyOf(found));
      }
    }
    return highlights;
  }

  private Prepared prepared(String text) {
    Prepared prepared = latest;
    if (prepared == null || !prepared.text.equals(text)) {
      prepared = new Prepared(text, query.parts(text));
      latest = prepared;
    }
    return prepared;
  }

  private static List<Highlight> inValue(
      List<List<Part>> words, Field field, int number, String value) {
    List<Highlight> found = new ArrayList<>();
    AnalysedValue analysed = new AnalysedValue(field, value);
    for (List<Part> ways : words) {
      for (Part way : ways) {
        List<Highlight> matches = analysed.matches(way, number);
        found.addAll(matches);
        if (!matches.isEmpty()) {
          break;
        }
      }
    }
    return merged(found);
  }

  private static List<Highlight> merged(List<Highlight> found) {
    found.sort(Comparator.comparingInt(Highlight::start));
    List<Highlight> merged = new ArrayList<>();
    for (Highlight next : found) {
      if (merged.isEmpty() || merged.getLast().end() < next.start()) {
        merged.add(next);
      } else {
        Highlight last = merged.removeLast();
        int end = Math.max(last.end(), next.end());
        merged.add(new Highlight(last.value(), last.start(), end));
      }
    }
    return merged;
  }
}
