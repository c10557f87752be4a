package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.Origin;
import dev.winnow.customer.SeenCustomers;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.engine.Write.Expected;
import dev.winnow.exports.CustomerDocument;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Receipt;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.segment.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One customer: read, put, patch, delete, and the segments it is in. */
final class CustomerRoutes {
  private final Services services;
  private final Conditions conditions;
  private final CustomerCodec codec;
  private final RecordJson records;

  CustomerRoutes(Services services, Conditions conditions) {
    this.services = services;
    this.conditions = conditions;
    this.codec = new CustomerCodec(services.schema());
    this.records = new RecordJson(new SeenCustomers(services.schema(), services.zone()));
  }

  void get(Call call) {
    new Params(call.http()).check();
    StoredCustomer customer = find(call, call.path("id"));
    String tag = VersionTags.tag(customer.version());
    call.http().header("ETag", tag);
    if (tag.equals(call.http().header("If-None-Match"))) {
      call.http().status(304);
    } else {
      answer(call, 200, customer);
    }
  }

  void put(Call call) throws IOException {
    new Params(call.http()).check();
    Expected expected = VersionTags.expected(call.http());
    JsonNode fields = fields(call, Body.json(call.http()));
    Receipt receipt = apply(call, new Change.Replace(call.path("id"), fields, expected));
    answer(call, receipt);
  }

  void patch(Call call) throws IOException {
    new Params(call.http()).check();
    Expected expected = VersionTags.expected(call.http());
    JsonNode fields = fields(call, Body.json(call.http(), Body.MERGE_PATCH, Body.JSON));
    Receipt receipt = apply(call, new Change.Merge(call.path("id"), fields, expected));
    answer(call, receipt);
  }

  void delete(Call call) {
    new Params(call.http()).check();
    Expected expected = VersionTags.expected(call.http());
    refuse(apply(call, new Change.Remove(call.path("id"), expected)));
    call.http().status(204);
  }

  /** Leaves the customer out of every question that does not ask for archived ones. */
  void archive(Call call) {
    new Params(call.http()).check();
    Origin origin = services.origin(call.caller());
    List<String> id = List.of(find(call, call.path("id")).customer().id());
    answer(call, services.pipeline().archive(id, Durability.JOURNALED, origin).getFirst());
  }

  void unarchive(Call call) {
    new Params(call.http()).check();
    List<String> id = List.of(find(call, call.path("id")).customer().id());
    answer(call, services.pipeline().unarchive(id, Durability.JOURNALED).getFirst());
  }

  /** The segments that the customer is in, archived ones left out. */
  void segments(Call call) {
    new Params(call.http()).check();
    List<Segment> all = new ArrayList<>();
    List<Condition> resolved = new ArrayList<>();
    for (Segment segment : services.segments().list()) {
      if (!segment.archived()) {
        conditions
            .tryResolve(call, segment)
            .ifPresent(
                condition -> {
                  all.add(segment);
                  resolved.add(condition);
                });
      }
    }
    String id = find(call, call.path("id")).customer().id();
    List<Boolean> in = services.engine().evaluate(id, resolved).orElseThrow(() -> notFound(id));
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("segments");
              for (int i = 0; i < all.size(); i++) {
                if (in.get(i)) {
                  json.writeStartObject();
                  json.writeStringProperty("id", all.get(i).id());
                  json.writeStringProperty("name", all.get(i).name());
                  json.writeStringProperty("folder", all.get(i).folder());
                  json.writeEndObject();
                }
              }
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  /** The customer, when the caller may see it. */
  StoredCustomer find(Call call, String id) {
    Condition scope = conditions.resolve(call, Condition.EVERYONE, "", true);
    if (!scope.equals(Condition.EVERYONE)
        && !services.engine().evaluate(id, List.of(scope)).orElse(List.of(false)).getFirst()) {
      throw notFound(id);
    }
    return services.engine().get(id).orElseThrow(() -> notFound(id));
  }

  private Receipt apply(Call call, Change change) {
    return services.pipeline().apply(change, services.origin(call.caller()));
  }

  private JsonNode fields(Call call, JsonNode body) {
    Faults faults = new Faults();
    Input input = new Input(body, "", faults, Set.of("id", "version", "fields"));
    if (input.node("id").isPresent()
        && !call.path("id").equals(input.node("id").get().stringValue(null))) {
      faults.add("/id", "The id is not the one in the address.", "Leave it out.");
    }
    JsonNode fields = input.required("fields").orElse(body);
    if (!fields.isObject()) {
      faults.add("/fields", "The fields are not an object.", "An object of field names.");
    }
    faults.throwIfAny();
    return fields;
  }

  private void answer(Call call, Receipt receipt) {
    refuse(receipt);
    StoredCustomer customer =
        services.engine().get(receipt.id()).orElseThrow(() -> notFound(receipt.id()));
    call.http().header("ETag", VersionTags.tag(customer.version()));
    answer(call, receipt.outcome() == Receipt.Outcome.INSERTED ? 201 : 200, customer);
  }

  private void answer(Call call, int status, StoredCustomer customer) {
    CustomerDocument document = new CustomerDocument(codec, call.mask());
    call.json(
        status,
        Json.write(
            json -> {
              json.writeStartObject();
              document.writeMembers(json, customer);
              records.write(json, customer, call.mask());
              json.writeEndObject();
            }));
  }

  private void refuse(Receipt receipt) {
    switch (receipt.outcome()) {
      case INSERTED, UPDATED, UNCHANGED, DELETED -> {}
      case NOT_FOUND, MERGED -> throw notFound(receipt.id());
      case CONFLICT ->
          throw new WinnowException(
              ProblemCode.STALE_VERSION,
              "The customer is not in the state that the change expects. Read it again.");
      case REJECTED -> throw new WinnowException(ProblemCode.INVALID_CUSTOMER, receipt.faults());
    }
  }

  private WinnowException notFound(String id) {
    Optional<String> survivor = services.duplicates().survivor(id);
    if (survivor.isPresent()) {
      return new WinnowException(
          ProblemCode.CUSTOMER_MERGED,
          "The customer " + id + " has been merged into " + survivor.get() + ".",
          Map.of("survivor", survivor.get()));
    }
    return new WinnowException(
        ProblemCode.CUSTOMER_NOT_FOUND, "There is no customer with the id " + id + ".");
  }
}
