package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Window.Days;
import dev.winnow.condition.Condition.Window.Lookback;
import dev.winnow.customer.FieldValue;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The computed fields of a customer, as a pure function of all its activities and the day: neither
 * order nor batching of activities can make a difference. Sums are exact, amounts in other
 * currencies are converted one by one at the configured rates.
 *
 * <p>A field has a value when the customer has any activity of its kinds, be it outside the window
 * or refused by {@code where}: counts and sums then begin at 0; everything else is absent until
 * there is something to tell. Safe for use by many threads.
 */
public final class ComputedFields {
  private final List<ComputedField> fields;
  private final Schema schema;
  private final Currencies currencies;
  private final ActivityFilter filter;

  /**
   * @param fields a {@link Fold.Ratio} stands behind the fields it divides
   * @param zone in which days are told apart and windows begin
   */
  public ComputedFields(
      List<ComputedField> fields, Schema schema, Currencies currencies, ZoneId zone) {
    this.fields = List.copyOf(fields);
    this.schema = schema;
    this.currencies = currencies;
    this.filter = new ActivityFilter(currencies, zone);
  }

  public List<ComputedField> fields() {
    return fields;
  }

  /** The currency in which amounts are added. */
  public Currencies currencies() {
    return currencies;
  }

  /** What conditions on activities mean, in the same currency and time zone. */
  public ActivityFilter filter() {
    return filter;
  }

  /** Whether a field depends on texts, which are slow to read. */
  public boolean needsTexts() {
    return fields.stream()
        .flatMap(field -> Clauses.of(field.where(), "").stream())
        .anyMatch(
            clause ->
                clause.condition() instanceof Condition.Text
                    || (clause.condition() instanceof Condition.Exists(String attribute, _)
                        && attribute.equals("text")));
  }

