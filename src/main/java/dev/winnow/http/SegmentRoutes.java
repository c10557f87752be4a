package dev.winnow.http;

import dev.winnow.segment.Segment;
import dev.winnow.segment.Segments;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Saved segments: create, read, change, copy, archive, delete, and their versions. */
final class SegmentRoutes {
  private static final int MAX_NAME = 1_000;

  private final Segments segments;
  private final SegmentWriter writer;

  SegmentRoutes(Services services, Conditions conditions) {
    this.segments = services.segments();
    this.writer = new SegmentWriter(services, conditions);
  }

  void list(Call call) {
    Params params = new Params(call.http(), "archived");
    boolean archived = params.choice("archived", "true", "false").orElse("false").equals("true");
    params.check();
    List<Segment> listed =
        segments.list().stream().filter(segment -> archived || !segment.archived()).toList();
    call.json(writer.list(call, listed));
  }

  void get(Call call) {
    new Params(call.http()).check();
    answer(call, 200, segments.get(call.path("id")));
  }

  void create(Call call) throws IOException {
    JsonNode body = body(call);
    created(call, segments.create(body, call.caller().name()));
  }

  void update(Call call) throws IOException {
    new Params(call.http()).check();
    segments.get(call.path("id"));
    int version = VersionTags.required(call.http());
    JsonNode body = Body.json(call.http());
    answer(call, 200, segments.update(call.path("id"), version, body, call.caller().name()));
  }

  void delete(Call call) {
    new Params(call.http()).check();
    segments.delete(call.path("id"));
    call.http().status(204);
  }

  void copy(Call call) throws IOException {
    Faults faults = new Faults();
    Input input = new Input(body(call), "", faults, Set.of("name"));
    input.required("name");
    String name = input.text("name", MAX_NAME).orElse("");
    faults.throwIfAny();
    created(call, segments.clone(call.path("id"), name, call.caller().name()));
  }

  void archive(Call call) {
    new Params(call.http()).check();
    answer(call, 200, segments.archive(call.path("id"), call.caller().name()));
  }

  void unarchive(Call call) {
    new Params(call.http()).check();
    answer(call, 200, segments.unarchive(call.path("id"), call.caller().name()));
  }

  void restore(Call call) throws IOException {
    Faults faults = new Faults();
    Input input = new Input(body(call), "", faults, Set.of("version"));
    input.required("version");
    int version = input.integer("version", 1, Integer.MAX_VALUE).orElse(1);
    faults.throwIfAny();
    answer(call, 200, segments.restore(call.path("id"), version, call.caller().name()));
  }

  void versions(Call call) {
    new Params(call.http()).check();
    call.json(writer.versions(segments.versions(call.path("id"))));
  }

  private static JsonNode body(Call call) throws IOException {
    new Params(call.http()).check();
    return Body.json(call.http());
  }

  private void created(Call call, Segment segment) {
    call.http().header("Location", Api.BASE + "/segments/" + segment.id());
    answer(call, 201, segment);
  }

  private void answer(Call call, int status, Segment segment) {
    call.http().header("ETag", VersionTags.tag(segment.version()));
    call.json(status, writer.one(call, segment));
  }
}
