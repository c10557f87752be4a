package dev.winnow.http;

import dev.winnow.customer.GradeOverride;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write;
import dev.winnow.engine.Write.Expected;
import dev.winnow.engine.WriteResult;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.rules.GradingRule;
import dev.winnow.schema.Field;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The grades of one customer: why they are so, and a person's own in place of a rule's. */
final class GradeRoutes {
  private static final int MAX_REASON = 1_000;
  private static final int MAX_VALUE = 200;

  private final Services services;
  private final CustomerRoutes customers;
  private final GradeJson writer;

  GradeRoutes(Services services, CustomerRoutes customers, RuleJson rules) {
    this.services = services;
    this.customers = customers;
    this.writer = new GradeJson(services, rules);
  }

  void get(Call call) {
    new Params(call.http()).check();
    answer(call, customers.find(call, call.path("id")));
  }

  void put(Call call) throws IOException {
    new Params(call.http()).check();
    Expected expected = VersionTags.expected(call.http());
    var _ = customers.find(call, call.path("id"));
    GradingRule rule = rule(call.path("facet"));
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("value", "reason", "until"));
    input.required("value");
    input.required("reason");
    String value = input.text("value", MAX_VALUE).orElse("");
    String reason = input.text("reason", MAX_REASON).orElse("").strip();
    if (input.node("reason").isPresent() && reason.isEmpty()) {
      faults.add("/reason", "The reason is empty.", "Say why the rule is not right here.");
    }
    Set<String> grades = grades(rule);
    if (input.node("value").isPresent() && !grades.contains(value)) {
      faults.add(
          "/value",
          Excerpt.quoted(value) + " is no grade of this facet.",
          "One of " + String.join(", ", grades) + ".");
    }
    Optional<LocalDate> until = until(input, faults);
    faults.throwIfAny();
    GradeOverride override =
        new GradeOverride(value, reason, call.caller().name(), services.clock().instant(), until);
    write(call, Optional.of(override), expected);
    answer(call, customers.find(call, call.path("id")));
  }

  void delete(Call call) {
    new Params(call.http()).check();
    Expected expected = VersionTags.expected(call.http());
    var _ = customers.find(call, call.path("id"));
    if (services.schema().field(call.path("facet")).isEmpty()) {
      throw noRule(call.path("facet"));
    }
    write(call, Optional.empty(), expected);
    call.http().status(204);
  }

  private void answer(Call call, StoredCustomer customer) {
    call.http().header("ETag", VersionTags.tag(customer.version()));
    call.json(writer.write(call, customer));
  }

  private GradingRule rule(String facet) {
    return services.rules().rules().of(facet).orElseThrow(() -> noRule(facet));
  }

  private static WinnowException noRule(String facet) {
    return new WinnowException(
        ProblemCode.RULE_NOT_FOUND, "No published rule grades " + Excerpt.quoted(facet) + ".");
  }

  /** The rule's grades, and what else the facet is declared to have. */
  private Set<String> grades(GradingRule rule) {
    Set<String> grades = new LinkedHashSet<>(rule.definition().rule().grades());
    Field field = services.schema().field(rule.facet()).orElseThrow();
    grades.addAll(services.schema().valueLabels(field).keySet());
    return grades;
  }

  private Optional<LocalDate> until(Input input, Faults faults) {
    LocalDate today = services.today();
    Optional<String> text = input.text("until", 10);
    try {
      Optional<LocalDate> until = text.map(LocalDate::parse);
      if (until.filter(day -> day.isBefore(today)).isPresent()) {
        faults.add("/until", "This day is past.", "Today, " + today + ", or later.");
      }
      return until;
    } catch (DateTimeException e) {
      faults.add("/until", "This is no day.", "The last day on which it holds, as 2026-12-31.");
      return Optional.empty();
    }
  }

  private void write(Call call, Optional<GradeOverride> override, Expected expected) {
    Write grade = new Write.Grade(call.path("id"), call.path("facet"), override, expected);
    WriteResult result = services.store().apply(List.of(grade), Durability.JOURNALED).getFirst();
    switch (result.outcome()) {
      case INSERTED, UPDATED, UNCHANGED, DELETED -> {}
      case NOT_FOUND ->
          throw new WinnowException(ProblemCode.CUSTOMER_NOT_FOUND, "It was just deleted.");
      case CONFLICT ->
          throw new WinnowException(
              ProblemCode.STALE_VERSION,
              "The customer is not in the state that the change expects. Read it again.");
    }
  }
}
