package dev.winnow.http;

import dev.winnow.access.RowScope;
import dev.winnow.activity.Activity;
import dev.winnow.engine.ActivityWrite;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.ingest.Receipt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One activity, or many at once; only those of customers whom the caller may see. */
final class ActivityRoutes {
  private final ActivityServices activities;
  private final CustomerRoutes customers;
  private final BulkStream<ActivityWrite> stream;

  ActivityRoutes(ActivityServices activities, CustomerRoutes customers) {
    this.activities = activities;
    this.customers = customers;
    stream =
        new BulkStream<>(
            line -> BulkLineReader.read(line, "id", this::write),
            (_, writes) -> activities.pipeline().bulk(writes, Durability.JOURNALED));
  }

  void bulk(Call call) throws Exception {
    stream.answer(call);
  }

  void get(Call call) {
    new Params(call.http()).check();
    answer(call, 200, find(call, call.path("id")));
  }

  void put(Call call) throws IOException {
    new Params(call.http()).check();
    String id = call.path("id");
    JsonNode body = Body.json(call.http());
    JsonNode given = body.path("id");
    if (!given.isMissingNode() && !id.equals(given.stringValue(null))) {
      Faults faults = new Faults();
      faults.add("/id", "The id is not the one in the address.", "Leave it out.");
      faults.throwIfAny();
    }
    if (body instanceof ObjectNode object) {
      object.put("id", id);
    }
    Activity activity = activities.reader().read(body, "");
    if (!call.scope().equals(RowScope.ALL)) {
      customers.find(call, activity.customer());
      activities.store().get(id).ifPresent(before -> customers.find(call, before.customer()));
    }
    Receipt receipt = activities.pipeline().apply(new ActivityWrite.Put(activity));
    if (receipt.outcome() == Receipt.Outcome.REJECTED) {
      throw new WinnowException(ProblemCode.CUSTOMER_NOT_FOUND, receipt.faults());
    }
    answer(call, receipt.outcome() == Receipt.Outcome.INSERTED ? 201 : 200, activity);
  }

  void delete(Call call) {
    new Params(call.http()).check();
    Activity activity = find(call, call.path("id"));
    Receipt receipt = activities.pipeline().apply(new ActivityWrite.Delete(activity.id()));
    if (receipt.outcome() == Receipt.Outcome.NOT_FOUND) {
      throw notFound(activity.id());
    }
    call.http().status(204);
  }

  private Activity find(Call call, String id) {
    Activity activity = activities.store().get(id).orElseThrow(() -> notFound(id));
    if (!call.scope().equals(RowScope.ALL)) {
      try {
        customers.find(call, activity.customer());
      } catch (WinnowException e) {
        throw e.code() == ProblemCode.CUSTOMER_NOT_FOUND ? notFound(id) : e;
      }
    }
    return activity;
  }

  /** A line of a bulk request: an activity, or {@code {"delete": id}}. */
  private ActivityWrite write(JsonNode json) {
    if (!json.has("delete")) {
      return new ActivityWrite.Put(activities.reader().read(json, ""));
    }
    Faults faults = new Faults();
    Input input = new Input(json, "", faults, Set.of("delete"));
    Optional<String> id = input.text("delete", Integer.MAX_VALUE);
    faults.throwIfAny();
    return new ActivityWrite.Delete(id.orElse(""));
  }

  private void answer(Call call, int status, Activity activity) {
    call.json(status, Json.write(json -> activities.codec().write(json, activity)));
  }

  private static WinnowException notFound(String id) {
    return new WinnowException(
        ProblemCode.ACTIVITY_NOT_FOUND,
        "There is no activity with the id " + Problems.clip(id) + ".");
  }
}
