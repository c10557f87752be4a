package dev.winnow.http;

import dev.winnow.classify.CutPoints;
import dev.winnow.classify.Grading;
import dev.winnow.condition.Clauses;
import dev.winnow.condition.Condition;
import dev.winnow.engine.WhatIf;
import dev.winnow.engine.WhatIfAnswer;
import dev.winnow.exports.CustomerDocument;
import dev.winnow.rules.Definition;
import dev.winnow.rules.GradingRule;
import dev.winnow.rules.RuleDraft;
import dev.winnow.rules.RuleVersion;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import dev.winnow.segment.Segment;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What a rule would do to the real customers, before it counts. */
final class TrialRoutes {
  private static final int MAX_SUMS = 8;
  private static final int MAX_GRADE = 200;
  private static final int MAX_PAGE = 1_000;
  private static final int USUAL_PAGE = 50;

  private final Services services;
  private final Conditions conditions;
  private final RuleJson writer;

  private record Affected(Segment segment, Condition condition) {}

  /** All that an answer is written from. */
  private record Trial(
      Definition definition,
      CutPoints points,
      List<Field.Ordered> sums,
      List<Affected> affected,
      WhatIfAnswer answer,
      long millis) {}

  TrialRoutes(Services services, Conditions conditions, RuleJson writer) {
    this.services = services;
    this.conditions = conditions;
    this.writer = writer;
  }

  void preview(Call call) throws IOException {
    long start = System.nanoTime();
    new Params(call.http()).check();
    GradingRule rule = services.rules().rules().get(call.path("id"));
    Faults faults = new Faults();
    Input input =
        new Input(Body.json(call.http()), "", faults, Set.of("definition", "sum", "movers"));
    List<Field.Ordered> sums = sums(call, input, faults);
    Optional<WhatIf.Movers> movers = movers(input, faults);
    Definition definition =
        input
            .node("definition")
            .map(json -> faults.attempt(() -> services.rules().rules().read(json), present(rule)))
            .orElseGet(() -> present(rule));
    faults.throwIfAny();
    CutPoints points = services.rules().grader().cutPoints(definition.rule());
    Grading draft = services.rules().rules().trial(definition.rule(), points, today());
    List<Affected> affected = affected(call, draft.following(definition.facet()));
    WhatIfAnswer answer =
        services
            .engine()
            .whatIf(
                new WhatIf(
                    draft,
                    definition.facet(),
                    conditions.resolve(call, Condition.EVERYONE),
                    sums.stream().map(Field::name).toList(),
                    affected.stream().map(Affected::condition).toList(),
                    movers));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Trial trial = new Trial(definition, points, sums, affected, answer, millis);
    call.json(Json.write(json -> write(json, call, trial)));
  }

  private LocalDate today() {
    return services.rules().grader().today();
  }

  private static Definition present(GradingRule rule) {
    return rule.draft()
        .map(RuleDraft::definition)
        .or(() -> rule.published().map(RuleVersion::definition))
        .orElseThrow();
  }

  private List<Affected> affected(Call call, Set<String> facets) {
    List<Affected> affected = new ArrayList<>();
    for (Segment segment : services.segments().list()) {
      conditions
          .tryResolve(call, segment)
          .filter(condition -> !segment.archived() && Clauses.askFor(condition, facets))
          .ifPresent(condition -> affected.add(new Affected(segment, condition)));
    }
    return affected;
  }

