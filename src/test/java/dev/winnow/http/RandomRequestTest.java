package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.exports.PullCursors;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a client sends, it is answered, and never with a failure of the server's. */
final class RandomRequestTest {
  private static final int REQUESTS = 3_000;

  @TempDir private Path folder;

  @Test
  void no_request_makes_the_server_fail() throws Exception {
    long seed = Long.getLong("winnow.seed", System.nanoTime());
    System.out.println("RandomRequestTest seed " + seed);
    Random random = new Random(seed);
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      String cursor = fill(client);
      List<Route> routes =
          new Api(server.services(), new PullCursors(server.clock()), new Turnstile()).routes();
      for (int i = 0; i < REQUESTS; i++) {
        Route route = routes.get(random.nextInt(routes.size()));
        RandomRequest request = RandomRequest.of(random, route, cursor);
        if (endsAccess(route)) {
          continue;
        }
        var reply =
            client.send(
                request.method(),
                request.target(),
                request.body(),
                request.headers().toArray(String[]::new));
        assertThat(reply.status()).as("seed %d, %s", seed, request).isLessThan(500);
        if (reply.status() >= 400 && !request.method().equals("HEAD")) {
          assertThat(reply.header("Content-Type")).as("%s", request).startsWith(Problems.TYPE);
          assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
          assertThat(reply.response().body().length)
              .as("size of the answer to %s", request)
              .isLessThan(200_000);
        }
      }
      assertThat(client.get("/health/ready").status()).isEqualTo(200);
    }
  }

  /** The test needs its own key to go on. */
  private static boolean endsAccess(Route route) {
    return route.method().equals(HandlerType.DELETE) && route.path().contains("/keys");
  }

  private static String fill(Client client) throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add("{\"id\":\"C" + i + "\",\"fields\":{\"name\":\"Customer 客户 " + i + "\"}}");
    }
    client.bulk(String.join("\n", lines));
    client.post("/api/v1/segments", "{\"name\":\"All\",\"condition\":{\"all\":[]}}");
    return client.get("/api/v1/segments/all/members?limit=10").json().path("next").asString();
  }

  @Test
  void requests_that_are_hardly_http_get_a_problem() throws Exception {
    try (TestServer server = new TestServer(folder)) {
      for (String head :
          List.of(
              "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
              "GET /api/v1/customers/%ff%fe HTTP/1.1\r\nHost: localhost\r\n",
              "GET /api/v1/customers/%00 HTTP/1.1\r\nHost: localhost\r\n",
              "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n",
              "GET /app/..%2f..%2fx.js HTTP/1.1\r\nHost: localhost\r\n",
              "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n",
              "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n",
              "FROB /api/v1/me HTTP/1.1\r\nHost: localhost\r\n",
              "POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n",
              "GET / HTTP/1.1\r\nHost: evil.example\r\n",
              "GET /api/v1/suggest?q=%zz HTTP/1.1\r\nHost: localhost\r\n",
              "GET / HTTP/9.9\r\nHost: localhost\r\n",
              "GET / HTTP/1.1\r\n")) {
        String answer = RawHttp.send(server.url(), head + "Connection: close\r\n\r\n");
        assertThat(answer).as(head).startsWith("HTTP/1.1 4").contains("\"code\":\"");
      }
    }
  }

  @Test
  void an_answer_that_ends_the_connection_is_not_lost_while_the_body_is_still_sent()
      throws Exception {
    byte[] body = new byte[900_000];
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      for (int i = 0; i < 100; i++) {
        assertThat(client.send("POST", "/api/v1/customers/%00", body).code())
            .isEqualTo("invalid-request");
      }
    }
  }

  @Test
  void a_body_over_the_limit_is_refused() throws Exception {
    try (TestServer server = new TestServer(folder);
        Client client = new Client(server)) {
      String big = "{\"text\":\"" + "x".repeat(2 * Body.MAX_BYTES) + "\"}";
      assertThat(client.post("/api/v1/customers/search", big).code()).isEqualTo("too-large");
      byte[] latin = "{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
      assertThat(
              client
                  .send(
                      "POST", "/api/v1/customers/search", latin, "Content-Type", "application/json")
                  .code())
          .isEqualTo("invalid-json");
    }
  }
}
