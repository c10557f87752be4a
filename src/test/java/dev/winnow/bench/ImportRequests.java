package dev.winnow.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports tables over HTTP, with the mapping that is proposed. */
final class ImportRequests implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> BUSY = Set.of("inspecting", "checking", "running");
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  ImportRequests(String url, String key) {
    this.url = url + "/api/v1/imports";
    this.key = key;
  }

  /** Sends a file, and returns the import's address. */
  String upload(Path file) throws IOException, InterruptedException {
    JsonNode made = send("POST", "?name=" + file.getFileName(), BodyPublishers.ofFile(file));
    return "/" + made.path("id").asString();
  }

  /** Agrees with the mapping that is proposed, and returns it. */
  JsonNode agree(String address) throws IOException, InterruptedException {
    JsonNode mapping = send("GET", address + "/proposal", BodyPublishers.noBody()).path("mapping");
    var _ = send("PUT", address + "/mapping", json(Map.of("mapping", mapping)));
    return mapping;
  }

  /** Begins something; its end is to be waited for. */
  void begin(String address, String action) throws IOException, InterruptedException {
    var _ = send("POST", address + "/" + action, json(Map.of("mode", "upsert")));
  }

  /** The import, when nothing goes on any more. */
  JsonNode settled(String address) throws IOException, InterruptedException {
    while (true) {
      JsonNode run = send("GET", address, BodyPublishers.noBody());
      if (!BUSY.contains(run.path("state").asString())) {
        if (run.path("problem").isObject()) {
          throw new IOException(run.path("problem").toString());
        }
        return run;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private static BodyPublisher json(Object value) {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(value));
  }

  private JsonNode send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    var response = client.send(request, BodyHandlers.ofByteArray());
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
