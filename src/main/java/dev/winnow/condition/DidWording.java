package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.Condition.Figure;
import dev.winnow.condition.Condition.Measure;
import dev.winnow.condition.Condition.Window;
import dev.winnow.condition.RangePhrases.End;
import dev.winnow.schema.Field;
import dev.winnow.schema.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts clauses about activities of one kind together from the phrases of one language. */
final class DidWording {
  private static final String CATEGORY = "category";

  private final ActivityKind kind;
  private final Language language;
  private final Phrases phrases;
  private final LanguageWording attributes;

  DidWording(ActivityKind kind, Language language, Phrases phrases) {
    this.kind = kind;
    this.language = language;
    this.phrases = phrases;
    this.attributes = new LanguageWording(kind.attributes(), id -> id, language, phrases);
  }

  String say(Condition.Did did, boolean negated) {
    DidPhrases.Parts parts = parts(did);
    if (negated) {
      return did.measures().isEmpty()
          ? phrases.did().never(parts)
          : phrases.not(phrases.bracketed(phrases.did().say(parts)));
    }
    return phrases.did().say(parts);
  }

  private DidPhrases.Parts parts(Condition.Did did) {
    List<Condition> conditions =
        did.where() instanceof Condition.All(List<Condition> all) ? all : List.of(did.where());
    List<Condition> rest = new ArrayList<>(conditions);
    Optional<Condition.In> category = conditions.stream().flatMap(DidWording::category).findFirst();
    category.ifPresent(rest::remove);
    Optional<String> where =
        rest.isEmpty()
            ? Optional.empty()
            : Optional.of(attributes.sentence(new Condition.All(rest)));
    Optional<String> times =
        did.measures().stream().filter(DidWording::plainCount).map(this::times).findFirst();
    List<String> measures =
        did.measures().stream().filter(measure -> !plainCount(measure)).map(this::measure).toList();
    return new DidPhrases.Parts(
        kind,
        category.map(attributes::anyOf),
        where,
        times,
        measures,
        did.window().map(this::span));
  }

  private static Stream<Condition.In> category(Condition condition) {
    return condition instanceof Condition.In in && in.field().equals(CATEGORY)
        ? Stream.of(in)
        : Stream.empty();
  }

  private static boolean plainCount(Measure measure) {
    return measure.figure() == Figure.COUNT && measure.of().isEmpty();
  }

  private String times(Measure measure) {
    Optional<End> from = measure.from().map(this::times);
    Optional<End> to = measure.to().map(this::times);
    RangePhrases times = phrases.did().times();
    return from.equals(to) ? times.exactly(to.orElseThrow().text()) : times.of(from, to);
  }

  private End times(Bound bound) {
    return switch (bound) {
      case Bound.Fixed(long value, boolean inclusive) ->
          new End(phrases.amount(BigDecimal.valueOf(value), "", ""), inclusive);
      case Bound.Relative relative -> throw new IllegalArgumentException("no count: " + relative);
    };
  }

  private String measure(Measure measure) {
    String label =
        kind.attributes()
            .field(measure.of())
            .map(field -> phrases.label(field.label().in(language)))
            .orElse("");
    Field.Ordered scale = MeasureScales.of(kind, measure.figure(), measure.of());
    Condition.Range range = new Condition.Range(scale.name(), measure.from(), measure.to());
    return phrases.range(
        phrases.did().figure(measure.figure(), label),
        new RangeWording(kind.attributes(), phrases).phrase(range, scale));
  }

  private String span(Window window) {
    return switch (window) {
      case Window.Lookback lookback -> phrases.did().lookback(lookback);
      case Window.Days(long from, long to) ->
          phrases
              .dates()
              .of(Optional.of(new End(day(from), true)), Optional.of(new End(day(to - 1), true)));
    };
  }

  private String day(long day) {
    return phrases.date(LocalDate.ofEpochDay(day));
  }
}
