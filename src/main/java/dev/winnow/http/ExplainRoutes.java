package dev.winnow.http;

import dev.winnow.condition.Buckets;
import dev.winnow.condition.Clauses;
import dev.winnow.condition.Clauses.Clause;
import dev.winnow.condition.Condition;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.exports.CustomerDocument;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import dev.winnow.segment.Segment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Why a customer is or is not in a segment: every clause with pass or fail and the actual value.
 */
final class ExplainRoutes {
  private final Services services;
  private final Conditions conditions;
  private final CustomerRoutes customers;

  ExplainRoutes(Services services, Conditions conditions, CustomerRoutes customers) {
    this.services = services;
    this.conditions = conditions;
    this.customers = customers;
  }

  void explain(Call call) {
    Params params = new Params(call.http(), "segment");
    String id = params.requiredText("segment", 128);
    params.check();
    StoredCustomer stored = customers.find(call, call.path("id"));
    Segment segment = services.segments().get(id);
    List<Clause> clauses = Clauses.of(segment.condition(), "");
    List<Condition> resolved = new ArrayList<>();
    resolved.add(conditions.resolve(call, segment.condition()));
    clauses.stream()
        .skip(1)
        .map(clause -> conditions.resolve(call, clause.condition(), "", true))
        .forEach(resolved::add);
    List<Boolean> matches =
        services
            .engine()
            .evaluate(stored.customer().id(), resolved)
            .orElseThrow(
                () -> new WinnowException(ProblemCode.CUSTOMER_NOT_FOUND, "It was just deleted."));
    Customer visible = CustomerDocument.visible(stored.customer(), call.mask());
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("customer", visible.id());
              json.writeStringProperty("segment", segment.id());
              json.writeBooleanProperty("matches", matches.getFirst());
              json.writeName("tree");
              writeNode(json, clauses.iterator(), matches.iterator(), visible);
              json.writeEndObject();
            }));
  }

  /** Writes the next node and all below it; both iterators run in the tree's order. */
  private void writeNode(
      JsonGenerator json, Iterator<Clause> clauses, Iterator<Boolean> matches, Customer customer) {
    Clause clause = clauses.next();
    json.writeStartObject();
    json.writeStringProperty("pointer", clause.pointer());
    json.writeStringProperty("kind", kind(clause.condition()));
    conditions.writeClause(json, clause.condition());
    json.writeBooleanProperty("matches", matches.next());
    json.writeName("actual");
    writeActual(json, clause.condition(), customer);
    json.writeArrayPropertyStart("parts");
    for (int i = 0; i < parts(clause.condition()); i++) {
      writeNode(json, clauses, matches, customer);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String kind(Condition condition) {
    return switch (condition) {
      case Condition.All _ -> "all";
      case Condition.Any _ -> "any";
      case Condition.Not _ -> "not";
      case Condition.In _ -> "in";
      case Condition.Range _ -> "range";
      case Condition.Anniversary _ -> "anniversary";
      case Condition.Exists _ -> "exists";
      case Condition.Text _ -> "text";
      case Condition.InSegment _ -> "segment";
      case Condition.Bucket _ -> "bucket";
      case Condition.Did _ -> "did";
    };
  }

  private static int parts(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> parts.size();
      case Condition.Any(List<Condition> parts) -> parts.size();
      case Condition.Not _ -> 1;
      case Condition.In _, Condition.Range _, Condition.Anniversary _, Condition.Exists _ -> 0;
      case Condition.Text _, Condition.InSegment _, Condition.Bucket _, Condition.Did _ -> 0;
    };
  }

  private void writeActual(JsonGenerator json, Condition condition, Customer customer) {
    switch (condition) {
      case Condition.In(String field, var _) -> writeValue(json, field, customer);
      case Condition.Range(String field, var _, var _) -> writeValue(json, field, customer);
      case Condition.Anniversary(String field, var _, int _) -> writeValue(json, field, customer);
      case Condition.Exists(String field, boolean _) -> writeValue(json, field, customer);
      case Condition.Bucket bucket -> json.writeNumber(Buckets.of(bucket.salt(), customer.id()));
      case Condition.All _, Condition.Any _, Condition.Not _ -> json.writeNull();
      case Condition.Text _, Condition.InSegment _, Condition.Did _ -> json.writeNull();
    }
  }

  private void writeValue(JsonGenerator json, String name, Customer customer) {
    FieldValue value = customer.values().get(name);
    switch (value) {
      case null -> json.writeNull();
      case FieldValue.Words(List<String> words) -> {
        json.writeStartArray();
        words.forEach(json::writeString);
        json.writeEndArray();
      }
      case FieldValue.Amount(long amount) -> {
        if (services.schema().field(name).orElseThrow() instanceof Field.Ordered ordered) {
          AnswerWriter.writeAmount(json, ordered, amount);
        }
      }
    }
  }
}
