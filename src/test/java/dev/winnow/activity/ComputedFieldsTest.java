package dev.winnow.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.customer.FieldValue;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComputedFieldsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  private static final BigDecimal RATE = new BigDecimal("7.13");
  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));

  @TempDir private Path folder;

  @Test
  void any_order_gives_the_same_as_a_fold_written_plainly() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("ComputedFieldsTest seed=" + seed);
    Random random = new Random(seed);
    ComputedFields fields = shippedWithRate();
    RandomActivities made = new RandomActivities(random, TODAY, ZONE);
    for (int round = 0; round < 500; round++) {
      List<Activity> activities = new ArrayList<>(made.of("c", 30));
      Map<String, FieldValue> expected = naive(activities);
      for (int i = 0; i < 3; i++) {
        Collections.shuffle(activities, random);
        assertThat(fields.fold(activities, TODAY)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void a_lookback_ends_today_and_begins_behind_the_same_day() throws IOException {
    ComputedFields fields = shippedWithRate();
    for (LocalDate day :
        List.of(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 4, 1), LocalDate.of(2026, 3, 31))) {
      FieldValue value = fields.fold(List.of(purchase(day, 10_000)), TODAY).get("spend_12m");
      long expected = day.equals(LocalDate.of(2025, 3, 31)) ? 0 : 100;
      assertThat(value).as("%s", day).isEqualTo(new FieldValue.Amount(expected));
    }
    assertThat(fields.fold(List.of(purchase(TODAY.plusDays(1), 10_000)), TODAY).get("spend_12m"))
        .isEqualTo(new FieldValue.Amount(0));
  }

  @Test
  void customers_without_activities_of_a_kind_keep_what_is_given() throws IOException {
    ComputedFields fields = shippedWithRate();
    assertThat(fields.fold(List.of(), TODAY)).isEmpty();
    Activity call = new Activity.Interaction("1", "c", 0, "call", "", "");
    assertThat(fields.fold(List.of(call), TODAY)).isEmpty();
    Activity praise = new Activity.Feedback("1", "c", 0, "praise", OptionalInt.empty(), "", false);
    assertThat(fields.fold(List.of(praise), TODAY).keySet())
        .containsExactly("feedback", "open_complaints");
  }

  @Test
  void sums_beyond_what_a_field_holds_are_refused_and_others_are_exact() throws IOException {
    ComputedFields fields = shippedWithRate();
    List<Activity> huge =
        new ArrayList<>(Collections.nCopies(2_000, purchase(TODAY, Long.MAX_VALUE / 2)));
    assertThatThrownBy(() -> fields.fold(huge, TODAY))
        .isInstanceOfSatisfying(
            WinnowException.class,
            problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CANNOT_COMPUTE))
        .hasMessageContaining("total_spend");
    huge.addAll(Collections.nCopies(2_000, purchase(TODAY, -(Long.MAX_VALUE / 2))));
    huge.add(purchase(TODAY, 12_300));
    assertThat(fields.fold(huge, TODAY).get("total_spend")).isEqualTo(new FieldValue.Amount(123));
  }

  @Test
  void an_amount_without_a_rate_is_never_added() {
    ComputedFields fields = ComputedReader.read(Path.of("index-config"), SCHEMA, ZONE);
    Activity dollars = new Activity.Purchase("d1", "c", 0, "o", "", "", 1_000, 10_000, "USD");
    assertThatThrownBy(() -> fields.fold(List.of(dollars), TODAY))
        .hasMessageContaining("\"d1\" is in USD")
        .hasMessageContaining("add a rate");
  }

  @Test
  void it_knows_what_rolls_on() throws IOException {
    ComputedFields fields = shippedWithRate();
    assertThat(fields.windows()).hasSize(1);
    assertThat(fields.changesDaily()).isFalse();
    assertThat(fields.needsTexts()).isFalse();
  }

  /** The shipped fields, said in plain loops over decimals. */
  private static Map<String, FieldValue> naive(List<Activity> all) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    List<Activity.Purchase> purchases = of(Activity.Purchase.class, all, _ -> true);
    List<Activity.Purchase> kept =
        of(Activity.Purchase.class, all, purchase -> purchase.quantity() >= 0);
    List<Activity.Feedback> feedback = of(Activity.Feedback.class, all, _ -> true);
    topCategories(purchases, values);
    if (!feedback.isEmpty()) {
      values.put(
          "feedback",
          new FieldValue.Words(
              feedback.stream().map(Activity.Feedback::type).distinct().sorted().toList()));
      values.put(
          "open_complaints",
          new FieldValue.Amount(
              feedback.stream().filter(f -> f.open() && f.type().equals("complaint")).count()));
    }
    if (!purchases.isEmpty()) {
      BigDecimal total = sum(purchases);
      Set<String> orders = new HashSet<>();
      kept.forEach(purchase -> orders.add(purchase.order()));
      orders.remove("");
      values.put("total_spend", money(total));
      values.put("order_count", new FieldValue.Amount(orders.size()));
      if (!orders.isEmpty()) {
        values.put(
            "average_order",
            money(
                total
                    .setScale(2, RoundingMode.HALF_UP)
                    .divide(BigDecimal.valueOf(orders.size()), 2, RoundingMode.HALF_UP)));
      }
      values.put(
          "spend_12m",
          money(
              sum(
                  purchases.stream()
                      .filter(each -> each.day(ZONE).isAfter(TODAY.minusMonths(12)))
                      .toList())));
      kept.stream()
          .map(each -> each.day(ZONE).toEpochDay())
          .min(Long::compare)
          .ifPresent(day -> values.put("first_purchase", new FieldValue.Amount(day)));
      kept.stream()
          .map(each -> each.day(ZONE).toEpochDay())
          .max(Long::compare)
          .ifPresent(day -> values.put("last_purchase", new FieldValue.Amount(day)));
    }
    return values;
  }

  private static void topCategories(
      List<Activity.Purchase> purchases, Map<String, FieldValue> values) {
    Map<String, BigDecimal> weights = new TreeMap<>();
    for (Activity.Purchase purchase : purchases) {
      if (!purchase.category().isEmpty()) {
        weights.merge(purchase.category(), home(purchase), BigDecimal::add);
      }
    }
    weights.values().removeIf(weight -> weight.signum() <= 0);
    BigDecimal all = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> top =
        weights.keySet().stream()
            .filter(word -> share(weights, word, all).compareTo(new BigDecimal("0.2")) >= 0)
            .sorted(
                (a, b) ->
                    share(weights, b, BigDecimal.ONE).compareTo(share(weights, a, BigDecimal.ONE)))
            .limit(3)
            .toList();
    if (!top.isEmpty()) {
      values.put("product_preference", new FieldValue.Words(top));
    }
  }

  private static BigDecimal share(Map<String, BigDecimal> weights, String word, BigDecimal all) {
    return weights.getOrDefault(word, BigDecimal.ZERO).divide(all, 30, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<Activity.Purchase> purchases) {
    return purchases.stream()
        .map(ComputedFieldsTest::home)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal home(Activity.Purchase purchase) {
    BigDecimal amount = BigDecimal.valueOf(purchase.amount(), 4);
    return purchase.currency().equals("CNY")
        ? amount
        : amount.multiply(RATE).setScale(4, RoundingMode.HALF_UP);
  }

  private static FieldValue money(BigDecimal amount) {
    return new FieldValue.Amount(
        amount.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  private static <T extends Activity> List<T> of(
      Class<T> type, List<Activity> all, Predicate<T> test) {
    return all.stream().filter(type::isInstance).map(type::cast).filter(test).toList();
  }

  private static Activity purchase(LocalDate day, long amount) {
    long time = day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    return new Activity.Purchase("p", "c", time, "o", "", "", 1_000, amount, "CNY");
  }

  private ComputedFields shippedWithRate() throws IOException {
    String shipped = Files.readString(Path.of("index-config/computed.yml"));
    Files.writeString(
        folder.resolve("computed.yml"),
        shipped.replace("\ncurrency: CNY\n", "\ncurrency: CNY\nrates: {USD: 7.13}\n"));
    return ComputedReader.read(folder, SCHEMA, ZONE);
  }
}
