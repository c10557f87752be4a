package dev.winnow.imports.sample;

import dev.winnow.activity.Activity;
import dev.winnow.customer.Customer;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What happened with the made-up customers: their purchases add up to the orders, the spend, the
 * last purchase and the preferences that {@link SampleCustomers} gave them, and there is talk
 * besides. It depends on nothing but the seed and the customer.
 *
 * <p>Safe for use by many threads.
 */
public final class SampleActivities {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final List<String> ANYTHING = List.of("办公用品", "消费电子", "家居用品", "软件");
  private static final int RETURNED_PERCENT = 3;

  private final long seed;
  private final int mostOrders;
  private final ZoneId zone;
  private final String currency;
  private final long unit;

  /**
   * @param mostOrders at most so many for one customer; with fewer than a customer has, they add up
   *     to the same spend
   * @param currency ISO 4217 code of the amounts
   */
  public SampleActivities(Schema schema, long seed, int mostOrders, ZoneId zone, String currency) {
    this.seed = seed;
    this.mostOrders = mostOrders;
    this.zone = zone;
    this.currency = currency;
    int decimals =
        schema.field("total_spend").orElse(null) instanceof Field.Ordered money
            ? Scale.decimals(money)
            : 0;
    this.unit = Math.round(Math.pow(10, Math.max(0, Activity.AMOUNT_DECIMALS - decimals)));
  }

  /** All that happened with a customer. */
  public List<Activity> of(Customer customer) {
    RandomGenerator random = new SplittableRandom(seed ^ (customer.id().hashCode() * GOLDEN));
    List<Activity> activities = new ArrayList<>();
    int orders = (int) Math.min(mostOrders, customer.amount("order_count").orElse(0));
    if (orders > 0 && customer.amount("last_purchase").isPresent()) {
      purchases(customer, orders, activities, random);
    }
    if (mostOrders > 0) {
      talk(customer, activities, random);
    }
    return activities;
  }

  private void purchases(
      Customer customer, int orders, List<Activity> activities, RandomGenerator random) {
    long spend = customer.amount("total_spend").orElse(0);
    long last = customer.amount("last_purchase").orElseThrow();
    long first = Math.min(last, customer.amount("customer_since").orElse(last));
    List<String> preferred = customer.words("product_preference");
    double[] shares = random.doubles(orders).map(share -> 0.3 + share).toArray();
    Arrays.parallelPrefix(shares, Double::sum);
    long before = 0;
    for (int i = 0; i < orders; i++) {
      long upTo = i == orders - 1 ? spend : Math.round(spend * (shares[i] / shares[orders - 1]));
      long day = i == orders - 1 ? last : i == 0 ? first : random.nextLong(first, last + 1);
      String order = "%s-%d".formatted(customer.id(), i + 1);
      String category = category(preferred, random);
      activities.add(purchase(customer, order, "1", day, category, (upTo - before) * unit, 1));
      if (random.nextInt(100) < RETURNED_PERCENT) {
        long amount = (1 + random.nextInt(500)) * 10_000L;
        String other = category(preferred, random);
        activities.add(purchase(customer, order, "2", day, other, amount, 1));
        activities.add(purchase(customer, order, "3", day, other, -amount, -1));
      }
      before = upTo;
    }
  }

  private static String category(List<String> preferred, RandomGenerator random) {
    List<String> choices = preferred.isEmpty() ? ANYTHING : preferred;
    int place = (int) (choices.size() * random.nextDouble() * random.nextDouble());
    return choices.get(place);
  }

  private Activity purchase(
      Customer customer,
      String order,
      String line,
      long day,
      String category,
      long amount,
      int quantity) {
    char model = (char) ('A' + Math.floorMod(order.hashCode(), 8));
    return new Activity.Purchase(
        order + "-" + line,
        customer.id(),
        time(day, 0),
        order,
        category + " " + model,
        category,
        quantity * 1_000L,
        amount,
        currency);
  }

  private void talk(Customer customer, List<Activity> activities, RandomGenerator random) {
    long last = customer.amount("last_purchase").orElse(-1);
    if (last < 0) {
      return;
    }
    int talks = random.nextInt(4);
    for (int i = 0; i < talks; i++) {
      activities.add(
          new Activity.Interaction(
              "%s-t%d".formatted(customer.id(), i + 1),
              customer.id(),
              time(last - random.nextInt(200), 1 + i),
              Talk.TYPES.pick(random),
              random.nextInt(3) > 0 ? "out" : "in",
              Talk.TEXTS.pick(random)));
    }
    for (String type : customer.words("feedback")) {
      boolean complaint = type.equals("complaint");
      activities.add(
          new Activity.Feedback(
              "%s-%s".formatted(customer.id(), type.toLowerCase(Locale.ROOT)),
              customer.id(),
              time(last - random.nextInt(30), 5),
              type,
              OptionalInt.of(complaint ? 1 + random.nextInt(2) : 3 + random.nextInt(3)),
              Talk.about(type).pick(random),
              complaint && random.nextInt(3) == 0));
    }
  }

  private long time(long day, int hour) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).plusHours(hour).toInstant().toEpochMilli();
  }
}
