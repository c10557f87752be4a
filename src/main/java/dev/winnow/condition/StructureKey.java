package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.DateUnit;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window;
import java.util.List;
import java.util.Optional;

/**
 * A condition as a string to sort by: equal strings mean equal conditions. Clauses on the same
 * field stand together. Texts carry their length, so that no text can imitate structure.
 */
final class StructureKey {
  private final StringBuilder key = new StringBuilder();

  private StructureKey() {}

  static String of(Condition condition) {
    StructureKey structure = new StructureKey();
    structure.add(condition);
    return structure.key.toString();
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.In(String field, List<String> values) -> field(field, "in").texts(values);
      case Condition.Range(String field, Optional<Bound> from, Optional<Bound> to) ->
          field(field, "range").bound(from).bound(to);
      case Condition.Anniversary(String field, Optional<Long> from, int days) ->
          field(field, "year")
              .number(from.isPresent() ? 1 : 0)
              .number(from.orElse(0L))
              .number(days);
      case Condition.Exists(String field, boolean present) ->
          field(field, "exists").number(present ? 1 : 0);
      case Condition.Text(String query, List<String> fields) ->
          mark("text").text(query).texts(fields);
      case Condition.InSegment(String segment) -> mark("segment").text(segment);
      case Condition.Bucket(String salt, int from, int to) ->
          mark("bucket").text(salt).number(from).number(to);
      case Condition.Did(
              ActivityKind kind,
              Condition where,
              List<Measure> measures,
              Optional<Window> window) -> {
        mark("did").text(kind.word()).window(window).number(measures.size());
        measures.forEach(this::measure);
        add(where);
      }
      case Condition.Not(Condition part) -> mark("not").add(part);
      case Condition.Any(List<Condition> parts) -> mark("or").parts(parts);
      case Condition.All(List<Condition> parts) -> mark("and").parts(parts);
    }
  }

  static String of(Measure measure) {
    StructureKey structure = new StructureKey();
    structure.measure(measure);
    return structure.key.toString();
  }

  private void measure(Measure measure) {
    mark(measure.figure().word()).text(measure.of()).bound(measure.from()).bound(measure.to());
  }

  private StructureKey window(Optional<Window> window) {
    if (window.isEmpty()) {
      return mark("ever");
    }
    return switch (window.get()) {
      case Window.Lookback(int amount, DateUnit unit) ->
          mark("last").number(amount).mark(unit.name());
      case Window.Days(long from, long to) -> mark("days").number(from).number(to);
    };
  }

  private StructureKey field(String field, String kind) {
    return mark("field").text(field).mark(kind);
  }

  private void parts(List<Condition> parts) {
    number(parts.size());
    parts.forEach(this::add);
  }

  private StructureKey bound(Optional<Bound> bound) {
    if (bound.isEmpty()) {
      return mark("open");
    }
    return switch (bound.get()) {
      case Bound.Fixed(long value, boolean inclusive) -> number(value).number(inclusive ? 1 : 0);
      case Bound.Relative relative ->
          text(RelativeDates.format(relative)).number(relative.inclusive() ? 1 : 0);
    };
  }

  private StructureKey texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  private StructureKey text(String text) {
    key.append(text.length()).append(':').append(text).append(' ');
    return this;
  }

  private StructureKey number(long number) {
    key.append(number).append(' ');
    return this;
  }

  private StructureKey mark(String mark) {
    key.append(mark).append(' ');
    return this;
  }
}
