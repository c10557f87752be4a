package dev.winnow.http;

import dev.winnow.connections.Connection;
import dev.winnow.connections.ConnectionDraft;
import dev.winnow.connections.ConnectionState;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Standing connections to other databases: what there are, trying them out, and their runs. */
final class ConnectionRoutes {
  private final ConnectionServices services;

  ConnectionRoutes(ConnectionServices services) {
    this.services = services;
  }

  void list(Call call) {
    new Params(call.http()).check();
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("connections");
              services.connections().list().forEach(each -> write(json, each));
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  void get(Call call) {
    new Params(call.http()).check();
    answer(call, 200, services.connections().get(call.path("name")));
  }

  void create(Call call) throws IOException {
    new Params(call.http()).check();
    ConnectionInput input = new ConnectionInput(Body.json(call.http()), "name");
    String name = input.name();
    ConnectionDraft draft = input.draft();
    checkMapping(name, draft);
    Connection created = services.connections().create(name, draft, call.caller().name());
    call.http().header("Location", Api.BASE + "/connections/" + created.name());
    answer(call, 201, created);
  }

  void update(Call call) throws IOException {
    new Params(call.http()).check();
    String name = services.connections().get(call.path("name")).name();
    ConnectionDraft draft = new ConnectionInput(Body.json(call.http())).draft();
    checkMapping(name, draft);
    answer(call, 200, services.connections().update(name, draft, call.caller().name()));
  }

  void delete(Call call) {
    new Params(call.http()).check();
    services.runner().delete(call.path("name"));
    call.http().status(204);
  }

  void run(Call call) {
    new Params(call.http()).check();
    JobRoutes.accepted(
        call, services.runner().begin(call.path("name"), Optional.of(call.caller().name())));
  }

  void runs(Call call) {
    new Params(call.http()).check();
    var runs = services.connections().runs(call.path("name"));
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("runs");
              runs.forEach(run -> ConnectionJson.write(json, run));
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  private void checkMapping(String name, ConnectionDraft draft) {
    if (draft.mapping().isPresent() != draft.mappingName().isPresent()) {
      var _ = services.mappings().of(name, draft.mapping(), draft.mappingName());
    }
  }

  private void answer(Call call, int status, Connection connection) {
    call.json(status, Json.write(json -> write(json, connection)));
  }

  private void write(JsonGenerator json, Connection connection) {
    String name = connection.name();
    ConnectionState state = services.connections().state(name);
    ConnectionJson.write(
        json, connection, state, services.connections().runs(name), services.runner().isBusy(name));
  }
}
