package dev.winnow.http;

import dev.winnow.condition.Clauses;
import dev.winnow.condition.Clauses.Clause;
import dev.winnow.condition.Condition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a condition would select, before it is saved: in total and clause by clause. */
final class PreviewRoutes {
  private final Services services;
  private final Conditions conditions;

  PreviewRoutes(Services services, Conditions conditions) {
    this.services = services;
    this.conditions = conditions;
  }

  void preview(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("condition"));
    Condition condition = conditions.read(input.required("condition"), "/condition", faults);
    faults.throwIfAny();
    List<Clause> clauses = Clauses.of(condition, "");
    List<Condition> asked = new ArrayList<>();
    boolean archivedToo = conditions.asksForArchived(call, condition, "/condition");
    asked.add(conditions.resolve(call, Condition.EVERYONE, "", archivedToo));
    for (Clause clause : clauses) {
      String pointer = "/condition" + clause.pointer();
      asked.add(conditions.resolve(call, clause.condition(), pointer, archivedToo));
    }
    List<Long> counts = services.engine().counts(asked);
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeNumberProperty("total", counts.get(1));
              json.writeNumberProperty("everyone", counts.get(0));
              json.writeArrayPropertyStart("clauses");
              for (int i = 0; i < clauses.size(); i++) {
                json.writeStartObject();
                json.writeStringProperty("pointer", clauses.get(i).pointer());
                json.writeNumberProperty("count", counts.get(i + 1));
                conditions.writeClause(json, clauses.get(i).condition());
                json.writeEndObject();
              }
              json.writeEndArray();
              conditions.writeSentence(json, condition);
              json.writeEndObject();
            }));
  }
}
