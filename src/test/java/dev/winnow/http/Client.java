package dev.winnow.http;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Talks to a {@link TestServer} with an admin's key, and holds every answer against the API's
 * description.
 */
final class Client implements AutoCloseable {
  private static final OpenApiCheck CHECK = new OpenApiCheck();

  private final HttpClient http = HttpClient.newHttpClient();
  private final TestServer server;
  private final List<String> authorization;

  Client(TestServer server) {
    this(server, List.of("Authorization", "Bearer " + server.key(Role.ADMIN)));
  }

  Client(TestServer server, List<String> authorization) {
    this.server = server;
    this.authorization = authorization;
  }

  /** An answer. */
  record Reply(int status, HttpResponse<byte[]> response) {
    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return Json.read(response.body());
    }

    /** The JSON values of an answer that has one a line. */
    List<JsonNode> lines() {
      return text().lines().map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))).toList();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String code() {
      return json().path("code").asString("");
    }

    /** Pointers of all faults. */
    List<String> pointers() {
      return json().path("faults").valueStream().map(f -> f.path("pointer").asString()).toList();
    }
  }

  Reply get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, new byte[0], headers);
  }

  Reply post(String path, String json, String... headers) throws IOException, InterruptedException {
    return sendJson("POST", path, json, headers);
  }

  Reply put(String path, String json, String... headers) throws IOException, InterruptedException {
    return sendJson("PUT", path, json, headers);
  }

  Reply patch(String path, String json, String... headers)
      throws IOException, InterruptedException {
    return sendJson("PATCH", path, json, headers);
  }

  Reply delete(String path, String... headers) throws IOException, InterruptedException {
    return send("DELETE", path, new byte[0], headers);
  }

  Reply bulk(String lines) throws IOException, InterruptedException {
    return send(
        "POST",
        "/api/v1/customers/bulk",
        lines.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-ndjson");
  }

  Reply sendJson(String method, String path, String json, String... headers)
      throws IOException, InterruptedException {
    String[] all =
        Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
            .toArray(String[]::new);
    return send(method, path, json.getBytes(StandardCharsets.UTF_8), all);
  }

  Reply send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    Stream.of(authorization, List.of(headers))
        .filter(list -> !list.isEmpty())
        .forEach(list -> request.headers(list.toArray(String[]::new)));
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    CHECK.check(method, path, response);
    return new Reply(response.statusCode(), response);
  }

  @Override
  public void close() {
    http.close();
  }
}
