package dev.winnow.condition;

import dev.winnow.condition.Condition.Bound;
import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads ranges: numbers are put on the field's scale without changing who is within. */
final class RangeReader {
  private static final int MOST_DECIMALS = 30;
  private static final int MOST_DIGITS = 18;

  private final Faults faults;

  RangeReader(Faults faults) {
    this.faults = faults;
  }

  Optional<Condition> read(Field.Ordered field, JsonNode json, String at) {
    Optional<End> lower = end(json, "gte", "gt", at);
    Optional<End> upper = end(json, "lte", "lt", at);
    Optional<Bound> from = lower.flatMap(end -> bound(field, end, RoundingMode.CEILING));
    Optional<Bound> to = upper.flatMap(end -> bound(field, end, RoundingMode.FLOOR));
    if (lower.isPresent() != from.isPresent() || upper.isPresent() != to.isPresent()) {
      return Optional.empty();
    }
    if (from.isPresent() && to.isPresent() && Ranges.surelyEmpty(from.get(), to.get())) {
      faults.add(at, "The range is empty: it ends before it begins.", "");
      return Optional.empty();
    }
    return from.isPresent() || to.isPresent()
        ? Optional.of(new Condition.Range(field.name(), from, to))
        : Optional.empty();
  }

  private record End(JsonNode json, boolean inclusive, String at) {}

  private Optional<End> end(JsonNode json, String inclusive, String exclusive, String at) {
    if (json.has(inclusive) && json.has(exclusive)) {
      faults.add(
          at + "/" + exclusive,
          "\"" + inclusive + "\" and \"" + exclusive + "\" set the same end of the range.",
          "Give one of them.");
      return Optional.empty();
    }
    String key = json.has(inclusive) ? inclusive : exclusive;
    return json.has(key)
        ? Optional.of(new End(json.get(key), key.equals(inclusive), at + "/" + key))
        : Optional.empty();
  }

  private Optional<Bound> bound(Field.Ordered field, End end, RoundingMode inwards) {
    return switch (field) {
      case Field.Number _, Field.Money _ -> decimal(end, Scale.decimals(field), inwards);
      case Field.Date _ -> date(end);
    };
  }

  private Optional<Bound> decimal(End end, int decimals, RoundingMode inwards) {
    if (!end.json.isNumber()) {
      faults.add(end.at, "This is not a JSON number.", "Such as 1000 or 12.5, without quotes.");
      return Optional.empty();
    }
    Optional<BigDecimal> value = end.json.decimalValueOpt().filter(RangeReader::manageable);
    if (value.isEmpty()) {
      faults.add(
          end.at,
          "The number is beyond what a field holds.",
          "At most " + MOST_DIGITS + " digits before the point and " + MOST_DECIMALS + " after.");
      return Optional.empty();
    }
    BigDecimal scaled = value.get().setScale(decimals, inwards);
    boolean exact = scaled.compareTo(value.get()) == 0;
    try {
      long point = scaled.unscaledValue().longValueExact();
      return Optional.of(new Bound.Fixed(point, end.inclusive || !exact));
    } catch (ArithmeticException e) {
      faults.add(
          end.at,
          "The number is beyond what the field holds with its " + decimals + " decimals.",
          "");
      return Optional.empty();
    }
  }

  private static boolean manageable(BigDecimal value) {
    long digitsBeforePoint = (long) value.precision() - value.scale();
    return value.scale() <= MOST_DECIMALS && digitsBeforePoint <= MOST_DIGITS;
  }

  private Optional<Bound> date(End end) {
    String text = end.json.isString() ? end.json.stringValue() : "";
    Optional<Bound> relative = RelativeDates.parse(text, end.inclusive).map(date -> date);
    Optional<Bound> date =
        relative.isPresent() || text.length() != "2026-01-31".length()
            ? relative
            : Scale.ofDate(text).map(day -> new Bound.Fixed(day, end.inclusive));
    if (date.isEmpty()) {
      faults.add(
          end.at,
          (end.json.isString() ? Excerpt.quoted(text) : "This") + " is not a date.",
          "Such as \"2026-01-31\", \"today\" or \"today-90d\", with units d, w, m and y.");
    }
    return date;
  }
}
