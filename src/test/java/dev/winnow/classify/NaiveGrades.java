package dev.winnow.classify;

import dev.winnow.classify.QuantileMethod.Ties;
import dev.winnow.customer.Customer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Grades by the definitions, slowly: no cut points, every customer against all others. */
final class NaiveGrades {
  private final People people;

  NaiveGrades(People people) {
    this.people = people;
  }

  Optional<String> bands(Rule.Bands rule, int number) {
    OptionalLong amount = customer(number).amount(rule.field());
    if (amount.isEmpty()) {
      return rule.missing();
    }
    String grade = "";
    for (Rule.Band band : rule.bands()) {
      grade = amount.getAsLong() >= band.from().orElse(Long.MIN_VALUE) ? band.grade() : grade;
    }
    return Optional.of(grade);
  }

  Optional<String> quantiles(Rule.Quantiles rule, int number) {
    OptionalLong amount = customer(number).amount(rule.field());
    return amount.isEmpty()
        ? rule.missing()
        : Optional.of(rule.levels().get(level(rule, amount.getAsLong(), number)));
  }

  private int level(Rule.Quantiles rule, long amount, int number) {
    long[] sorted = Arrays.stream(people.amounts(rule.field())).sorted().toArray();
    int groups = rule.levels().size();
    int decimals = Decimals.of(People.SCHEMA, rule.field());
    return switch (rule.method()) {
      case TYPE7 -> (int) cuts(sorted, groups).filter(cut -> !above(cut, amount, groups)).count();
      case TYPE7_RIGHT ->
          (int) cuts(sorted, groups).filter(cut -> below(cut, amount, groups)).count();
      case TYPE7_PLUS_ONE -> {
        long less = amount - BigInteger.TEN.pow(decimals).longValueExact();
        yield (int) cuts(sorted, groups).filter(cut -> !above(cut, less, groups)).count();
      }
      case QCUT -> {
        TreeSet<BigInteger> distinct = new TreeSet<>(cuts(sorted, groups).toList());
        distinct.remove(scaled(sorted[0], groups));
        distinct.remove(scaled(sorted[sorted.length - 1], groups));
        yield (int) distinct.stream().filter(cut -> below(cut, amount, groups)).count();
      }
      case RANK -> {
        long place = place(rule, amount, number);
        long last = Math.max(1, sorted.length - 1);
        yield (int) IntStream.range(1, groups).filter(k -> last * k < place * groups).count();
      }
      case FIXED -> throw new IllegalArgumentException();
    };
  }

  /** Quantiles times the number of groups. */
  private static Stream<BigInteger> cuts(long[] sorted, int groups) {
    return IntStream.range(1, groups)
        .mapToObj(
            k -> {
              int h = (sorted.length - 1) * k;
              BigInteger low = scaled(sorted[h / groups], groups - h % groups);
              return h % groups == 0 ? low : low.add(scaled(sorted[h / groups + 1], h % groups));
            });
  }

  private static BigInteger scaled(long value, int factor) {
    return BigInteger.valueOf(value).multiply(BigInteger.valueOf(factor));
  }

  private static boolean above(BigInteger cut, long amount, int groups) {
    return cut.compareTo(scaled(amount, groups)) > 0;
  }

  private static boolean below(BigInteger cut, long amount, int groups) {
    return cut.compareTo(scaled(amount, groups)) < 0;
  }

  private long place(Rule.Quantiles rule, long amount, int number) {
    return IntStream.range(0, people.all().size())
        .filter(i -> customer(i).amount(rule.field()).isPresent())
        .filter(
            i -> {
              long other = customer(i).amount(rule.field()).getAsLong();
              return other < amount
                  || (rule.ties() == Ties.BY_NUMBER && other == amount && i < number);
            })
        .count();
  }

  Optional<String> abc(Rule.Abc rule, int number) {
    OptionalLong amount = customer(number).amount(rule.field());
    if (amount.isEmpty()) {
      return rule.missing();
    }
    long own = amount.getAsLong();
    long[] positive = Arrays.stream(people.amounts(rule.field())).filter(a -> a > 0).toArray();
    BigDecimal total = BigDecimal.valueOf(Arrays.stream(positive).sum());
    long larger = Arrays.stream(positive).filter(a -> a > own).sum();
    long so = Arrays.stream(positive).filter(a -> a >= own).sum();
    for (Rule.Share share : rule.classes()) {
      BigDecimal limit = share.upTo().map(total::multiply).orElse(null);
      boolean within =
          limit == null
              || (own > 0
                  && (rule.crossing()
                      ? BigDecimal.valueOf(larger).compareTo(limit) < 0
                      : BigDecimal.valueOf(so).compareTo(limit) <= 0));
      if (within) {
        return Optional.of(share.grade());
      }
    }
    throw new IllegalStateException("the last class takes all");
  }

