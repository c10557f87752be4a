package dev.winnow.http;

import dev.winnow.imports.SavedMapping;
import dev.winnow.imports.SavedMappings;
import dev.winnow.mapping.MappingReader;
import dev.winnow.schema.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Column mappings kept under names. */
final class MappingRoutes {
  private static final int MAX_COLUMNS = 10_000;

  private final SavedMappings mappings;
  private final MappingReader reader;

  MappingRoutes(SavedMappings mappings, Schema schema) {
    this.mappings = mappings;
    this.reader = new MappingReader(schema);
  }

  void list(Call call) {
    new Params(call.http()).check();
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("mappings");
              mappings.list().forEach(mapping -> write(json, mapping));
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  void put(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("columns", "mapping"));
    Optional<JsonNode> mapping = input.required("mapping");
    List<String> columns =
        input.list("columns", MAX_COLUMNS).stream().map(each -> each.asString("")).toList();
    faults.throwIfAny();
    String name = call.path("name");
    SavedMapping saved =
        mappings.save(
            name, columns, reader.read(mapping.orElseThrow(), name), call.caller().name());
    call.json(Json.write(json -> write(json, saved)));
  }

  void delete(Call call) {
    new Params(call.http()).check();
    mappings.delete(call.path("name"));
    call.http().status(204);
  }

  private static void write(JsonGenerator json, SavedMapping mapping) {
    json.writeStartObject();
    json.writeStringProperty("name", mapping.name());
    json.writeArrayPropertyStart("columns");
    mapping.columns().forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("savedAt", mapping.savedAt().toString());
    json.writeStringProperty("savedBy", mapping.savedBy());
    json.writeName("mapping");
    json.writeRawValue(mapping.mapping());
    json.writeEndObject();
  }
}
