package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.engine.Engine;
import java.util.List;

/** Whether the process lives, and whether it can answer. */
final class HealthRoutes {
  private final Engine engine;

  HealthRoutes(Engine engine) {
    this.engine = engine;
  }

  void live(Call call) {
    ok(call);
  }

  /** Ready means that a question to the index is answered. */
  void ready(Call call) {
    engine.counts(List.of(Condition.NOBODY));
    ok(call);
  }

  private static void ok(Call call) {
    new Params(call.http()).check();
    call.http().header("Cache-Control", "no-store");
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("status", "ok");
              json.writeEndObject();
            }));
  }
}
