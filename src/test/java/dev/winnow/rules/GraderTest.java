package dev.winnow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.activity.Currencies;
import dev.winnow.classify.CutPoints;
import dev.winnow.classify.NamedRule;
import dev.winnow.classify.RuleReader;
import dev.winnow.condition.TestSchema;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.jobs.Job;
import dev.winnow.jobs.Jobs;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.schema.Label;
import dev.winnow.store.AdjustableClock;
import dev.winnow.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules from the table to the customer, over restarts and days. */
final class GraderTest {
  private static final Label NAME = new Label("Tier", "等级");
  private static final String BANDS =
      """
      {"kind":"bands","facet":"tier","field":"employees",
       "bands":[{"grade":"low"},{"grade":"high","from":10}]}
      """;
  private static final String HALVES =
      """
      {"kind":"quantiles","facet":"tier","field":"employees","grades":["low","high"],
       "method":"qcut"}
      """;
  private static final String LIFE =
      """
      {"kind":"lifecycle","facet":"tier","first":"last_purchase","last":"last_purchase","newDays":0,
       "mode":"fixed","atRiskAfter":5,"churnedAfter":10,"grades":{"prospect":"low","new":"high",
       "active":"high","atRisk":"medium","churned":"low"}}
      """;

  @TempDir Path folder;
  private final AdjustableClock clock = new AdjustableClock();
  private Database database;
  private LuceneEngine engine;
  private Jobs jobs;
  private Rules rules;
  private Grader grader;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder.resolve("test.db"));
    rules = new Rules(database, TestSchema.SCHEMA, clock);
    engine =
        LuceneEngine.open(
            folder,
            TestSchema.SCHEMA,
            Currencies.only("CNY"),
            ZoneOffset.UTC,
            rules.latestGrading(today()));
    jobs = new Jobs(database, clock);
    grader = new Grader(rules, engine, jobs, TestSchema.SCHEMA, clock, ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    grader.close();
    jobs.close();
    engine.close();
    database.close();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private void put(String id, String field, long amount) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    values.put("name", FieldValue.Words.of(id));
    values.put(field, new FieldValue.Amount(amount));
    engine.apply(
        List.of(new Write.Put(new Customer(id, values), Expected.ANYTHING)), Durability.JOURNALED);
  }

  private String tier(String id) {
    List<String> words = engine.get(id).orElseThrow().customer().words("tier");
    return words.isEmpty() ? "-" : words.getFirst();
  }

  private void publish(String id) {
    Job job = grader.publish(id, OptionalInt.empty(), "", "somebody");
    assertThat(jobs.await(job.id()).orElseThrow().state()).isEqualTo(Job.State.DONE);
  }

  @Test
  void what_was_published_holds_after_a_restart() throws IOException {
    put("a", "employees", 50);
    rules.create(Optional.of("t"), NAME, json(BANDS), "somebody");
    publish("t");
    assertThat(tier("a")).isEqualTo("high");
    close();
    open();
    assertThat(tier("a")).isEqualTo("high");
    assertThat(rules.get("t").published().orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void an_order_that_a_crash_interrupted_is_carried_out_at_the_next_start() throws IOException {
    put("a", "employees", 50);
    rules.create(Optional.of("t"), NAME, json(BANDS), "somebody");
    rules.edit(
        "t",
        OptionalInt.empty(),
        rule ->
            rule.ordered(
                Optional.of(
                    new StoredRule.Order(
                        json(BANDS), Optional.empty(), "before the crash", "somebody", false))));
    close();
    open();
    assertThat(tier("a")).isEqualTo("-");
    grader.resume();
    jobs.list().forEach(job -> jobs.await(job.id()));
    assertThat(tier("a")).isEqualTo("high");
    assertThat(rules.get("t").busy()).isFalse();
    assertThat(rules.get("t").draft()).isEmpty();
    assertThat(rules.versions("t"))
        .extracting(RuleVersion::comment)
        .containsExactly("before the crash");
  }

  @Test
  void initial_rules_find_their_cut_points_once_there_are_customers() {
    RuleReader reader = new RuleReader(TestSchema.SCHEMA);
    List<NamedRule> initial = List.of(new NamedRule("t", NAME, reader.read(json(HALVES), "")));
    grader.install(initial);
    grader.install(initial);
    assertThat(rules.get("t").awaitsCustomers()).isTrue();
    grader.look();
    put("a", "employees", 5);
    put("b", "employees", 50);
    grader.look();
    grader.look();
    jobs.list().forEach(job -> jobs.await(job.id()));
    assertThat(rules.get("t").awaitsCustomers()).isFalse();
    assertThat(rules.versions("t")).hasSize(1);
    assertThat(tier("a") + " " + tier("b")).isEqualTo("low high");
  }

  @Test
  void a_rollback_restores_every_grade_with_the_cut_points_of_then() {
    for (int i = 0; i < 20; i++) {
      put("c" + i, "employees", i);
    }
    rules.create(Optional.of("t"), NAME, json(HALVES), "somebody");
    publish("t");
    List<String> first = tiers(20);
    CutPoints points = rules.get("t").cutPoints();
    for (int i = 20; i < 90; i++) {
      put("c" + i, "employees", 1000);
    }
    jobs.await(grader.recompute("t", "somebody").id());
    assertThat(rules.get("t").cutPoints()).isNotEqualTo(points);
    assertThat(tiers(20)).isNotEqualTo(first);
    jobs.await(grader.rollback("t", 1, "", "somebody").id());
    assertThat(rules.get("t").cutPoints()).isEqualTo(points);
    assertThat(tiers(20)).isEqualTo(first);
  }

  private List<String> tiers(int count) {
    return IntStream.range(0, count).mapToObj(i -> tier("c" + i)).toList();
  }

  @Test
  void a_new_day_moves_customers_and_the_moves_are_counted() {
    put("a", "last_purchase", today().toEpochDay());
    put("b", "last_purchase", today().minusDays(7).toEpochDay());
    rules.create(Optional.of("t"), NAME, json(LIFE), "somebody");
    publish("t");
    assertThat(tier("a") + " " + tier("b")).isEqualTo("high medium");
    LocalDate last = today();
    clock.advance(Duration.ofDays(6));
    grader.newDay(Schedule.MONTHLY, last, today());
    assertThat(tier("a") + " " + tier("b")).isEqualTo("medium low");
    assertThat(engine.grading().asOf()).isEqualTo(today());
    assertThat(rules.moves("t").getOrDefault(YearMonth.from(today()), 0L)).isPositive();
  }

  @Test
  void retired_rules_give_way_to_what_was_given() {
    put("a", "employees", 50);
    rules.create(Optional.of("t"), NAME, json(BANDS), "somebody");
    publish("t");
    grader.retire("t", OptionalInt.empty());
    assertThat(tier("a")).isEqualTo("-");
    assertThat(rules.of("tier")).isEmpty();
    engine.regrade(rules.grading(today()), Progress.NONE);
    assertThat(engine.grading().classifiers()).isEmpty();
  }
}
