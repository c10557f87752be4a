package dev.winnow.http;

import dev.winnow.classify.CutPoints;
import dev.winnow.classify.RfmMap;
import dev.winnow.classify.Rule;
import dev.winnow.condition.ConditionWriter;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.rules.GradingRule;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/** Whether rules are any good: how grades are spread, and the map of an RFM rule. */
final class QualityRoutes {
  private static final int MAX_PARAMETER = 300;

  private final Services services;
  private final ConditionWriter conditions;

  QualityRoutes(Services services) {
    this.services = services;
    this.conditions = new ConditionWriter(services.schema());
  }

  void quality(Call call) {
    Params params = new Params(call.http(), "outcome");
    Optional<String> outcome = params.text("outcome", MAX_PARAMETER);
    params.check();
    GradingRule rule = services.rules().rules().get(call.path("id"));
    if (!rule.holds()) {
      throw new WinnowException(
          ProblemCode.RULE_NOT_PUBLISHED, "The rule \"" + rule.id() + "\" grades nobody yet.");
    }
    QualityReport report =
        new QualityReport(
            services.schema(), rule, outcome.map(text -> Outcome.of(text, services.schema())));
    services.engine().ofAll(population -> report.count(population));
    call.json(Json.write(json -> report.write(json, services.rules().rules().moves(rule.id()))));
  }

  void map(Call call) {
    Params params = new Params(call.http(), "rule");
    String id = params.requiredText("rule", MAX_PARAMETER);
    params.check();
    GradingRule saved = services.rules().rules().get(id);
    if (!(saved.definition().rule() instanceof Rule.Rfm rule)) {
      throw new WinnowException(
          ProblemCode.INVALID_REQUEST, "The rule \"" + id + "\" is not of the kind rfm.");
    }
    LocalDate today = services.rules().grader().today();
    CutPoints points =
        saved.holds() ? saved.cutPoints() : services.rules().grader().cutPoints(rule);
    RfmMap map = new RfmMap(rule, points, services.schema(), today);
    services
        .engine()
        .ofAll(
            population -> {
              population.each(rule.inputs(), map::add);
              return map;
            });
    call.json(Json.write(json -> write(json, rule, map)));
  }

  private void write(JsonGenerator json, Rule.Rfm rule, RfmMap map) {
    Field.Ordered monetary =
        (Field.Ordered) services.schema().field(rule.monetary().field()).orElseThrow();
    json.writeStartObject();
    for (String axis : List.of("r", "f")) {
      json.writeArrayPropertyStart(axis);
      IntStream.rangeClosed(1, rule.scores()).forEach(json::writeNumber);
      json.writeEndArray();
    }
    json.writeArrayPropertyStart("cells");
    for (RfmMap.Cell cell : map.cells()) {
      json.writeStartObject();
      json.writeNumberProperty("r", cell.r());
      json.writeNumberProperty("f", cell.f());
      json.writeNumberProperty("customers", cell.customers());
      json.writeNumberProperty("sum", new BigDecimal(cell.sum(), Scale.decimals(monetary)));
      json.writeName("segment");
      cell.segment().ifPresentOrElse(json::writeString, json::writeNull);
      json.writeName("condition");
      cell.condition()
          .ifPresentOrElse(
              condition -> json.writeTree(conditions.write(condition)), json::writeNull);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
