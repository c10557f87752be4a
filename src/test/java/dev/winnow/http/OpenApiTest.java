package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.exports.PullCursors;
import dev.winnow.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The description and the route table say the same; {@link Client} holds answers against it. */
final class OpenApiTest {
  private static final Set<ProblemCode> NEVER_ANSWERED = Set.of(ProblemCode.INVALID_CONFIGURATION);
  private static final List<String> METHODS =
      List.of("get", "head", "put", "post", "patch", "delete");

  @TempDir private Path folder;

  private final JsonNode document = new OpenApiCheck().document();

  @Test
  void every_route_is_described_with_its_role_and_nothing_else_is() throws Exception {
    Map<String, String> described = new TreeMap<>();
    for (var path : document.path("paths").properties()) {
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        if (!operation.isMissingNode()) {
          String open = operation.path("security").isArray() ? "public" : "";
          described.put(method + " " + path.getKey(), operation.path("x-role").asString(open));
        }
      }
    }
    Map<String, String> routes = new TreeMap<>();
    try (TestServer server = new TestServer(folder)) {
      for (Route route :
          new Api(server.services(), new PullCursors(server.clock()), new Turnstile()).routes()) {
        String role =
            switch (route.access()) {
              case Route.Access.Anyone() -> "public";
              case Route.Access.AtLeast(var least) -> least.code();
            };
        routes.put(route.method().name().toLowerCase(Locale.ROOT) + " " + route.path(), role);
      }
    }
    assertThat(described).isEqualTo(routes);
  }

  @Test
  void every_problem_code_is_described() {
    List<String> codes =
        Stream.of(ProblemCode.values())
            .filter(code -> !NEVER_ANSWERED.contains(code))
            .map(ProblemCode::code)
            .toList();
    assertThat(
            document
                .at("/components/schemas/Problem/properties/code/enum")
                .valueStream()
                .map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void every_operation_has_a_name_a_summary_and_answers() {
    List<String> names =
        document
            .path("paths")
            .valueStream()
            .flatMap(path -> METHODS.stream().map(path::path))
            .filter(operation -> !operation.isMissingNode())
            .peek(operation -> assertThat(operation.path("summary").asString("")).isNotBlank())
            .peek(operation -> assertThat(operation.path("responses").has("default")).isTrue())
            .map(operation -> operation.path("operationId").asString(""))
            .toList();
    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void the_description_is_served_to_anyone() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client nobody = new Client(server, List.of())) {
      assertThat(nobody.get("/api/openapi.json").json()).isEqualTo(document);
      assertThat(nobody.get("/health/live").text()).isEqualTo("{\"status\":\"ok\"}");
      assertThat(nobody.get("/health/ready").status()).isEqualTo(200);
    }
  }
}