  /** The windows that roll on by a day each day. */
  public Set<Lookback> windows() {
    return fields.stream()
        .flatMap(field -> field.lookback().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether fields of customers change with every day, and not only when a window rolls on. */
  public boolean changesDaily() {
    return fields.stream().anyMatch(field -> field.fold() instanceof Fold.DaysSince);
  }

  /**
   * The values in schema order; empty when the customer has no activities.
   *
   * @param ofOneCustomer all its activities, each once
   * @param today the last day of every window
   * @throws WinnowException {@code CANNOT_COMPUTE} when a value is beyond what its field holds, or
   *     an amount cannot be converted; nothing is cut off or rounded down silently
   */
  public SequencedMap<String, FieldValue> fold(
      Iterable<? extends Activity> ofOneCustomer, LocalDate today) {
    List<Running> running = new ArrayList<>();
    for (ComputedField field : fields) {
      if (!(field.fold() instanceof Fold.Ratio)) {
        running.add(new Running(field, today));
      }
    }
    for (Activity activity : ofOneCustomer) {
      running.forEach(each -> each.add(activity));
    }
    Map<String, FieldValue> values = new HashMap<>();
    for (Running each : running) {
      each.value(today).ifPresent(value -> values.put(each.computed.field().name(), value));
    }
    for (ComputedField field : fields) {
      if (field.fold() instanceof Fold.Ratio ratio) {
        ratio(field, ratio, values).ifPresent(value -> values.put(field.field().name(), value));
      }
    }
    return inSchemaOrder(values);
  }

  private SequencedMap<String, FieldValue> inSchemaOrder(Map<String, FieldValue> values) {
    SequencedMap<String, FieldValue> ordered = new LinkedHashMap<>();
    for (String name : schema.fields().keySet()) {
      FieldValue value = values.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    return ordered;
  }

  private Optional<FieldValue> ratio(
      ComputedField computed, Fold.Ratio ratio, Map<String, FieldValue> values) {
    Optional<BigDecimal> numerator = decimal(ratio.numerator(), values);
    Optional<BigDecimal> denominator =
        decimal(ratio.denominator(), values).filter(number -> number.signum() != 0);
    if (numerator.isEmpty() || denominator.isEmpty()) {
      return Optional.empty();
    }
    Field field = computed.field();
    try {
      return Optional.of(
          Accumulator.scaled(Quotients.of(numerator.get(), denominator.get(), field), field));
    } catch (ArithmeticException e) {
      throw tooLarge(field, "", e);
    }
  }

  private Optional<BigDecimal> decimal(String name, Map<String, FieldValue> values) {
    return values.get(name) instanceof FieldValue.Amount(long amount)
            && schema.fields().get(name) instanceof Field.Ordered field
        ? Optional.of(Scale.toDecimal(field, amount))
        : Optional.empty();
  }

  private static WinnowException tooLarge(Field field, String customer, Exception cause) {
    String whose = customer.isEmpty() ? "" : " of the customer " + Excerpt.quoted(customer);
    return new WinnowException(
        ProblemCode.CANNOT_COMPUTE,
        "The value" + whose + " is larger than the field \"" + field.name() + "\" can hold.",
        cause);
  }

  private Accumulator accumulator(ComputedField computed) {
    Field field = computed.field();
    return switch (computed.fold()) {
      case Fold.Count(String of) ->
          of.isEmpty() ? new Accumulator.Rows(field) : new Accumulator.Words(field, of);
      case Fold.Sum(String of) -> new Accumulator.Total(field, numbers(computed, of), false);
      case Fold.Average(String of) -> new Accumulator.Total(field, numbers(computed, of), true);
      case Fold.Min(String of) -> new Accumulator.Extreme(field, numbers(computed, of), false);
      case Fold.Max(String of) -> new Accumulator.Extreme(field, numbers(computed, of), true);
      case Fold.First _, Fold.Last _, Fold.DaysSince _ -> new Accumulator.Day(computed, filter);
      case Fold.Distinct(String of) -> new Accumulator.Words(field, of);
      case Fold.Top top ->
          new Accumulator.Heaviest(
              top,
              top.by().isEmpty() ? Optional.empty() : Optional.of(numbers(computed, top.by())));
      case Fold.Ratio ratio -> throw new IllegalArgumentException("not of activities: " + ratio);
    };
  }

  private Accumulator.NumberSource numbers(ComputedField computed, String attribute) {
    ActivityKind kind = computed.kinds().iterator().next();
    if (kind.attributes().field(attribute).orElseThrow() instanceof Field.Number number) {
      return new Accumulator.NumberSource(filter, attribute, number.decimals());
    }
    throw new IllegalArgumentException("not a number: " + attribute);
  }

  /** One field of one customer. */
  private final class Running {
    private final ComputedField computed;
    private final Set<ActivityKind> kinds;
    private final Accumulator accumulator;
    private final long begins;
    private final long ends;
    private String customer = "";

    Running(ComputedField computed, LocalDate today) {
      this.computed = computed;
      this.kinds = EnumSet.copyOf(computed.kinds());
      this.accumulator = accumulator(computed);
      Optional<Days> days = computed.lookback().map(lookback -> lookback.asOf(today));
      this.begins = days.map(each -> each.begins(filter.zone())).orElse(Long.MIN_VALUE);
      this.ends = days.map(each -> each.ends(filter.zone())).orElse(Long.MAX_VALUE);
    }

    void add(Activity activity) {
      if (!kinds.contains(activity.kind())) {
        return;
      }
      customer = activity.customer();
      if (activity.time() >= begins
          && activity.time() < ends
          && filter.matches(computed.where(), activity)) {
        accumulator.add(activity);
      }
    }

    Optional<FieldValue> value(LocalDate today) {
      if (customer.isEmpty()) {
        return Optional.empty();
      }
      try {
        return accumulator.value(today.toEpochDay());
      } catch (ArithmeticException e) {
        throw tooLarge(computed.field(), customer, e);
      }
    }
  }
}