  /** The scores of RFM by fixed cut points, and a segment. */
  Optional<String> rfm(Rule.Rfm rule, CutPoints points, int number, long today) {
    Customer customer = customer(number);
    if (rule.inputs().stream().anyMatch(field -> customer.amount(field).isEmpty())) {
      return rule.missing();
    }
    long day = rule.asOf().map(date -> date.toEpochDay()).orElse(today);
    long days = Math.max(0, day - customer.amount(rule.recency().field()).getAsLong());
    int r = rule.scores() - passed(rule.recency(), "recency", points, BigDecimal.valueOf(days));
    int f = 1 + passed(rule.frequency(), "frequency", points, amount(customer, rule.frequency()));
    int m = 1 + passed(rule.monetary(), "monetary", points, amount(customer, rule.monetary()));
    return rule.segments().stream()
        .filter(s -> s.r().contains(r) && s.f().contains(f) && s.m().contains(m))
        .map(Rule.RfmSegment::grade)
        .findFirst()
        .or(rule::otherwise);
  }

  private static BigDecimal amount(Customer customer, Rule.Dimension dimension) {
    return Decimals.decimal(
        People.SCHEMA, dimension.field(), customer.amount(dimension.field()).getAsLong());
  }

  private static int passed(
      Rule.Dimension dimension, String key, CutPoints points, BigDecimal value) {
    List<BigDecimal> cuts = dimension.cuts().isEmpty() ? points.of(key) : dimension.cuts();
    int least = dimension.method().rightClosed() ? 1 : 0;
    return (int) cuts.stream().filter(cut -> value.compareTo(cut) >= least).count();
  }

  /** Days counted in exact fractions. */
  Optional<String> lifecycle(Rule.Lifecycle rule, CutPoints points, int number, long today) {
    Customer customer = customer(number);
    OptionalLong first = customer.amount(rule.first());
    OptionalLong last = customer.amount(rule.last());
    if (last.isEmpty()) {
      return Optional.of("prospect");
    }
    if (first.isPresent() && today - first.getAsLong() <= rule.newDays()) {
      return Optional.of("new");
    }
    BigDecimal silence = BigDecimal.valueOf(Math.max(0, today - last.getAsLong()));
    return switch (rule.rhythm()) {
      case Rule.Rhythm.Fixed(int risk, int churn) ->
          stage(silence, BigDecimal.valueOf(risk), BigDecimal.valueOf(churn), BigDecimal.ONE);
      case Rule.Rhythm.OwnInterval own -> {
        long count = customer.amount("order_count").orElse(0);
        boolean has = first.isPresent() && last.getAsLong() > first.getAsLong() && count > 1;
        BigDecimal gaps = has ? BigDecimal.valueOf(count - 1) : BigDecimal.ONE;
        Optional<BigDecimal> span =
            has
                ? Optional.of(BigDecimal.valueOf(last.getAsLong() - first.getAsLong()))
                : own.interval()
                    .map(BigDecimal::valueOf)
                    .or(() -> points.of("interval").stream().findFirst());
        BigDecimal least = gaps.multiply(BigDecimal.valueOf(own.leastInterval()));
        yield span.map(days -> days.max(least))
            .map(
                days ->
                    stage(
                        silence,
                        own.atRiskAfter().multiply(days),
                        own.churnedAfter().multiply(days),
                        gaps))
            .orElse(Optional.of("active"));
      }
    };
  }

  private static Optional<String> stage(
      BigDecimal silence, BigDecimal risk, BigDecimal churn, BigDecimal times) {
    BigDecimal scaled = silence.multiply(times);
    String late = scaled.compareTo(churn) > 0 ? "churned" : "at_risk";
    return Optional.of(scaled.compareTo(risk) > 0 ? late : "active");
  }

  Optional<String> mapping(Rule.Mapping rule, int number) {
    List<String> words = customer(number).words(rule.field());
    if (words.isEmpty()) {
      return rule.missing();
    }
    String path = words.getFirst() + "/";
    return rule.groups().stream()
        .flatMap(group -> group.values().stream().map(value -> List.of(value + "/", group.grade())))
        .filter(pair -> path.startsWith(pair.getFirst()))
        .max(Comparator.comparingInt(pair -> pair.getFirst().length()))
        .map(List::getLast)
        .or(rule::otherwise);
  }

  private Customer customer(int number) {
    return people.all().get(number);
  }
}
