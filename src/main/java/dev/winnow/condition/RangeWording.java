package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.condition.RangePhrases.End;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.util.Optional;

/** Puts ranges together from the phrases of one language. */
final class RangeWording {
  private final Schema schema;
  private final Phrases phrases;

  RangeWording(Schema schema, Phrases phrases) {
    this.schema = schema;
    this.phrases = phrases;
  }

  /** The field's label and the phrase for the range. */
  String say(Condition.Range range, String label) {
    return switch (schema.field(range.field()).orElseThrow()) {
      case Field.Ordered ordered -> phrases.range(label, phrase(range, ordered));
      case Field.Worded _ ->
          throw new IllegalArgumentException("not an ordered field: " + range.field());
    };
  }

  /** The phrase for a range of a field. */
  String phrase(Condition.Range range, Field.Ordered field) {
    return switch (field) {
      case Field.Number number -> amounts(range, number, number.unit(), "");
      case Field.Money money -> amounts(range, money, "", money.currency());
      case Field.Date _ -> dates(range);
    };
  }

  private String amounts(Condition.Range range, Field.Ordered field, String unit, String currency) {
    boolean both = range.to().isPresent();
    Optional<End> from =
        range.from().map(end -> amount(end, field, both ? "" : unit, both ? "" : currency));
    Optional<End> to = range.to().map(end -> amount(end, field, unit, currency));
    return range.from().equals(range.to())
        ? phrases.amounts().exactly(to.map(End::text).orElse(""))
        : phrases.amounts().of(from, to);
  }

  private End amount(Bound bound, Field.Ordered field, String unit, String currency) {
    return switch (bound) {
      case Bound.Fixed(long value, boolean inclusive) ->
          new End(phrases.amount(Scale.toDecimal(field, value), unit, currency), inclusive);
      case Bound.Relative relative -> throw new IllegalArgumentException("no number: " + relative);
    };
  }

  private String dates(Condition.Range range) {
    Optional<Bound.Relative> from = range.from().flatMap(RangeWording::relative);
    Optional<Bound.Relative> to = range.to().flatMap(RangeWording::relative);
    boolean relative =
        from.isPresent() == range.from().isPresent() && to.isPresent() == range.to().isPresent();
    Optional<String> period = relative ? phrases.period(from, to) : Optional.empty();
    return period.orElseGet(() -> days(range));
  }

  private String days(Condition.Range range) {
    Optional<End> from = range.from().map(this::day);
    Optional<End> to = range.to().map(this::day);
    return from.equals(to)
        ? phrases.dates().exactly(to.map(End::text).orElse(""))
        : phrases.dates().of(from, to);
  }

  private static Optional<Bound.Relative> relative(Bound bound) {
    return bound instanceof Bound.Relative relative ? Optional.of(relative) : Optional.empty();
  }

  private End day(Bound bound) {
    return switch (bound) {
      case Bound.Fixed(long value, boolean inclusive) ->
          new End(phrases.date(LocalDate.ofEpochDay(value)), inclusive);
      case Bound.Relative relative -> new End(phrases.date(relative), relative.inclusive());
    };
  }
}