  private List<Field.Ordered> sums(Call call, Input input, Faults faults) {
    List<Field.Ordered> sums = new ArrayList<>();
    List<JsonNode> names = input.list("sum", MAX_SUMS);
    Schema schema = services.schema();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).asString("");
      Optional<Field> field = schema.field(name).filter(each -> !call.mask().hides(name));
      if (field.orElse(null) instanceof Field.Ordered sum && !(sum instanceof Field.Date)) {
        sums.add(sum);
      } else {
        faults.add("/sum/" + i, "This cannot be summed.", "A number or money field.");
      }
    }
    return sums;
  }

  private static Optional<WhatIf.Movers> movers(Input input, Faults faults) {
    return input
        .node("movers")
        .map(
            node -> {
              Input movers =
                  new Input(node, "/movers", faults, Set.of("from", "to", "limit", "offset"));
              int limit = movers.integer("limit", 0, MAX_PAGE).orElse(USUAL_PAGE);
              int offset = movers.integer("offset", 0, WhatIf.Movers.MAX_WINDOW).orElse(0);
              WhatIf.End from = end(movers, node, "from");
              WhatIf.End to = end(movers, node, "to");
              return new WhatIf.Movers(from, to, offset, limit);
            });
  }

  /** Null is having no grade; a member that is not there, any. */
  private static WhatIf.End end(Input movers, JsonNode node, String name) {
    if (!node.has(name)) {
      return WhatIf.End.ANY;
    }
    return movers.text(name, MAX_GRADE).map(WhatIf.End::of).orElse(WhatIf.End.UNGRADED);
  }

  private void write(JsonGenerator json, Call call, Trial trial) {
    json.writeStartObject();
    RuleJson.writeCutPoints(json, trial.points);
    writer.writeSentence(json, trial.definition, Optional.of(trial.points));
    json.writeNumberProperty("customers", trial.answer.customers());
    writeSizes(json, trial);
    json.writeArrayPropertyStart("matrix");
    trial.answer.matrix().forEach(move -> writeMove(json, move, trial.sums));
    json.writeEndArray();
    json.writeNumberProperty(
        "moved",
        trial.answer.matrix().stream()
            .filter(WhatIfAnswer.Move::changes)
            .mapToLong(WhatIfAnswer.Move::customers)
            .sum());
    json.writeArrayPropertyStart("movers");
    trial.answer.movers().forEach(mover -> writeMover(json, call, mover));
    json.writeEndArray();
    writeSegments(json, trial);
    json.writeNumberProperty("tookMillis", trial.millis);
    json.writeEndObject();
  }

  private static void writeSizes(JsonGenerator json, Trial trial) {
    Set<Optional<String>> values = new LinkedHashSet<>();
    trial.definition.rule().grades().forEach(grade -> values.add(Optional.of(grade)));
    trial.answer.matrix().forEach(move -> values.add(move.from()));
    trial.answer.matrix().forEach(move -> values.add(move.to()));
    values.remove(Optional.<String>empty());
    values.add(Optional.empty());
    json.writeArrayPropertyStart("sizes");
    for (Optional<String> value : values) {
      long before = 0;
      long after = 0;
      for (WhatIfAnswer.Move move : trial.answer.matrix()) {
        before += move.from().equals(value) ? move.customers() : 0;
        after += move.to().equals(value) ? move.customers() : 0;
      }
      json.writeStartObject();
      writeGrade(json, "value", value);
      json.writeNumberProperty("before", before);
      json.writeNumberProperty("after", after);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeMove(
      JsonGenerator json, WhatIfAnswer.Move move, List<Field.Ordered> sums) {
    json.writeStartObject();
    writeGrade(json, "from", move.from());
    writeGrade(json, "to", move.to());
    json.writeNumberProperty("customers", move.customers());
    json.writeObjectPropertyStart("sums");
    for (int i = 0; i < sums.size(); i++) {
      int decimals = Scale.decimals(sums.get(i));
      json.writeNumberProperty(sums.get(i).name(), new BigDecimal(move.sums().get(i), decimals));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeMover(JsonGenerator json, Call call, WhatIfAnswer.Mover mover) {
    List<String> title =
        CustomerDocument.visible(mover.customer().customer(), call.mask())
            .words(services.schema().title());
    String id = mover.customer().customer().id();
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeStringProperty("name", title.isEmpty() ? id : title.getFirst());
    writeGrade(json, "from", mover.from());
    writeGrade(json, "to", mover.to());
    json.writeEndObject();
  }

  private static void writeSegments(JsonGenerator json, Trial trial) {
    json.writeArrayPropertyStart("segments");
    for (int i = 0; i < trial.affected.size(); i++) {
      Segment segment = trial.affected.get(i).segment;
      WhatIfAnswer.Effect effect = trial.answer.effects().get(i);
      json.writeStartObject();
      json.writeStringProperty("id", segment.id());
      json.writeStringProperty("name", segment.name());
      json.writeNumberProperty("before", effect.before());
      json.writeNumberProperty("after", effect.after());
      json.writeNumberProperty("entered", effect.entered());
      json.writeNumberProperty("left", effect.left());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeGrade(JsonGenerator json, String name, Optional<String> grade) {
    json.writeName(name);
    grade.ifPresentOrElse(json::writeString, json::writeNull);
  }
}
