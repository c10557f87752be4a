package dev.winnow.activity;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Valid activities of all kinds with few different values, so that random questions hit. */
public final class RandomActivities {
  private static final long FIRST = Instant.parse("2025-11-01T00:00:00Z").toEpochMilli();
  private static final long HOURS = 24 * 140;
  private static final List<String> CATEGORIES = List.of("Bikes", "Parts", "服装", "");
  private static final List<String> PRODUCTS = List.of("Bike", "轮胎", "Helmet", "");
  private static final List<String> TYPES = List.of("call", "visit", "message", "email", "event");
  private static final List<String> TEXTS =
      List.of("发货太慢", "质量很好", "please send the catalogue", "late again", "包装破损", "");

  private final Random random;

  public RandomActivities(Random random) {
    this.random = random;
  }

  /** An activity with the given id, of the given customer. */
  public Activity next(String id, String customer) {
    long time = FIRST + random.nextLong(HOURS) * 3_600_000;
    return switch (random.nextInt(4)) {
      case 0, 1 -> purchase(id, customer, time);
      case 2 ->
          new Activity.Interaction(
              id,
              customer,
              time,
              one(TYPES),
              one(List.of("in", "out", "")),
              one(TEXTS));
      default ->
          new Activity.Feedback(
              id,
              customer,
              time,
              one(List.of("complaint", "suggestion", "praise")),
              random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(6)),
              one(TEXTS),
              random.nextBoolean());
    };
  }

  private Activity purchase(String id, String customer, long time) {
    int sign = random.nextInt(6) == 0 ? -1 : 1;
    return new Activity.Purchase(
        id,
        customer,
        time,
        random.nextInt(5) == 0 ? "" : "o" + random.nextInt(40),
        one(PRODUCTS),
        one(CATEGORIES),
        sign * 1_000L * (1 + random.nextInt(4)),
        sign * 2_500L * random.nextInt(900),
        random.nextInt(4) == 0 ? "EUR" : "CNY");
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
