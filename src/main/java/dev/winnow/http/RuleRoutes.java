package dev.winnow.http;

import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.rules.GradingRule;
import dev.winnow.schema.Label;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Classification rules: drafts, publishing, going back, and every version. */
final class RuleRoutes {
  private static final int MAX_NAME = 200;
  private static final int MAX_COMMENT = 1_000;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** A word that stands in the place of an id in an address of the API. */
  private static final String MAP = "rfm-map";

  private final RuleServices services;
  private final RuleJson writer;

  RuleRoutes(Services services, RuleJson writer) {
    this.services = services.rules();
    this.writer = writer;
  }

  void list(Call call) {
    new Params(call.http()).check();
    call.json(writer.list(call, services.rules().list()));
  }

  void get(Call call) {
    new Params(call.http()).check();
    answer(call, 200, services.rules().get(call.path("id")));
  }

  void create(Call call) throws IOException {
    Faults faults = new Faults();
    Input input = input(call, faults, "id", "name", "definition");
    input.required("name");
    Optional<Label> name = name(input, faults);
    Optional<String> id = input.text("id", MAX_NAME);
    if (id.filter(given -> !ID.matcher(given).matches() || given.equals(MAP)).isPresent()) {
      faults.add(
          "/id",
          "This is not an id.",
          "1 to 64 lower-case letters, digits and hyphens, the first no hyphen.");
    }
    JsonNode definition = definition(input, faults);
    faults.throwIfAny();
    GradingRule rule =
        services.rules().create(id, name.orElseThrow(), definition, call.caller().name());
    call.http().header("Location", Api.BASE + "/rules/" + rule.id());
    answer(call, 201, rule);
  }

  void draft(Call call) throws IOException {
    OptionalInt expected = VersionTags.given(call.http());
    var _ = services.rules().get(call.path("id"));
    Faults faults = new Faults();
    Input input = input(call, faults, "name", "definition");
    Optional<Label> name = name(input, faults);
    JsonNode definition = definition(input, faults);
    faults.throwIfAny();
    answer(
        call,
        200,
        services.rules().draft(call.path("id"), expected, name, definition, call.caller().name()));
  }

  void discard(Call call) {
    new Params(call.http()).check();
    services.rules().discard(call.path("id"), VersionTags.given(call.http()));
    call.http().status(204);
  }

  void retire(Call call) {
    new Params(call.http()).check();
    var _ = services.grader().retire(call.path("id"), VersionTags.given(call.http()));
    call.http().status(204);
  }

  void publish(Call call) throws IOException {
    Faults faults = new Faults();
    Input input = input(call, faults, "comment");
    String comment = input.text("comment", MAX_COMMENT).orElse("");
    faults.throwIfAny();
    JobRoutes.accepted(
        call,
        services
            .grader()
            .publish(
                call.path("id"), VersionTags.given(call.http()), comment, call.caller().name()));
  }

  void rollback(Call call) throws IOException {
    Faults faults = new Faults();
    Input input = input(call, faults, "version", "comment");
    input.required("version");
    int version = input.integer("version", 1, Integer.MAX_VALUE).orElse(1);
    String comment = input.text("comment", MAX_COMMENT).orElse("Back to version " + version);
    faults.throwIfAny();
    JobRoutes.accepted(
        call, services.grader().rollback(call.path("id"), version, comment, call.caller().name()));
  }

  void recompute(Call call) {
    new Params(call.http()).check();
    JobRoutes.accepted(call, services.grader().recompute(call.path("id"), call.caller().name()));
  }

  void versions(Call call) {
    new Params(call.http()).check();
    call.json(writer.versions(services.rules().versions(call.path("id"))));
  }

  private static Input input(Call call, Faults faults, String... members) throws IOException {
    new Params(call.http()).check();
    return new Input(Body.json(call.http()), "", faults, Set.of(members));
  }

  private static JsonNode definition(Input input, Faults faults) {
    Optional<JsonNode> definition = input.required("definition");
    faults.throwIfAny();
    return definition.orElseThrow(
        () -> new WinnowException(ProblemCode.INVALID_REQUEST, "The definition is missing."));
  }

  private static Optional<Label> name(Input input, Faults faults) {
    return input
        .node("name")
        .map(
            node -> {
              Input name = new Input(node, "/name", faults, Set.of("en", "zh"));
              name.required("en");
              name.required("zh");
              return new Label(
                  name.text("en", MAX_NAME).orElse(""), name.text("zh", MAX_NAME).orElse(""));
            });
  }

  private void answer(Call call, int status, GradingRule rule) {
    call.http().header("ETag", VersionTags.tag(rule.tag()));
    call.json(status, writer.one(call, rule));
  }
}
