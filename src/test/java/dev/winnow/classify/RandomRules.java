package dev.winnow.classify;

import dev.winnow.classify.QuantileMethod.Ties;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Random rules over the shipped schema, and customers for them with many ties and gaps. */
public final class RandomRules {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final List<String> INDUSTRIES =
      List.of("制造业", "制造业/汽车制造业", "农业", "农业/林业/育林", "other");
  private final Random random;

  public RandomRules(Random random) {
    this.random = random;
  }

  /** Up to so many customers. */
  public People people(int most) {
    return new People(
        IntStream.range(0, random.nextInt(most + 1)).mapToObj(_ -> customer()).toList());
  }

  private Customer customer() {
    long last = TODAY.toEpochDay() + 20 - random.nextInt(400);
    Map<String, FieldValue> values = new HashMap<>();
    amount(
        values,
        "total_spend",
        random.nextInt(4) == 0 ? random.nextInt(9) : random.nextInt(900_000) - 5000);
    amount(values, "order_count", random.nextInt(12));
    amount(values, "average_order", random.nextInt(5));
    amount(values, "last_purchase", last);
    amount(values, "first_purchase", last - (random.nextBoolean() ? 0 : random.nextInt(300)));
    if (random.nextInt(5) > 0) {
      values.put("industry", FieldValue.Words.of(one(INDUSTRIES)));
    }
    return new Customer("c", values);
  }

  private void amount(Map<String, FieldValue> values, String field, long amount) {
    if (random.nextInt(8) > 0) {
      values.put(field, new FieldValue.Amount(amount));
    }
  }

  /** A rule of any kind. */
  public Rule next() {
    return switch (one(List.of(RuleKind.values()))) {
      case BANDS -> bands();
      case QUANTILES -> quantiles();
      case ABC -> abc();
      case RFM -> rfm();
      case LIFECYCLE -> lifecycle();
      case SCORE -> score();
      case MAPPING -> mapping();
    };
  }

  Rule.Bands bands() {
    long[] from =
        LongStream.generate(() -> random.nextLong(900_000))
            .limit(random.nextInt(5))
            .sorted()
            .distinct()
            .toArray();
    List<Rule.Band> bands = new ArrayList<>();
    bands.add(new Rule.Band("g0", Optional.empty()));
    for (long start : from) {
      bands.add(new Rule.Band("g" + bands.size(), Optional.of(start)));
    }
    return new Rule.Bands("channel", "total_spend", bands, missing());
  }

  Rule.Quantiles quantiles() {
    QuantileMethod method =
        one(List.of(QuantileMethod.values()).subList(0, QuantileMethod.FIXED.ordinal()));
    return new Rule.Quantiles(
        "channel",
        one(List.of("total_spend", "order_count", "average_order", "last_purchase")),
        grades(2 + random.nextInt(6)),
        method,
        one(List.of(Ties.values())),
        missing());
  }

  Rule.Abc abc() {
    int classes = 2 + random.nextInt(3);
    List<Rule.Share> shares = new ArrayList<>();
    for (int i = 1; i < classes; i++) {
      shares.add(
          new Rule.Share(
              "g" + i,
              Optional.of(
                  BigDecimal.valueOf(30L * i - 1 - random.nextInt(9), 2).stripTrailingZeros())));
    }
    shares.add(new Rule.Share("g" + classes, Optional.empty()));
    return new Rule.Abc(
        "channel",
        one(List.of("total_spend", "order_count")),
        shares,
        random.nextBoolean(),
        missing());
  }

  Rule.Rfm rfm() {
    int scores = 2 + random.nextInt(4);
    List<Rule.RfmSegment> segments = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      segments.add(
          new Rule.RfmSegment(
              "g" + i,
              span(1, scores),
              span(1, scores),
              span(1, scores),
              new Rule.Span(3, 3 * scores)));
    }
    Optional<LocalDate> asOf =
        random.nextBoolean() ? Optional.empty() : Optional.of(TODAY.minusDays(30));
    return new Rule.Rfm(
        "channel",
        dimension("last_purchase", scores),
        dimension("order_count", scores),
        dimension("total_spend", scores),
        asOf,
        scores,
        segments,
        random.nextBoolean() ? Optional.of("rest") : Optional.empty(),
        missing());
  }

  private Rule.Dimension dimension(String field, int scores) {
    QuantileMethod method = one(List.of(QuantileMethod.values()));
    List<BigDecimal> cuts =
        IntStream.range(1, scores)
            .mapToObj(i -> BigDecimal.valueOf(3L * i + random.nextInt(2)))
            .toList();
    return new Rule.Dimension(
        field, method, Ties.TOGETHER, method == QuantileMethod.FIXED ? cuts : List.of());
  }

  Rule.Lifecycle lifecycle() {
    int atRisk = 1 + random.nextInt(120);
    BigDecimal factor = BigDecimal.valueOf(1 + random.nextInt(4000), 3).stripTrailingZeros();
    Rule.Rhythm rhythm =
        random.nextBoolean()
            ? new Rule.Rhythm.Fixed(atRisk, atRisk + 1 + random.nextInt(200))
            : new Rule.Rhythm.OwnInterval(
                factor,
                factor.add(BigDecimal.valueOf(1 + random.nextInt(3))),
                random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(60)),
                1 + random.nextInt(10));
    return new Rule.Lifecycle(
        "lifecycle",
        "first_purchase",
        "last_purchase",
        Optional.of("order_count"),
        random.nextInt(60),
        rhythm,
        Rule.Stages.USUAL);
  }

  Rule.Score score() {
    List<Rule.Part> parts = new ArrayList<>();
    for (String field : List.of("total_spend", "order_count", "last_purchase")) {
      Rule.Normalise normalise =
          switch (random.nextInt(4)) {
            case 0 -> new Rule.Normalise.MinMax();
            case 1 -> new Rule.Normalise.Percentile();
            case 2 -> new Rule.Normalise.Log();
            default -> new Rule.Normalise.Fixed(random.nextInt(10), 10 + random.nextInt(90_000));
          };
      Optional<BigDecimal> missing =
          random.nextBoolean() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
      BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(50));
      parts.add(
          new Rule.Part(
              field, random.nextInt(6) == 0 ? weight.negate() : weight, normalise, missing));
    }
    List<Rule.ScoreBand> bands =
        List.of(
            new Rule.ScoreBand("g0", Optional.empty()),
            new Rule.ScoreBand("g1", Optional.of(BigDecimal.valueOf(random.nextInt(30)))),
            new Rule.ScoreBand("g2", Optional.of(BigDecimal.valueOf(30 + random.nextInt(30)))));
    return new Rule.Score("channel", parts, bands);
  }

  Rule.Mapping mapping() {
    return new Rule.Mapping(
        "channel",
        "industry",
        List.of(
            new Rule.Group("g0", List.of("制造业/汽车制造业")),
            new Rule.Group("g1", List.of("制造业", "农业/林业"))),
        random.nextBoolean() ? Optional.of("rest") : Optional.empty(),
        missing());
  }

  private Optional<String> missing() {
    return random.nextBoolean() ? Optional.empty() : Optional.of("none");
  }

  private List<String> grades(int count) {
    return IntStream.range(0, count).mapToObj(i -> "g" + i).toList();
  }

  private Rule.Span span(int least, int most) {
    int from = least + random.nextInt(most - least + 1);
    return new Rule.Span(from, from + random.nextInt(most - from + 1));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
