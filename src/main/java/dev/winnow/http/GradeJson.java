package dev.winnow.http;

import dev.winnow.classify.CutPoints;
import dev.winnow.classify.Explanation;
import dev.winnow.classify.Explanations;
import dev.winnow.classify.Inputs;
import dev.winnow.classify.Rule;
import dev.winnow.customer.Customer;
import dev.winnow.customer.GradeOverride;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.rules.GradingRule;
import dev.winnow.rules.RuleVersion;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes why a customer has the grades it has. */
final class GradeJson {
  private final Services services;
  private final Schema schema;
  private final RuleJson rules;

  /** What a rule reads of a customer as everyone sees it. */
  private record Seen(StoredCustomer customer, List<String> fields) implements Inputs {
    @Override
    public long number() {
      return customer.number();
    }

    @Override
    public long amount(int input) {
      return customer.customer().amount(fields.get(input)).orElse(MISSING);
    }

    @Override
    public List<String> words(int input) {
      return customer.customer().words(fields.get(input));
    }
  }

  GradeJson(Services services, RuleJson rules) {
    this.services = services;
    this.schema = services.schema();
    this.rules = rules;
  }

  byte[] write(Call call, StoredCustomer customer) {
    return Json.write(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("grades");
          for (GradingRule rule : services.rules().rules().list()) {
            if (rule.holds() && !call.mask().hides(rule.facet())) {
              writeGraded(json, call, rule, customer);
            }
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void writeGraded(
      JsonGenerator json, Call call, GradingRule saved, StoredCustomer customer) {
    LocalDate today = services.engine().grading().asOf();
    RuleVersion version = saved.published().orElseThrow();
    Rule rule = version.definition().rule();
    CutPoints points = saved.cutPoints();
    Explanation why =
        Explanations.of(rule, points, schema, new Seen(customer, rule.inputs()), today);
    Optional<GradeOverride> override =
        Optional.ofNullable(customer.overrides().get(rule.facet()))
            .filter(each -> each.holds(today));
    json.writeStartObject();
    json.writeStringProperty("facet", rule.facet());
    writeWord(json, "value", value(customer.customer(), rule.facet()));
    json.writeStringProperty("source", override.isPresent() ? "override" : "rule");
    json.writeStringProperty("rule", saved.id());
    json.writeNumberProperty("version", version.version());
    json.writeName("override");
    override.ifPresentOrElse(each -> writeOverride(json, each), json::writeNull);
    writeWord(json, "ruleValue", why.grade());
    json.writeArrayPropertyStart("inputs");
    for (Explanation.Input input : why.inputs()) {
      if (!call.mask().hides(input.field())) {
        writeInput(json, input);
      }
    }
    json.writeEndArray();
    writeStep(json, "up", why.up());
    writeStep(json, "down", why.down());
    writeChange(json, change(why, override));
    rules.writeSentence(json, version.definition(), version.cutPoints());
    json.writeEndObject();
  }

  private static Optional<String> value(Customer customer, String facet) {
    return customer.words(facet).stream().findFirst();
  }

  /** An override outlasts what its rule says meanwhile. */
  private static Optional<Explanation.Change> change(
      Explanation why, Optional<GradeOverride> override) {
    return override.isEmpty()
        ? why.changes()
        : override
            .get()
            .until()
            .map(
                last -> {
                  LocalDate over = last.plusDays(1);
                  Optional<String> then =
                      why.changes()
                          .filter(change -> !change.on().isAfter(over))
                          .map(Explanation.Change::to)
                          .orElse(why.grade());
                  return new Explanation.Change(over, then);
                });
  }

  private static void writeOverride(JsonGenerator json, GradeOverride override) {
    json.writeStartObject();
    json.writeStringProperty("value", override.value());
    json.writeStringProperty("reason", override.reason());
    json.writeStringProperty("author", override.author());
    json.writeStringProperty("since", override.since().toString());
    writeWord(json, "until", override.until().map(LocalDate::toString));
    json.writeEndObject();
  }

  private void writeInput(JsonGenerator json, Explanation.Input input) {
    json.writeStartObject();
    json.writeStringProperty("field", input.field());
    json.writeName("value");
    if (input.amount().isPresent()) {
      AnswerWriter.writeAmount(json, ordered(input.field()), input.amount().getAsLong());
    } else if (input.words().isEmpty()) {
      json.writeNull();
    } else {
      json.writeStartArray();
      input.words().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writeStep(JsonGenerator json, String name, Optional<Explanation.Step> step) {
    json.writeName(name);
    if (step.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("value", step.get().grade());
    json.writeBooleanProperty("together", step.get().together());
    json.writeArrayPropertyStart("needs");
    for (Explanation.Need need : step.get().needs()) {
      Field.Ordered field = ordered(need.field());
      json.writeStartObject();
      json.writeStringProperty("field", need.field());
      json.writeName("at");
      AnswerWriter.writeAmount(json, field, need.at());
      json.writeNumberProperty(
          "distance", BigDecimal.valueOf(need.distance(), Scale.decimals(field)));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeChange(JsonGenerator json, Optional<Explanation.Change> change) {
    json.writeName("changes");
    if (change.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("on", change.get().on().toString());
    writeWord(json, "to", change.get().to());
    json.writeEndObject();
  }

  private static void writeWord(JsonGenerator json, String name, Optional<String> word) {
    json.writeName(name);
    word.ifPresentOrElse(json::writeString, json::writeNull);
  }

  private Field.Ordered ordered(String name) {
    return (Field.Ordered) schema.field(name).orElseThrow();
  }
}
