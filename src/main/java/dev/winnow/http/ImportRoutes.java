package dev.winnow.http;

import dev.winnow.imports.ImportRun;
import dev.winnow.imports.Imports;
import dev.winnow.imports.Mode;
import dev.winnow.imports.PreviewRow;
import dev.winnow.imports.SavedMappings;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.MappingReader;
import dev.winnow.mapping.MappingWriter;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.tables.TableFormat;
import dev.winnow.tables.TableFormatJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tables on their way in: what they hold, how they are mapped, and what becomes of them. */
final class ImportRoutes {
  private final Imports imports;
  private final MappingReader mappings;
  private final ImportJson writer;

  ImportRoutes(Imports imports, Schema schema) {
    this.imports = imports;
    this.mappings = new MappingReader(schema);
    this.writer = new ImportJson(imports);
  }

  void list(Call call) {
    new Params(call.http()).check();
    call.json(writer.list(imports.list()));
  }

  void get(Call call) {
    new Params(call.http()).check();
    answer(call, imports.get(call.path("id")));
  }

  void delete(Call call) {
    new Params(call.http()).check();
    imports.delete(call.path("id"));
    call.http().status(204);
  }

  void table(Call call) {
    new Params(call.http()).check();
    String id = call.path("id");
    call.json(TableJson.of(imports.get(id), imports.inspection(id)));
  }

  void format(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("format"));
    Optional<JsonNode> json = input.required("format");
    faults.throwIfAny();
    TableFormat format = TableFormatJson.read(json.orElseThrow());
    answer(call, imports.intake().format(call.path("id"), format));
  }

  void proposal(Call call) {
    new Params(call.http()).check();
    call.json(ProposalJson.of(imports.propose(call.path("id"))));
  }

  void mapping(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("mapping", "name"));
    Optional<JsonNode> json = input.required("mapping");
    Optional<String> name = input.text("name", SavedMappings.MAX_NAME);
    faults.throwIfAny();
    ColumnMapping mapping = read(json.orElseThrow());
    var _ =
        imports.mapping(
            call.path("id"), mapping, name.filter(each -> !each.isBlank()), call.caller().name());
    preview(call, imports.mapping(call.path("id")));
  }

  void preview(Call call) throws IOException {
    new Params(call.http()).check();
    Faults faults = new Faults();
    Input input = new Input(Body.json(call.http()), "", faults, Set.of("mapping"));
    Optional<JsonNode> json = input.required("mapping");
    faults.throwIfAny();
    preview(call, read(json.orElseThrow()));
  }

  private ColumnMapping read(JsonNode json) {
    return mappings.read(json, "mapping");
  }

  private void preview(Call call, ColumnMapping mapping) {
    List<PreviewRow> rows = imports.preview(call.path("id"), mapping);
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeName("mapping");
              json.writeRawValue(MappingWriter.toJson(mapping).toString());
              ImportJson.preview(json, rows);
              json.writeEndObject();
            }));
  }

  void check(Call call) throws IOException {
    Faults faults = new Faults();
    Optional<Mode> mode = mode(input(call, faults, "mode"), faults);
    faults.throwIfAny();
    JobRoutes.accepted(call, imports.check(call.path("id"), mode));
  }

  void report(Call call) throws IOException {
    new Params(call.http()).check();
    call.json(Files.readAllBytes(imports.report(call.path("id"))));
  }

  void start(Call call) throws IOException {
    Faults faults = new Faults();
    Input input = input(call, faults, "mode", "acceptArchiving");
    Optional<Mode> mode = mode(input, faults);
    boolean accept = input.flag("acceptArchiving");
    faults.throwIfAny();
    JobRoutes.accepted(call, imports.control().start(call.path("id"), mode, accept));
  }

  void pause(Call call) {
    new Params(call.http()).check();
    answer(call, imports.control().pause(call.path("id")));
  }

  void resume(Call call) {
    new Params(call.http()).check();
    JobRoutes.accepted(call, imports.control().resume(call.path("id")));
  }

  void cancel(Call call) throws IOException {
    Faults faults = new Faults();
    boolean undo = input(call, faults, "undo").flag("undo");
    faults.throwIfAny();
    answer(call, imports.control().cancel(call.path("id"), undo));
  }

  void undo(Call call) {
    new Params(call.http()).check();
    JobRoutes.accepted(call, imports.control().undo(call.path("id")));
  }

  /** The members of a body that may be left out altogether. */
  private static Input input(Call call, Faults faults, String... members) throws IOException {
    new Params(call.http()).check();
    boolean empty = call.http().req().getContentLengthLong() <= 0;
    JsonNode body = empty ? Json.read(new byte[] {'{', '}'}) : Body.json(call.http());
    return new Input(body, "", faults, Set.of(members));
  }

  private static Optional<Mode> mode(Input input, Faults faults) {
    Optional<String> code = input.text("mode", 20);
    Optional<Mode> mode = code.flatMap(Mode::of);
    if (code.isPresent() && mode.isEmpty()) {
      faults.add("/mode", "There is no such mode.", "One of " + modes() + ".");
    }
    return mode;
  }

  private static String modes() {
    return Arrays.stream(Mode.values()).map(Mode::code).collect(Collectors.joining(", "));
  }

  /** The mode in a query parameter. */
  static Mode mode(Params params) {
    Optional<String> code = params.text("mode", 20);
    return code.isEmpty()
        ? Mode.UPSERT
        : code.flatMap(Mode::of)
            .orElseThrow(
                () ->
                    new WinnowException(
                        ProblemCode.INVALID_REQUEST,
                        "There is no such mode. One of " + modes() + "."));
  }

  private void answer(Call call, ImportRun run) {
    call.json(writer.one(run));
  }
}
