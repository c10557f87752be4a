package dev.winnow.http;

import dev.winnow.connections.Connection.Marker;
import dev.winnow.connections.ConnectionDraft;
import dev.winnow.connections.DatabaseAddress;
import dev.winnow.connections.Schedule;
import dev.winnow.connections.SelectStatement;
import dev.winnow.tables.Watermark;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads a standing connection from the body of a request. */
final class ConnectionInput {
  private static final int MAX_WORD = 200;
  private static final int MAX_PASSWORD = 1_000;
  private static final List<String> MODES = List.of("add", "update", "upsert", "mirror");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final Set<String> MEMBERS =
      Set.of(
          "label",
          "url",
          "user",
          "password",
          "query",
          "watermark",
          "schedule",
          "mapping",
          "mappingName",
          "mode",
          "enabled",
          "reread");

  private final Faults faults = new Faults();
  private final Input input;

  /**
   * @param more members allowed beside those of a connection
   */
  ConnectionInput(JsonNode body, String... more) {
    Set<String> members = new HashSet<>(MEMBERS);
    members.addAll(List.of(more));
    this.input = new Input(body, "", faults, members);
  }

  /** The name of a new connection. */
  String name() {
    input.required("name");
    return input.text("name", MAX_WORD).orElse("");
  }

  /** The draft; refused with everything that has the wrong type. */
  ConnectionDraft draft() {
    for (String member : List.of("label", "url", "user", "query")) {
      input.required(member);
    }
    ConnectionDraft draft =
        new ConnectionDraft(
            input.text("label", MAX_WORD).orElse(""),
            input.text("url", DatabaseAddress.MAX_LENGTH).orElse(""),
            input.text("user", MAX_WORD).orElse(""),
            input.text("password", MAX_PASSWORD),
            query(),
            input.node("watermark").map(this::marker),
            input.node("schedule").map(this::schedule).orElse(new Schedule.Off()),
            input.text("mappingName", MAX_WORD),
            input.node("mapping"),
            mode(),
            input.node("enabled").isEmpty() || input.flag("enabled"),
            input.flag("reread"));
    faults.throwIfAny();
    return draft;
  }

  /** The only text of several lines. */
  private String query() {
    Optional<JsonNode> node = input.node("query");
    if (node.isPresent() && !node.get().isString()) {
      return input.text("query", 0).orElse("");
    }
    String text = node.map(JsonNode::stringValue).orElse("");
    if (text.length() > SelectStatement.MAX_LENGTH
        || text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
      faults.add(
          "/query",
          "The query is too long, or has control characters.",
          "At most " + SelectStatement.MAX_LENGTH + " characters.");
      return "";
    }
    return text;
  }

  private Marker marker(JsonNode node) {
    Input marker = new Input(node, "/watermark", faults, Set.of("column", "first", "overlap"));
    marker.required("column");
    marker.required("first");
    return new Marker(
        marker.text("column", MAX_WORD).orElse(""),
        marker.text("first", Watermark.MAX_LENGTH).orElse(""),
        marker.integer("overlap", 0L, Marker.MAX_OVERLAP).orElse(Marker.USUAL_OVERLAP));
  }

  private Schedule schedule(JsonNode node) {
    Input schedule = new Input(node, "/schedule", faults, Set.of("every", "daily"));
    Optional<String> daily = schedule.text("daily", 5);
    var every = schedule.integer("every", 1, Schedule.Every.MAX_MINUTES);
    if (every.isPresent() == daily.isPresent() && faults.isEmpty()) {
      faults.add(
          "/schedule",
          "There must be either \"every\" or \"daily\".",
          "{\"every\": 15} for minutes, {\"daily\": \"02:30\"}, or null for never.");
    }
    if (daily.filter(time -> !TIME.matcher(time).matches()).isPresent()) {
      faults.add("/schedule/daily", "This is no time of day.", "Write it as 02:30.");
      return new Schedule.Off();
    }
    return every.isPresent()
        ? new Schedule.Every(every.getAsInt())
        : daily
            .<Schedule>map(time -> new Schedule.Daily(LocalTime.parse(time)))
            .orElse(new Schedule.Off());
  }

  private String mode() {
    String mode = input.text("mode", MAX_WORD).orElse("upsert");
    if (!MODES.contains(mode)) {
      faults.add("/mode", "There is no such mode.", "One of " + String.join(", ", MODES) + ".");
    }
    return mode;
  }
}
