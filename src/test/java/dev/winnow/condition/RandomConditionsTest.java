package dev.winnow.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ActivityFilter;
import dev.winnow.activity.Currencies;
import dev.winnow.activity.Measures;
import dev.winnow.activity.RandomActivities;
import dev.winnow.customer.Customer;
import dev.winnow.customer.RandomCustomers;
import dev.winnow.problem.WinnowException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Laws that hold for every condition, tried on random ones. */
final class RandomConditionsTest {
  private static final int ROUNDS = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final long seed = Long.getLong("winnow.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final RandomConditions conditions = RandomConditions.withDids(TestSchema.SCHEMA, random);
  private final List<Customer> customers = new RandomCustomers(TestSchema.SCHEMA, random).list(100);
  private final Map<String, List<Activity>> activities = new HashMap<>();
  private final Measures measures =
      new Measures(
          new ActivityFilter(new Currencies("CNY", Map.of("USD", new BigDecimal("7.13"))), ZONE));

  @BeforeEach
  void print_the_seed() {
    System.out.println("random conditions with -Dwinnow.seed=" + seed);
    RandomActivities made = new RandomActivities(random, ConditionCases.TODAY, ZONE);
    customers.forEach(customer -> activities.put(customer.id(), made.of(customer.id(), 12)));
  }

  @Test
  void the_canonical_form_means_the_same_and_is_its_own_canonical_form() {
    int satisfied = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Condition resolved = resolvedOnly(conditions.next());
      Condition canonical = Canonical.of(resolved);
      assertThat(Canonical.of(canonical)).isEqualTo(canonical);
      for (Customer customer : customers) {
        boolean matches = matches(resolved, customer);
        assertThat(matches(canonical, customer))
            .as("%s → %s", resolved, canonical)
            .isEqualTo(matches);
        satisfied += matches ? 1 : 0;
      }
    }
    assertThat(satisfied).isBetween(ROUNDS * 10, ROUNDS * 90);
  }

  @Test
  void order_and_repetition_do_not_change_the_canonical_form() {
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition = conditions.next();
      assertThat(Canonical.of(rewritten(condition)))
          .as("%s", condition)
          .isEqualTo(Canonical.of(condition));
    }
  }

  @Test
  void what_is_written_is_read_back_equal() {
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition = conditions.next();
      Optional<Condition> back = readBack(condition);
      back.ifPresent(again -> assertThat(again).isEqualTo(condition));
      read += back.isPresent() ? 1 : 0;
    }
    assertThat(read).isGreaterThan(ROUNDS / 2);
  }

  @Test
  void what_is_refused_as_contradictory_is_satisfied_by_nobody() {
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition =
          new Condition.All(Stream.generate(conditions::clause).limit(5).toList());
      if (readBack(condition).isEmpty()) {
        refused++;
        LocalDate today = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_500));
        Condition resolved = new ConditionResolver(_ -> Optional.empty()).resolve(condition, today);
        assertThat(customers).as("%s", condition).noneMatch(each -> matches(resolved, each));
      }
    }
    assertThat(refused).isGreaterThan(20);
  }

  @Test
  void the_pointer_of_a_clause_leads_to_its_json() {
    ConditionWriter writer = new ConditionWriter(TestSchema.SCHEMA);
    for (int round = 0; round < ROUNDS; round++) {
      Condition condition = conditions.next();
      JsonNode json = writer.write(condition);
      for (Clauses.Clause clause : Clauses.of(condition, "")) {
        JsonNode part = json.at(clause.pointer());
        assertThat(part).as(clause.pointer()).isEqualTo(writer.write(clause.condition()));
      }
    }
  }

  private boolean matches(Condition condition, Customer customer) {
    return NaiveFilter.matches(
        condition,
        customer,
        TestSchema.SCHEMA,
        (did, id) -> measures.hold(did, activities.getOrDefault(id, List.of())));
  }

  /** Resolves date by date, leaving the form as it is. */
  private static Condition resolvedOnly(Condition condition) {
    LocalDate today = ConditionCases.TODAY;
    return switch (condition) {
      case Condition.All(List<Condition> parts) ->
          new Condition.All(parts.stream().map(RandomConditionsTest::resolvedOnly).toList());
      case Condition.Any(List<Condition> parts) ->
          new Condition.Any(parts.stream().map(RandomConditionsTest::resolvedOnly).toList());
      case Condition.Not(Condition part) -> new Condition.Not(resolvedOnly(part));
      case Condition.Range(
              String field,
              Optional<Condition.Bound> from,
              Optional<Condition.Bound> to) ->
          new Condition.Range(
              field, from.map(bound -> fixed(bound, today)), to.map(bound -> fixed(bound, today)));
      case Condition.Anniversary(String field, Optional<Long> _, int days) ->
          new Condition.Anniversary(field, Optional.of(today.toEpochDay()), days);
      case Condition.Did did ->
          new Condition.Did(
              did.kind(),
              resolvedOnly(did.where()),
              did.measures().stream().map(measure -> fixed(measure, today)).toList(),
              did.window().map(window -> RelativeDates.resolve(window, today)));
      case Condition.In _, Condition.Exists _, Condition.Text _ -> condition;
      case Condition.InSegment _, Condition.Bucket _ -> condition;
    };
  }

  private static Condition.Measure fixed(Condition.Measure measure, LocalDate today) {
    return new Condition.Measure(
        measure.figure(),
        measure.of(),
        measure.from().map(bound -> fixed(bound, today)),
        measure.to().map(bound -> fixed(bound, today)));
  }

  private static Condition.Bound fixed(Condition.Bound bound, LocalDate today) {
    return switch (bound) {
      case Condition.Bound.Fixed fixed -> fixed;
      case Condition.Bound.Relative relative ->
          new Condition.Bound.Fixed(RelativeDates.resolve(relative, today), relative.inclusive());
    };
  }

  /** The same in other writing: parts and values shuffled and repeated, groups within groups. */
  private Condition rewritten(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) ->
          new Condition.All(List.of(new Condition.All(shuffled(rewritten(parts)))));
      case Condition.Any(List<Condition> parts) -> new Condition.Any(shuffled(rewritten(parts)));
      case Condition.Not(Condition part) ->
          new Condition.Not(new Condition.Not(new Condition.Not(rewritten(part))));
      case Condition.In(String field, List<String> values) ->
          new Condition.In(field, shuffled(values));
      case Condition.Range _, Condition.Anniversary _, Condition.Exists _, Condition.Text _ ->
          new Condition.Any(List.of(condition));
      case Condition.Did did ->
          new Condition.Did(
              did.kind(), rewritten(did.where()), shuffled(did.measures()), did.window());
      case Condition.InSegment _, Condition.Bucket _ -> condition;
    };
  }

  private List<Condition> rewritten(List<Condition> parts) {
    return parts.stream().map(this::rewritten).toList();
  }

  private <T> List<T> shuffled(List<T> list) {
    List<T> result = new ArrayList<>(list);
    list.stream().findFirst().ifPresent(result::add);
    Collections.shuffle(result, random);
    return result;
  }

  private static Optional<Condition> readBack(Condition condition) {
    JsonNode json = new ConditionWriter(TestSchema.SCHEMA).write(condition);
    try {
      JsonNode reparsed = JSON.readTree(json.toString());
      return Optional.of(new ConditionReader(TestSchema.SCHEMA).read(reparsed, ""));
    } catch (WinnowException e) {
      assertThat(e.getMessage()).containsAnyOf("No customer", "has one value");
      return Optional.empty();
    }
  }
}
