package dev.winnow.http;

import dev.winnow.condition.Condition;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.exports.CsvListWriter;
import dev.winnow.exports.CustomerDocument;
import dev.winnow.exports.ListWriter;
import dev.winnow.exports.NdjsonWriter;
import dev.winnow.exports.Page;
import dev.winnow.exports.Pull;
import dev.winnow.exports.PullCursors;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.segment.Segment;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The members of a segment: page by page over one point in time, or as one stream. */
final class MemberRoutes {
  private static final int MAX_PAGE = 10_000;
  private static final int DEFAULT_PAGE = 1_000;
  private static final int MAX_CURSOR = 200;

  private final Services services;
  private final Conditions conditions;
  private final PullCursors cursors;
  private final Turnstile turnstile;
  private final CustomerCodec codec;

  MemberRoutes(Services services, Conditions conditions, PullCursors cursors, Turnstile turnstile) {
    this.services = services;
    this.conditions = conditions;
    this.cursors = cursors;
    this.turnstile = turnstile;
    this.codec = new CustomerCodec(services.schema());
  }

  void members(Call call) throws Exception {
    Params params = new Params(call.http(), "limit", "cursor", "format");
    int limit = params.integer("limit", 1, MAX_PAGE).orElse(DEFAULT_PAGE);
    Optional<String> cursor = params.text("cursor", MAX_CURSOR);
    Optional<String> format = params.choice("format", "json", "ndjson", "csv");
    params.check();
    switch (format.orElseGet(() -> accepted(call))) {
      case "csv" -> turnstile.pass(Route.Cost.STREAM, () -> csv(call));
      case "ndjson" -> turnstile.pass(Route.Cost.STREAM, () -> ndjson(call));
      default -> turnstile.pass(Route.Cost.HEAVY, () -> page(call, cursor, limit));
    }
  }

  private void page(Call call, Optional<String> cursor, int limit) {
    Segment segment = services.segments().get(call.path("id"));
    Page page =
        cursor
            .map(text -> cursors.next(text, segment.id(), call.caller().name(), limit))
            .orElseGet(() -> cursors.first(pull(call, segment), limit));
    CustomerDocument document = new CustomerDocument(codec, call.mask());
    call.json(
        Json.write(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("segment", segment.id());
              json.writeNumberProperty("segmentVersion", page.pull().segmentVersion());
              json.writeStringProperty("asOf", page.pull().asOf().toString());
              json.writeNumberProperty("total", page.pull().total());
              json.writeArrayPropertyStart("members");
              for (StoredCustomer member : page.members()) {
                json.writeStartObject();
                document.writeMembers(json, member);
                json.writeEndObject();
              }
              json.writeEndArray();
              json.writeStringProperty("next", page.next().orElse(null));
              json.writeEndObject();
            }));
  }

  private Pull pull(Call call, Segment segment) {
    Condition condition = conditions.resolve(call, segment.condition());
    Snapshot snapshot = services.engine().snapshot();
    try {
      return new Pull(
          segment.id(),
          segment.version(),
          call.caller().name(),
          snapshot,
          condition,
          snapshot.count(condition),
          services.clock().instant());
    } catch (RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private void csv(Call call) throws IOException {
    stream(
        call,
        "text/csv; charset=utf-8",
        "csv",
        out -> new CsvListWriter(services.schema(), call.mask(), out));
  }

  private void ndjson(Call call) throws IOException {
    stream(call, Body.NDJSON, "ndjson", out -> new NdjsonWriter(codec, call.mask(), out));
  }

  @FunctionalInterface
  private interface WriterTo {
    ListWriter open(OutputStream out) throws IOException;
  }

  private void stream(Call call, String type, String extension, WriterTo format)
      throws IOException {
    Segment segment = services.segments().get(call.path("id"));
    try (Pull pull = pull(call, segment)) {
      call.http()
          .contentType(type)
          .header(
              "Content-Disposition",
              "attachment; filename=\"" + segment.id() + "." + extension + "\"");
      try (ListWriter writer = format.open(call.http().outputStream())) {
        pull.writeTo(writer);
      }
    }
  }

  private static String accepted(Call call) {
    String header = call.http().header("Accept");
    String accept = header == null ? "*/*" : header.toLowerCase(Locale.ROOT);
    if (accept.contains(Body.NDJSON)) {
      return "ndjson";
    }
    if (accept.contains("text/csv")) {
      return "csv";
    }
    if (List.of(Body.JSON, "application/*", "*/*").stream().anyMatch(accept::contains)) {
      return "json";
    }
    throw new WinnowException(
        ProblemCode.NOT_ACCEPTABLE,
        "Members come as application/json, application/x-ndjson or text/csv.");
  }
}
