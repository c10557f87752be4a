package dev.winnow.condition;

import dev.winnow.schema.Field;
import dev.winnow.schema.Language;
import dev.winnow.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts conditions together from the phrases of one language. */
final class LanguageWording {
  private static final int MOST_VALUES = 6;
  private static final int SHOWN_OF_MORE = 5;
  private static final String SEPARATORS = ",，、";

  private final Schema schema;
  private final Function<String, String> segmentName;
  private final Language language;
  private final Phrases phrases;
  private final RangeWording ranges;
  private final Map<String, ValueNames> names = new HashMap<>();

  LanguageWording(
      Schema schema, Function<String, String> segmentName, Language language, Phrases phrases) {
    this.schema = schema;
    this.segmentName = segmentName;
    this.language = language;
    this.phrases = phrases;
    this.ranges = new RangeWording(schema, phrases);
    schema
        .fields()
        .forEach(
            (name, field) ->
                names.put(name, new ValueNames(field, schema.valueLabels(field), language)));
  }

  String sentence(Condition condition) {
    return condition instanceof Condition.All(List<Condition> parts) && !parts.isEmpty()
        ? parts.stream().map(this::operand).collect(Collectors.joining(phrases.comma()))
        : clause(condition);
  }

  String clause(Condition condition) {
    return say(condition, false);
  }

  private String say(Condition condition, boolean negated) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) ->
          parts.isEmpty()
              ? opposite(phrases.everyone(), negated)
              : opposite(joined(parts, phrases.and()), negated);
      case Condition.Any(List<Condition> parts) ->
          parts.isEmpty()
              ? opposite(phrases.nobody(), negated)
              : opposite(joined(parts, phrases.or()), negated);
      case Condition.Not(Condition part) -> opposite(say(part, true), negated);
      case Condition.In in -> in(in, negated);
      case Condition.Range range -> opposite(ranges.say(range, label(range.field())), negated);
      case Condition.Anniversary(String field, Optional<Long> _, int days) ->
          opposite(phrases.anniversary(label(field), days), negated);
      case Condition.Exists(String field, boolean present) ->
          phrases.exists(label(field), present != negated);
      case Condition.Text(String query, List<String> fields) ->
          phrases.text(query, fields.stream().map(this::label).toList(), negated);
      case Condition.InSegment(String id) -> phrases.segment(segmentName.apply(id), negated);
      case Condition.Bucket(String salt, int from, int to) ->
          phrases.sample(salt, from, to, negated);
      case Condition.Did did -> new DidWording(did.kind(), language, phrases).say(did, negated);
    };
  }

  private String opposite(String text, boolean negated) {
    return negated ? phrases.not(phrases.bracketed(text)) : text;
  }

  private String joined(List<Condition> parts, String word) {
    return parts.size() == 1
        ? operand(parts.getFirst())
        : parts.stream().map(this::inGroup).collect(Collectors.joining(word));
  }

  private String inGroup(Condition part) {
    Condition inner = unwrapped(part);
    return lists(inner) ? phrases.bracketed(say(inner, false)) : operand(inner);
  }

  private String operand(Condition part) {
    Condition inner = unwrapped(part);
    String text = say(inner, false);
    return parts(inner).size() > 1 ? phrases.bracketed(text) : text;
  }

  private static Condition unwrapped(Condition part) {
    List<Condition> inner = parts(part);
    return inner.size() == 1 ? unwrapped(inner.getFirst()) : part;
  }

  private static List<Condition> parts(Condition condition) {
    if (condition instanceof Condition.All(List<Condition> parts)) {
      return parts;
    }
    return condition instanceof Condition.Any(List<Condition> parts) ? parts : List.of();
  }

  /** Whether the clause has an "or" or "and" of its own, which could be taken for the group's. */
  private static boolean lists(Condition part) {
    return switch (part) {
      case Condition.In in -> in.values().size() > 1;
      case Condition.Text text -> text.fields().size() > 1;
      case Condition.Range range -> range.from().isPresent() && range.to().isPresent();
      case Condition.Not(Condition inner) -> !(inner instanceof Condition.Range) && lists(inner);
      case Condition.All _, Condition.Any _, Condition.Anniversary _ -> false;
      case Condition.Exists _, Condition.InSegment _, Condition.Bucket _ -> false;
      case Condition.Did did -> !did.measures().isEmpty();
    };
  }

  private String in(Condition.In in, boolean negated) {
    List<String> values = shown(in);
    boolean multi = schema.field(in.field()).filter(Field::multi).isPresent();
    return phrases.in(
        label(in.field()), multi, values, in.values().size() - values.size(), negated);
  }

  /** The values, without saying of what. */
  String anyOf(Condition.In in) {
    List<String> values = shown(in);
    return phrases.anyOf(values, in.values().size() - values.size());
  }

  private List<String> shown(Condition.In in) {
    int count = in.values().size();
    return in.values().stream()
        .limit(count > MOST_VALUES ? SHOWN_OF_MORE : count)
        .map(value -> value(in.field(), value))
        .toList();
  }

  private String value(String field, String value) {
    if (schema.field(field).filter(Field.Bool.class::isInstance).isPresent()) {
      return phrases.yes(Boolean.parseBoolean(value));
    }
    ValueNames known = names.get(field);
    String name = known == null ? value : known.of(value);
    boolean separates = name.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0);
    return separates ? phrases.quoted(name) : name;
  }

  private String label(String field) {
    return schema
        .field(field)
        .map(known -> phrases.label(known.label().in(language)))
        .orElse(field);
  }
}
