package dev.winnow.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code winnow serve} in a process of its own, which can be killed. */
final class ServerProcess {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  /** An answer; status 0 when the server did not answer. */
  record Reply(int status, JsonNode json) {}

  private ServerProcess(Process process, String url, String key) {
    this.process = process;
    this.url = url;
    this.key = key;
  }

  /**
   * Starts the command and waits until it says that it is ready.
   *
   * @param options of the virtual machine
   */
  static ServerProcess start(Path data, String... options) throws IOException {
    Files.createDirectories(data);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.winnow.Main", "serve"));
    command.addAll(List.of("--data", data.toString(), "--port", "0", "--sample", "0"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    StringBuilder said = new StringBuilder();
    var output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.contains("Sign in")) {
        JsonNode server = JSON.readTree(Files.readAllBytes(data.resolve("server.json")));
        return new ServerProcess(
            process, server.path("url").asString(), server.path("key").asString());
      }
    }
    throw new AssertionError("The server did not start:\n" + said);
  }

  /** Sends {@code SIGKILL}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
    http.shutdownNow();
  }

  Reply get(String path) {
    return send("GET", path, Map.of(), List.of());
  }

  /** Posts bytes as they are. */
  Reply post(String path, byte[] body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  Reply send(String method, String path, Object body, List<String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET") || method.equals("DELETE")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    return send(request);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      String text = response.body();
      return new Reply(
          response.statusCode(), text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text));
    } catch (IOException e) {
      return new Reply(0, JSON.createObjectNode());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply(0, JSON.createObjectNode());
    }
  }
}
