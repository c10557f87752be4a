package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks to the API with a key. */
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  public ApiClient(String url, String key) {
    this.url = url;
    this.key = key;
  }

  /** The answer to a request for an address of the service, with or without its host. */
  public JsonNode get(String address) {
    return send("GET", address, BodyPublishers.noBody());
  }

  public JsonNode post(String address, Object body) {
    return send("POST", address, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  /** Sends a text as it is. */
  public JsonNode upload(String address, String text) {
    return send("POST", address, BodyPublishers.ofString(text));
  }

  /** Sends a file as it is. */
  public JsonNode upload(String address, Path file) throws IOException {
    return send("POST", address, BodyPublishers.ofFile(file));
  }

  public JsonNode put(String address, Object body) {
    return send("PUT", address, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  public JsonNode delete(String address) {
    return send("DELETE", address, BodyPublishers.noBody());
  }

  @Override
  public void close() {
    http.close();
  }

  private JsonNode send(String method, String address, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url).resolve(address))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
