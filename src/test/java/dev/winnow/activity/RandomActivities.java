package dev.winnow.activity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** Made-up activities of all kinds, over few values, so that conditions meet them. */
public final class RandomActivities {
  private static final List<String> CATEGORIES = List.of("Bikes", "Helmets", "鞋", "");
  private static final List<String> PRODUCTS = List.of("p1", "p2", "");
  private static final List<String> ORDERS = List.of("o1", "o2", "o3", "");
  private static final List<String> CURRENCIES = List.of("CNY", "CNY", "USD");
  private static final List<String> CONTACTS =
      List.of("call", "visit", "message", "email", "event");
  private static final List<String> DIRECTIONS = List.of("in", "out", "");
  private static final List<String> OPINIONS = List.of("complaint", "suggestion", "praise");
  private static final List<String> TEXTS = List.of("", "late delivery", "发货太慢");

  private final Random random;
  private final LocalDate today;
  private final ZoneId zone;
  private int next;

  public RandomActivities(Random random, LocalDate today, ZoneId zone) {
    this.random = random;
    this.today = today;
    this.zone = zone;
  }

  /** Up to so many activities of one customer, in no order, over two years up to today. */
  public List<Activity> of(String customer, int most) {
    List<Activity> activities = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      activities.add(next(customer));
    }
    return activities;
  }

  public Activity next(String customer) {
    return next("a" + next++, customer);
  }

  /** An activity with the given id. */
  public Activity next(String id, String customer) {
    long time =
        today
            .minusDays(random.nextInt(random.nextBoolean() ? 30 : 730))
            .atStartOfDay(zone)
            .plusSeconds(random.nextInt(86_400))
            .toInstant()
            .toEpochMilli();
    return switch (random.nextInt(4)) {
      case 0 ->
          new Activity.Interaction(
              id, customer, time, pick(CONTACTS), pick(DIRECTIONS), pick(TEXTS));
      case 1 ->
          new Activity.Feedback(
              id,
              customer,
              time,
              pick(OPINIONS),
              random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(11)),
              pick(TEXTS),
              random.nextBoolean());
      default -> purchase(id, customer, time);
    };
  }

  private Activity purchase(String id, String customer, long time) {
    int sign = random.nextInt(5) == 0 ? -1 : 1;
    return new Activity.Purchase(
        id,
        customer,
        time,
        pick(ORDERS),
        pick(PRODUCTS),
        pick(CATEGORIES),
        sign * random.nextLong(1, 5_000),
        sign * random.nextLong(0, 300_000),
        pick(CURRENCIES));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
