package dev.winnow;

import dev.winnow.problem.Fault;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server that has a data folder open at the moment, for commands run beside it. It leaves its
 * address and a key of its own in the folder while it runs; only the folder's owner can read them.
 *
 * @param url without a path
 * @param key an API key with the role admin
 */
record RunningServer(String url, String key) {
  /** The file in the data folder. */
  static final String FILE = "server.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String API = "/api/v1";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** The server of the folder; empty when none answers, whatever an old file says. */
  static Optional<RunningServer> of(Path data) {
    try {
      RunningServer server =
          JSON.readValue(Files.readAllBytes(data.resolve(FILE)), RunningServer.class);
      HttpRequest me = server.request("/me").timeout(PATIENCE).build();
      return CLIENT.send(me, BodyHandlers.discarding()).statusCode() == 200
          ? Optional.of(server)
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Leaves the address and the key in the folder, readable for its owner alone. */
  void remember(Path data) {
    try {
      Path fresh = Files.createTempFile(data, FILE, ".new");
      Files.write(fresh, JSON.writeValueAsBytes(this));
      Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the file away when the server stops. */
  static void forget(Path data) {
    try {
      Files.deleteIfExists(data.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Posts JSON and returns the JSON of the answer; a problem becomes an exception. */
  JsonNode post(String path, Object body) {
    return JSON.readTree(post(path, "application/json", JSON.writeValueAsString(body)));
  }

  /** The JSON at an address. */
  JsonNode get(String path) {
    return JSON.readTree(send(request(path)));
  }

  /** Puts JSON and returns the JSON of the answer. */
  JsonNode put(String path, Object body) {
    return JSON.readTree(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
  }

  /** A text as JSON. */
  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** Sends a file as it is, and returns the answer. */
  String upload(String method, String path, Path file) {
    try {
      return send(request(path).method(method, BodyPublishers.ofFile(file)));
    } catch (FileNotFoundException e) {
      throw new WinnowException(
          ProblemCode.INVALID_FILE, "There is no file %s.".formatted(file), e);
    }
  }

  /** Stores what is at an address in a file. */
  void download(String path, Path file) {
    var _ = exchange(request(path), BodyHandlers.ofFile(file));
  }

  private String post(String path, String type, String body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private String send(HttpRequest.Builder request) {
    HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
    if (response.statusCode() >= 400) {
      throw problem(response.body());
    }
    return response.body();
  }

  private <T> HttpResponse<T> exchange(HttpRequest.Builder request, BodyHandler<T> handler) {
    try {
      return CLIENT.send(request.build(), handler);
    } catch (IOException e) {
      throw new WinnowException(
          ProblemCode.UNAVAILABLE, "The server at %s stopped answering.".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WinnowException(ProblemCode.UNAVAILABLE, "Interrupted.", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + API + path))
        .header("Authorization", "Bearer " + key);
  }

  private static WinnowException problem(String body) {
    return problem(JSON.readTree(body));
  }

  /** What a problem document says, as an exception. */
  static WinnowException problem(JsonNode problem) {
    List<Fault> faults = faults(problem);
    String code = problem.path("code").asString("");
    return new WinnowException(
        Arrays.stream(ProblemCode.values())
            .filter(candidate -> candidate.code().equals(code))
            .findFirst()
            .orElse(ProblemCode.INTERNAL),
        faults.isEmpty()
            ? List.of(
                Fault.at("", problem.path("detail").asString(problem.path("title").asString(""))))
            : faults);
  }

  /** The faults of a problem or receipt. */
  static List<Fault> faults(JsonNode problem) {
    List<Fault> faults = new ArrayList<>();
    for (JsonNode fault : problem.path("faults")) {
      faults.add(
          new Fault(
              fault.path("pointer").asString(""),
              fault.path("detail").asString(""),
              fault.path("expected").asString("")));
    }
    return faults;
  }
}
