package dev.winnow.http;

import dev.winnow.classify.Concentration;
import dev.winnow.classify.GradeShares;
import dev.winnow.classify.Inputs;
import dev.winnow.classify.MissingInputs;
import dev.winnow.classify.Population;
import dev.winnow.classify.Rule;
import dev.winnow.classify.Separation;
import dev.winnow.classify.Stability;
import dev.winnow.rules.GradeSizes;
import dev.winnow.rules.GradingRule;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Counts, in one pass over all customers, what tells whether a rule is any good. */
final class QualityReport {
  private final GradeSizes published;
  private final List<String> grades = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();
  private final int facet;
  private final Optional<Field.Ordered> revenue;
  private final Optional<Outcome> outcome;
  private final GradeShares shares;
  private final MissingInputs missing;
  private final long[] now;
  private final long[] with;
  private Optional<Concentration> concentration = Optional.empty();

  QualityReport(Schema schema, GradingRule saved, Optional<Outcome> outcome) {
    Rule rule = saved.definition().rule();
    this.published = saved.published().orElseThrow().sizes();
    this.outcome = outcome;
    revenue = revenue(schema, rule);
    grades.addAll(rule.grades());
    published.byGrade().keySet().stream().filter(g -> !grades.contains(g)).forEach(grades::add);
    schema.valueLabels(schema.field(rule.facet()).orElseThrow()).keySet().stream()
        .filter(value -> !grades.contains(value))
        .forEach(grades::add);
    fields.addAll(rule.inputs());
    facet = fields.size();
    fields.add(rule.facet());
    revenue.ifPresent(field -> fields.add(field.name()));
    outcome.ifPresent(each -> fields.add(each.field()));
    shares = new GradeShares(grades);
    missing = new MissingInputs(rule, schema);
    now = new long[grades.size() + 1];
    with = new long[grades.size() + 1];
  }

  /** The first money that the rule reads, else the first money that is a facet. */
  private static Optional<Field.Ordered> revenue(Schema schema, Rule rule) {
    List<Field> candidates = new ArrayList<>();
    rule.inputs().forEach(name -> schema.field(name).ifPresent(candidates::add));
    candidates.addAll(schema.facets());
    return candidates.stream()
        .filter(Field.Money.class::isInstance)
        .map(Field.Ordered.class::cast)
        .findFirst();
  }

  /** Counts everybody. */
  QualityReport count(Population population) {
    population.each(fields, this::add);
    concentration = revenue.map(field -> Concentration.of(population.amounts(field.name())));
    return this;
  }

  private void add(Inputs customer) {
    List<String> words = customer.words(facet);
    int grade = words.isEmpty() ? -1 : grades.indexOf(words.getFirst());
    shares.add(grade, revenue.isPresent() ? customer.amount(facet + 1) : Inputs.MISSING);
    missing.add(customer);
    now[grade + 1]++;
    if (outcome.isPresent() && outcome.get().has(customer, fields.size() - 1)) {
      with[grade + 1]++;
    }
  }

  void write(JsonGenerator json, Map<YearMonth, Long> moves) {
    json.writeStartObject();
    writeDrift(json);
    writeShares(json);
    json.writeArrayPropertyStart("movedByMonth");
    moves.forEach(
        (month, moved) -> {
          json.writeStartObject();
          json.writeStringProperty("month", month.toString());
          json.writeNumberProperty("moved", moved);
          json.writeEndObject();
        });
    json.writeEndArray();
    writeSeparation(json);
    writeMissing(json);
    json.writeEndObject();
  }

  private void writeDrift(JsonGenerator json) {
    long[] then = new long[now.length];
    then[0] = published.ungraded();
    for (int i = 1; i < then.length; i++) {
      then[i] = published.of(grades.get(i - 1));
    }
    Stability stability = Stability.of(then, now);
    json.writeObjectPropertyStart("sincePublished");
    json.writeNumberProperty("stability", stability.index());
    json.writeStringProperty("reading", stability.reading().name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("distribution");
    for (int i = 1; i <= grades.size(); i++) {
      writeCounts(json, Optional.of(grades.get(i - 1)), then[i], now[i]);
    }
    writeCounts(json, Optional.empty(), then[0], now[0]);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, Optional<String> value, long then, long now) {
    if (then > 0 || now > 0) {
      json.writeStartObject();
      writeValue(json, value);
      json.writeNumberProperty("then", then);
      json.writeNumberProperty("now", now);
      json.writeEndObject();
    }
  }

  private void writeShares(JsonGenerator json) {
    json.writeName("revenueField");
    revenue.ifPresentOrElse(field -> json.writeString(field.name()), json::writeNull);
    json.writeArrayPropertyStart("shares");
    for (GradeShares.Share share : shares.shares()) {
      if (share.customers() > 0) {
        json.writeStartObject();
        writeValue(json, share.grade());
        json.writeNumberProperty("customers", share.customers());
        json.writeName("revenue");
        revenue.ifPresentOrElse(
            field -> json.writeNumber(new BigDecimal(share.sum(), Scale.decimals(field))),
            json::writeNull);
        json.writeNumberProperty("customerShare", share.customerShare());
        json.writeNumberProperty("revenueShare", share.sumShare());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("lorenz");
    for (Concentration.Point point : concentration.map(Concentration::curve).orElse(List.of())) {
      json.writeStartArray();
      json.writeNumber(point.customers());
      json.writeNumber(point.sum());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeName("gini");
    concentration.ifPresentOrElse(each -> json.writeNumber(each.gini()), json::writeNull);
  }

  private void writeSeparation(JsonGenerator json) {
    json.writeArrayPropertyStart("separation");
    if (outcome.isPresent()) {
      long[] without = new long[now.length];
      for (int i = 0; i < now.length; i++) {
        without[i] = now[i] - with[i];
      }
      List<Double> rates = Separation.of(with, without).rates();
      for (int i = 0; i < now.length; i++) {
        if (now[i] > 0) {
          json.writeStartObject();
          writeValue(json, i == 0 ? Optional.empty() : Optional.of(grades.get(i - 1)));
          json.writeNumberProperty("rate", rates.get(i));
          json.writeNumberProperty("customers", now[i]);
          json.writeEndObject();
        }
      }
    }
    json.writeEndArray();
  }

  private void writeMissing(JsonGenerator json) {
    json.writeArrayPropertyStart("missing");
    for (MissingInputs.Missing each : missing.counts()) {
      json.writeStartObject();
      json.writeStringProperty("field", each.field());
      json.writeNumberProperty("missing", each.customers());
      json.writeNumberProperty("share", each.share());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeValue(JsonGenerator json, Optional<String> value) {
    json.writeName("value");
    value.ifPresentOrElse(json::writeString, json::writeNull);
  }
}
