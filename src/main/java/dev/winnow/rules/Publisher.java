package dev.winnow.rules;

import dev.winnow.classify.CutPointFinder;
import dev.winnow.classify.CutPoints;
import dev.winnow.classify.Grading;
import dev.winnow.classify.Rule;
import dev.winnow.condition.Condition;
import dev.winnow.engine.Engine;
import dev.winnow.engine.Progress;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.WhatIfAnswer;
import dev.winnow.schema.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Carries out the orders to publish, one after the other. */
final class Publisher {
  private final Rules rules;
  private final Engine engine;
  private final Schema schema;
  private final Clock clock;
  private final ZoneId zone;

  Publisher(Rules rules, Engine engine, Schema schema, Clock clock, ZoneId zone) {
    this.rules = rules;
    this.engine = engine;
    this.schema = schema;
    this.clock = clock;
    this.zone = zone;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  CutPoints cutPoints(Rule rule) {
    return engine.ofAll(population -> CutPointFinder.of(rule, population, schema, today()));
  }

  /** Publishes what a rule's order says, if there is one, and grades by it. */
  synchronized void carryOut(String id, Progress progress) {
    Optional<StoredRule> stored = rules.tables().get(id);
    if (stored.isEmpty() || stored.get().order().isEmpty()) {
      return;
    }
    try {
      publish(stored.get(), stored.get().order().get());
    } catch (RuntimeException e) {
      rules.edit(id, OptionalInt.empty(), rule -> rule.ordered(Optional.empty()));
      throw e;
    }
    regrade(progress);
  }

  private void publish(StoredRule stored, StoredRule.Order order) {
    Rule rule = rules.loader().load(order.definition()).rule();
    Optional<CutPoints> points = order.cutPoints().or(() -> found(rule));
    GradingRule before = rules.get(stored.id());
    Optional<CutPoints> held = before.published().flatMap(RuleVersion::cutPoints);
    boolean first = before.awaitsCustomers() && order.onlyIfChanged();
    if (order.onlyIfChanged() && points.equals(held)) {
      rules.edit(stored.id(), OptionalInt.empty(), now -> now.ordered(Optional.empty()));
      return;
    }
    Optional<WhatIfAnswer> answer =
        points.map(known -> trial(rules.trial(rule, known, today()), rule.facet()));
    StoredRule.Version version =
        new StoredRule.Version(
            first ? stored.version() : stored.version() + 1,
            order.definition(),
            points,
            order.comment(),
            order.author(),
            clock.instant(),
            answer.map(all -> GradeSizes.after(rule.grades(), all)).orElse(GradeSizes.NONE));
    rules.change(
        () -> {
          StoredRule now = rules.tables().get(stored.id()).orElseThrow();
          StoredRule next = now.published(version.version());
          boolean drafted =
              now.draft().filter(d -> d.definition().equals(order.definition())).isPresent();
          rules.tables().put(stored.id(), version);
          rules.tables().put(drafted ? next.with(Optional.empty()) : next);
          rules
              .tables()
              .addMoves(
                  stored.id(), YearMonth.from(today()), answer.map(Publisher::moved).orElse(0L));
          return stored.id();
        });
  }

  /** Empty as long as there is nobody to find them among. */
  private Optional<CutPoints> found(Rule rule) {
    if (!CutPointFinder.needed(rule)) {
      return Optional.of(CutPoints.NONE);
    }
    return engine.counts(List.of(Condition.EVERYONE)).getFirst() == 0
        ? Optional.empty()
        : Optional.of(cutPoints(rule));
  }

  /** Grades all customers by what the tables say. */
  synchronized void regrade(Progress progress) {
    LocalDate today = today();
    engine.regrade(rules.grading(today), progress);
    rules.day(today);
  }

  /** What a grading would do to a facet. */
  WhatIfAnswer trial(Grading grading, String facet) {
    return engine.whatIf(
        new WhatIf(grading, facet, Condition.EVERYONE, List.of(), List.of(), Optional.empty()));
  }

  /** How many customers would get another grade. */
  static long moved(WhatIfAnswer answer) {
    return answer.matrix().stream()
        .filter(WhatIfAnswer.Move::changes)
        .mapToLong(WhatIfAnswer.Move::customers)
        .sum();
  }
}
