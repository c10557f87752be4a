package dev.winnow.bench;

import dev.winnow.classify.Classifiers;
import dev.winnow.classify.CutPointFinder;
import dev.winnow.classify.CutPoints;
import dev.winnow.classify.Grading;
import dev.winnow.classify.Rule;
import dev.winnow.classify.RuleReader;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Bound;
import dev.winnow.customer.Customer;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Progress;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.imports.sample.SampleCustomers;
import dev.winnow.lucene.LuceneEngine;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long it takes to try a rule and to have it hold, among made-up customers. Arguments: how many
 * customers, and a folder for the index, which is kept when it was there before.
 */
public final class RuleBenchmark {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final int ROUNDS = 15;
  private static final int SEGMENTS = 50;
  private static final int BATCH = 5_000;
  private static final String BANDS =
      """
      {"kind":"bands","facet":"value_tier","field":"total_spend","bands":
        [{"grade":"low"},{"grade":"middle","from":%d},{"grade":"high","from":10000}]}
      """;
  private static final String QUANTILES =
      """
      {"kind":"quantiles","facet":"spending_power","field":"total_spend",
       "grades":["low","middle","high"],"method":"type7"}
      """;
  private static final String RFM =
      """
      {"kind":"rfm","facet":"purchase_behaviour","recency":"last_purchase",
       "frequency":"order_count","monetary":"total_spend","scores":5,"method":"qcut",
       "segments":[{"grade":"champions","r":[4,5],"f":[4,5],"m":[4,5]},
         {"grade":"loyal","r":[2,5],"f":[3,5],"m":[3,5]}],"otherwise":"others"}
      """;

  private final Schema schema;
  private final LuceneEngine engine;

  private RuleBenchmark(Schema schema, LuceneEngine engine) {
    this.schema = schema;
    this.engine = engine;
  }

  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    Schema schema = SchemaReader.read(Path.of("index-config"));
    try (LuceneEngine engine = LuceneEngine.open(folder, schema)) {
      RuleBenchmark benchmark = new RuleBenchmark(schema, engine);
      benchmark.fill(Integer.parseInt(args[0]));
      benchmark.measure();
    }
  }

  private void fill(int customers) {
    long present = engine.counts(List.of(Condition.EVERYONE)).getFirst();
    if (present == 0) {
      Iterator<Customer> made = new SampleCustomers(schema, 1, DAY).generate(customers);
      List<Write> batch = new ArrayList<>();
      while (made.hasNext()) {
        batch.add(new Write.Put(made.next(), Expected.ANYTHING));
        if (batch.size() == BATCH || !made.hasNext()) {
          var _ = engine.apply(batch, Durability.AT_CHECKPOINT);
          batch = new ArrayList<>();
        }
      }
      engine.checkpoint();
    }
    System.out.printf(
        "%,d customers, heap of columns %,d MB%n",
        engine.counts(List.of(Condition.EVERYONE)).getFirst(), engine.columnBytes() >> 20);
  }

  private void measure() {
    for (String json : List.of(BANDS.formatted(1000), QUANTILES, RFM)) {
      Rule rule = rule(json);
      String name = rule.getClass().getSimpleName();
      time(name + ", cut points", () -> points(rule));
      CutPoints points = points(rule);
      Grading draft = new Grading(List.of(Classifiers.of(rule, points, schema, DAY)), DAY);
      time(name + ", what-if", () -> engine.whatIf(question(draft, rule.facet(), 0)));
      time(
          name + ", what-if with " + SEGMENTS + " segments and movers",
          () -> engine.whatIf(question(draft, rule.facet(), SEGMENTS)));
      time(name + ", grading everybody anew", () -> regrade(draft));
    }
    List<Rule> all = List.of(rule(BANDS.formatted(500)), rule(QUANTILES), rule(RFM));
    Grading together =
        new Grading(
            all.stream().map(rule -> Classifiers.of(rule, points(rule), schema, DAY)).toList(),
            DAY);
    time("three rules, grading everybody anew", () -> regrade(together));
  }

  private CutPoints points(Rule rule) {
    return engine.ofAll(population -> CutPointFinder.of(rule, population, schema, DAY));
  }

  private Grading regrade(Grading grading) {
    engine.regrade(grading, Progress.NONE);
    return grading;
  }

  private Rule rule(String json) {
    return new RuleReader(schema).read(JsonMapper.shared().readTree(json), "");
  }

  private WhatIf question(Grading draft, String facet, int segments) {
    List<Condition> conditions =
        IntStream.range(0, segments).mapToObj(i -> segment(draft, facet, i)).toList();
    Optional<WhatIf.Movers> movers =
        segments == 0
            ? Optional.empty()
            : Optional.of(new WhatIf.Movers(WhatIf.End.ANY, WhatIf.End.ANY, 0, 50));
    return new WhatIf(draft, facet, Condition.EVERYONE, List.of("total_spend"), conditions, movers);
  }

  /** Some grades, and a range that no other segment has. */
  private static Condition segment(Grading draft, String facet, int i) {
    List<String> grades = draft.of(facet).orElseThrow().grades();
    Bound from = new Bound.Fixed(i * 10_000L, true);
    return new Condition.All(
        List.of(
            new Condition.In(facet, List.of(grades.get(i % grades.size()))),
            new Condition.Range("total_spend", Optional.of(from), Optional.empty())));
  }

  private interface Work {
    Object run();
  }

  private static void time(String name, Work work) {
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      var _ = work.run();
      nanos.add(System.nanoTime() - start);
    }
    System.out.printf(
        "%-55s first %8.1f ms, median %8.1f ms, worst %8.1f ms%n",
        name,
        nanos.getFirst() / 1e6,
        Samples.median(nanos),
        nanos.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6);
  }
}
