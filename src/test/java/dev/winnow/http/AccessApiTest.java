package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import dev.winnow.exports.PullCursors;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessApiTest {
  @TempDir private Path folder;
  private TestServer server;
  private Client admin;
  private Client nobody;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    admin = new Client(server);
    nobody = new Client(server, List.of());
  }

  @AfterEach
  void stop() {
    admin.close();
    nobody.close();
    server.close();
  }

  private String signIn(Role role) throws Exception {
    String token = server.loginToken(role);
    var reply = nobody.post("/api/v1/sessions", "{\"token\":\"" + token + "\"}");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
    assertThat(nobody.post("/api/v1/sessions", "{\"token\":\"" + token + "\"}").code())
        .isEqualTo("not-signed-in");
    return reply.header("Set-Cookie").replaceAll(";.*", "");
  }

  @Test
  void every_route_keeps_out_those_without_its_role() throws Exception {
    for (Route route : routes()) {
      String path = route.path().replaceAll("\\{[a-z]+}", "x");
      var anonymous = nobody.sendJson(route.method().name(), path, "{}");
      switch (route.access()) {
        case Route.Access.Anyone() -> assertThat(anonymous.status()).isNotIn(403);
        case Route.Access.AtLeast(Role least) -> {
          assertThat(anonymous.status()).as(path).isEqualTo(401);
          for (Role role : Role.values()) {
            try (Client client =
                new Client(server, List.of("Authorization", "Bearer " + server.key(role)))) {
              var reply = client.sendJson(route.method().name(), path, "{}");
              assertThat(reply.status() == 403)
                  .as(path + " " + role)
                  .isEqualTo(!role.allows(least));
            }
          }
        }
      }
    }
  }

  private List<Route> routes() {
    return new Api(server.services(), new PullCursors(server.clock()), new Turnstile()).routes();
  }

  @Test
  void the_table_has_no_route_twice() {
    assertThat(routes().stream().map(route -> route.method() + " " + route.path()))
        .doesNotHaveDuplicates();
    Set<String> readable =
        routes().stream()
            .filter(route -> route.method().equals(HandlerType.GET))
            .map(Route::path)
            .collect(Collectors.toSet());
    assertThat(routes())
        .as("where one can GET, one can also HEAD")
        .noneMatch(
            route -> route.method().equals(HandlerType.HEAD) && readable.contains(route.path()));
  }

  @Test
  void a_session_signs_in_and_out() throws Exception {
    String cookie = signIn(Role.VIEWER);
    var me = nobody.get("/api/v1/me", "Cookie", cookie);
    assertThat(me.json().path("role").asString()).isEqualTo("viewer");
    String out = "/api/v1/sessions/current";
    assertThat(nobody.delete(out, "Cookie", cookie, "Sec-Fetch-Site", "same-origin").status())
        .isEqualTo(204);
    assertThat(nobody.get("/api/v1/me", "Cookie", cookie).code()).isEqualTo("not-signed-in");
  }

  @Test
  void changes_with_a_cookie_are_taken_from_own_pages_only() throws Exception {
    String cookie = signIn(Role.EDITOR);
    String path = "/api/v1/customers/X";
    String body = "{\"fields\":{\"name\":\"X\"}}";
    for (List<String> origin :
        List.of(
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"),
            List.of("Origin", "https://evil.example"),
            List.of("Origin", "null"),
            List.of("Cookie", cookie))) {
      assertThat(nobody.put(path, body, "Cookie", cookie, origin.get(0), origin.get(1)).code())
          .as(origin.toString())
          .isEqualTo("cross-site");
    }
    assertThat(nobody.put(path, body, "Cookie", cookie, "Origin", server.url()).status())
        .isEqualTo(201);
    var form =
        nobody.send(
            "PUT",
            path,
            body.getBytes(StandardCharsets.UTF_8),
            "Cookie",
            cookie,
            "Origin",
            server.url(),
            "Content-Type",
            "text/plain");
    assertThat(form.code()).isEqualTo("unsupported-media-type");
  }

  @Test
  void a_key_is_made_shown_once_used_and_revoked() throws Exception {
    var made = admin.post("/api/v1/keys", "{\"name\":\"tool\",\"role\":\"viewer\"}").json();
    List<String> bearer = List.of("Authorization", "Bearer " + made.path("key").asString());
    try (Client tool = new Client(server, bearer)) {
      assertThat(tool.get("/api/v1/me").json().path("name").asString()).isEqualTo("tool");
      assertThat(admin.get("/api/v1/keys").text()).doesNotContain(made.path("key").asString());
      assertThat(admin.delete("/api/v1/keys/" + made.path("id").asString()).status())
          .isEqualTo(204);
      assertThat(tool.get("/api/v1/me").code()).isEqualTo("not-signed-in");
    }
    var wrong = admin.post("/api/v1/keys", "{\"role\":\"king\"}");
    assertThat(wrong.pointers()).contains("", "/role");
  }

  @Test
  void a_login_link_signs_in_as_the_one_who_made_it() throws Exception {
    var link = admin.post("/api/v1/login-links", "").json();
    assertThat(link.path("url").asString()).startsWith(server.url() + "/login#token=");
    String token = link.path("url").asString().replaceAll(".*=", "");
    assertThat(nobody.post("/api/v1/sessions", "{\"token\":\"" + token + "\"}").status())
        .isEqualTo(204);
  }
}
