package dev.winnow.activity;

import dev.winnow.customer.FieldValue;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** One computed field while the activities of one customer go by. */
sealed interface Accumulator {
  void add(Activity activity);

  /**
   * The value; empty when there is none.
   *
   * @throws ArithmeticException when it is beyond what a field holds
   */
  Optional<FieldValue> value(long today);

  /** A number of a scale as a value of a field. */
  static FieldValue scaled(BigDecimal number, Field field) {
    if (field instanceof Field.Ordered ordered) {
      return new FieldValue.Amount(
          number
              .setScale(Scale.decimals(ordered), RoundingMode.HALF_UP)
              .unscaledValue()
              .longValueExact());
    }
    throw new IllegalArgumentException("not an ordered field: " + field.name());
  }

  /** Counts activities. */
  final class Rows implements Accumulator {
    private final Field field;
    private long count;

    Rows(Field field) {
      this.field = field;
    }

    @Override
    public void add(Activity activity) {
      count++;
    }

    @Override
    public Optional<FieldValue> value(long today) {
      return Optional.of(scaled(BigDecimal.valueOf(count), field));
    }
  }

  /** Collects different words: how many there are, or which. */
  final class Words implements Accumulator {
    private final Field field;
    private final String of;
    private final TreeSet<String> words = new TreeSet<>();

    Words(Field field, String of) {
      this.field = field;
      this.of = of;
    }

    @Override
    public void add(Activity activity) {
      ActivityFilter.word(activity, of).ifPresent(words::add);
    }

    @Override
    public Optional<FieldValue> value(long today) {
      return switch (field) {
        case Field.Ordered _ -> Optional.of(scaled(BigDecimal.valueOf(words.size()), field));
        case Field.Worded _ ->
            words.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldValue.Words(List.copyOf(words)));
      };
    }
  }

  /** Adds numbers. */
  final class Total implements Accumulator {
    private final Field field;
    private final NumberSource numbers;
    private final boolean mean;
    private final ExactSum sum = new ExactSum();
    private long count;

    Total(Field field, NumberSource numbers, boolean mean) {
      this.field = field;
      this.numbers = numbers;
      this.mean = mean;
    }

    @Override
    public void add(Activity activity) {
      OptionalLong number = numbers.of(activity);
      if (number.isPresent()) {
        sum.add(number.getAsLong());
        count++;
      }
    }

    @Override
    public Optional<FieldValue> value(long today) {
      BigDecimal total = new BigDecimal(sum.value(), numbers.decimals());
      if (!mean) {
        return Optional.of(scaled(total, field));
      }
      return count == 0
          ? Optional.empty()
          : Optional.of(scaled(Quotients.of(total, BigDecimal.valueOf(count), field), field));
    }
  }

  /** The smallest or the largest number. */
  final class Extreme implements Accumulator {
    private final Field field;
    private final NumberSource numbers;
    private final boolean largest;
    private OptionalLong extreme = OptionalLong.empty();

    Extreme(Field field, NumberSource numbers, boolean largest) {
      this.field = field;
      this.numbers = numbers;
      this.largest = largest;
    }

    @Override
    public void add(Activity activity) {
      OptionalLong number = numbers.of(activity);
      if (number.isPresent()) {
        long next = number.getAsLong();
        long before = extreme.orElse(next);
        extreme = OptionalLong.of(largest ? Math.max(before, next) : Math.min(before, next));
      }
    }

    @Override
    public Optional<FieldValue> value(long today) {
      return extreme.isEmpty()
          ? Optional.empty()
          : Optional.of(scaled(BigDecimal.valueOf(extreme.getAsLong(), numbers.decimals()), field));
    }
  }

  /** The first or last day, or how long ago the last was. */
  final class Day implements Accumulator {
    private final ComputedField computed;
    private final ActivityFilter filter;
    private Optional<Activity> extreme = Optional.empty();

    Day(ComputedField computed, ActivityFilter filter) {
      this.computed = computed;
      this.filter = filter;
    }

    @Override
    public void add(Activity activity) {
      boolean first = computed.fold() instanceof Fold.First;
      if (extreme.isEmpty() || first == activity.time() < extreme.get().time()) {
        extreme = Optional.of(activity);
      }
    }

    @Override
    public Optional<FieldValue> value(long today) {
      return extreme
          .map(activity -> activity.day(filter.zone()).toEpochDay())
          .map(
              day ->
                  computed.fold() instanceof Fold.DaysSince
                      ? scaled(BigDecimal.valueOf(Math.max(0, today - day)), computed.field())
                      : new FieldValue.Amount(day));
    }
  }

  /** The heaviest words. */
  final class Heaviest implements Accumulator {
    private final Fold.Top top;
    private final Optional<NumberSource> weights;
    private final Map<String, ExactSum> sums = new TreeMap<>();

    Heaviest(Fold.Top top, Optional<NumberSource> weights) {
      this.top = top;
      this.weights = weights;
    }

    @Override
    public void add(Activity activity) {
      Optional<String> word = ActivityFilter.word(activity, top.of());
      OptionalLong weight = weights.isPresent() ? weights.get().of(activity) : OptionalLong.of(1);
      if (word.isPresent() && weight.isPresent()) {
        sums.computeIfAbsent(word.get(), _ -> new ExactSum()).add(weight.getAsLong());
      }
    }

    @Override
    public Optional<FieldValue> value(long today) {
      Map<String, BigDecimal> positive = new TreeMap<>();
      sums.forEach(
          (word, sum) -> {
            if (sum.signum() > 0) {
              positive.put(word, new BigDecimal(sum.value()));
            }
          });
      BigDecimal all = positive.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal least = all.multiply(top.share());
      List<String> words =
          positive.entrySet().stream()
              .filter(entry -> entry.getValue().compareTo(least) >= 0)
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .limit(top.limit())
              .map(Map.Entry::getKey)
              .toList();
      return words.isEmpty() ? Optional.empty() : Optional.of(new FieldValue.Words(words));
    }
  }

  /** The number of an attribute, and its scale. */
  record NumberSource(ActivityFilter filter, String attribute, int decimals) {
    OptionalLong of(Activity activity) {
      return filter.number(activity, attribute);
    }
  }
}
