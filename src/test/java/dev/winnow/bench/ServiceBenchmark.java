package dev.winnow.bench;

import dev.winnow.App;
import dev.winnow.Config;
import dev.winnow.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person at the screen waits for: the service with made-up customers, asked over HTTP.
 * Prints the time to load, heap, disk, and the latency of a screen refresh (exact total, every
 * facet of the panel with its own filter left out, first 50 customers) by number of filters, and of
 * lookups. Every question is new to the caches of whole answers; columns are warm, as after a
 * start. Before anything is measured, screens of every kind are asked for {@value #WARM_UP_SECONDS}
 * seconds: until then the compiler is still busy, on the same cores, with code that a service in
 * use has compiled long ago.
 */
public final class ServiceBenchmark {
  private static final int QUESTIONS = 200;
  private static final int WARM_UP_SECONDS = 15;
  private static final int MOST_FILTERS = 4;
  private static final int WARM_UP = 20;
  private static final List<String> PANEL =
      List.of(
          "customer_type",
          "industry",
          "region",
          "scale",
          "value_tier",
          "lifecycle",
          "purchase_behaviour",
          "product_preference",
          "channel",
          "owner",
          "tags",
          "total_spend");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Random random;
  private final App app;
  private final String key;

  private ServiceBenchmark(App app, long seed) {
    this.app = app;
    this.key = app.keys().create("benchmark", Role.VIEWER).secret();
    this.random = new Random(seed);
  }

  /** Arguments: customers (1000000), folder (a temporary one), seed (1). */
  public static void main(String[] args) throws IOException {
    int customers = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path folder =
        args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("winnow-benchmark");
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Files.createDirectories(folder);
    long start = System.nanoTime();
    Config config =
        Config.defaults(folder)
            .with(
                new Config.Overrides(
                    Optional.empty(),
                    OptionalInt.of(customers),
                    Optional.empty(),
                    OptionalInt.of(0)));
    try (App app = App.start(config)) {
      ServiceBenchmark benchmark = new ServiceBenchmark(app, seed);
      benchmark.print("start, sample included", "%.1f s", (System.nanoTime() - start) / 1e9);
      benchmark.sizes(folder);
      benchmark.warmUp();
      for (int filters = 0; filters <= MOST_FILTERS; filters++) {
        benchmark.screens(filters);
      }
      benchmark.lookups();
    }
  }

  private void sizes(Path folder) throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    long disk;
    try (var files = Files.walk(folder)) {
      disk = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
    print("customers", "%,d", app.customers());
    print("heap used after a collection", "%,d MB", used >> 20);
    print("of which columns", "%,d MB", app.columnBytes() >> 20);
    print("disk", "%,d MB", disk >> 20);
  }

  private void warmUp() throws IOException {
    List<JsonNode> facets = facets();
    long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      var _ = screen(facets, i % (MOST_FILTERS + 1));
    }
  }

  private void screens(int filters) throws IOException {
    List<JsonNode> facets = facets();
    double[] times = new double[QUESTIONS];
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      double millis = screen(facets, filters).millis();
      if (i >= 0) {
        times[i] = millis;
      }
    }
    report("screen refresh, " + filters + " filters", times);
  }

  private List<JsonNode> facets() throws IOException {
    return post("/customers/search", body("[]", 0)).json().path("facets").valueStream().toList();
  }

  /** One screen with so many random filters. */
  private Arrived screen(List<JsonNode> facets, int filters) throws IOException {
    List<JsonNode> shuffled = new ArrayList<>(facets);
    Collections.shuffle(shuffled, random);
    List<String> clauses = new ArrayList<>();
    for (int facet = 0; clauses.size() < filters; facet++) {
      clause(shuffled.get(facet)).ifPresent(clauses::add);
    }
    return post("/customers/search", body(clauses.toString(), 50));
  }

  private Optional<String> clause(JsonNode facet) {
    JsonNode values = facet.path("values");
    String field = facet.path("field").asString();
    if (values.isEmpty()) {
      int from = random.nextInt(100_000);
      return facet.has("histogram")
          ? Optional.of("{\"field\":\"%s\",\"gte\":%d}".formatted(field, from))
          : Optional.empty();
    }
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String value = values.get(random.nextInt(values.size())).path("value").asString();
      chosen.add(JSON.writeValueAsString(value));
    }
    return Optional.of("{\"field\":\"%s\",\"in\":%s}".formatted(field, chosen));
  }

  private void lookups() throws IOException {
    List<String> names = new ArrayList<>();
    for (int page = 0; page < 10; page++) {
      String body =
          "{\"condition\":{\"bucket\":{\"salt\":\"b%d\",\"from\":0,\"to\":1}},\"limit\":100}"
              .formatted(page);
      for (JsonNode customer : post("/customers/search", body).json().path("customers")) {
        names.add(customer.path("fields").path("name").asString());
      }
    }
    double[] parts = new double[QUESTIONS];
    double[] words = new double[QUESTIONS];
    double[] typing = new double[QUESTIONS];
    for (int i = -WARM_UP; i < QUESTIONS; i++) {
      String name = names.get(random.nextInt(names.size()));
      int at = random.nextInt(Math.max(1, name.length() - 3));
      String part = name.substring(at, Math.min(name.length(), at + 4)).strip();
      Arrived byPart = post("/customers/search", text(part, 20));
      Arrived byName = post("/customers/search", text(name, 20));
      Arrived typed = get("/suggest?q=" + encode(name.substring(0, Math.min(2, name.length()))));
      if (i >= 0) {
        parts[i] = byPart.millis();
        words[i] = byName.millis();
        typing[i] = typed.millis();
      }
    }
    report("lookup, four characters of a name", parts);
    report("lookup, whole name", words);
    report("suggestions, two characters", typing);
  }

  private static String body(String clauses, int limit) {
    String facets = String.join("\"},{\"field\":\"", PANEL);
    return "{\"condition\":{\"all\":%s},\"facets\":[{\"field\":\"%s\"}],\"limit\":%d}"
        .formatted(clauses, facets, limit);
  }

  private static String text(String text, int limit) {
    return "{\"text\":%s,\"limit\":%d}".formatted(JSON.writeValueAsString(text), limit);
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Arrived post(String path, String body) throws IOException {
    HttpURLConnection request = request(path);
    request.setDoOutput(true);
    request.setRequestProperty("Content-Type", "application/json");
    return send(request, body.getBytes(StandardCharsets.UTF_8));
  }

  private Arrived get(String path) throws IOException {
    return send(request(path), new byte[0]);
  }

  private HttpURLConnection request(String path) throws IOException {
    URL url = URI.create(app.url() + "/api/v1" + path).toURL();
    HttpURLConnection request = (HttpURLConnection) url.openConnection();
    request.setRequestProperty("Authorization", "Bearer " + key);
    return request;
  }

  /** Sends from this thread, over a connection kept open, as a client with no work of its own. */
  private static Arrived send(HttpURLConnection request, byte[] body) throws IOException {
    long start = System.nanoTime();
    if (body.length > 0) {
      request.setFixedLengthStreamingMode(body.length);
      request.getOutputStream().write(body);
    }
    if (request.getResponseCode() != 200) {
      throw new IllegalStateException("answered " + request.getResponseCode());
    }
    try (InputStream in = request.getInputStream()) {
      byte[] answer = in.readAllBytes();
      return new Arrived((System.nanoTime() - start) / 1e6, answer);
    }
  }

  /** An answer, and the time from the first byte asked to the last one here. */
  private record Arrived(double millis, byte[] body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  private void report(String what, double[] times) {
    Arrays.sort(times);
    print(
        what,
        "p50 %.1f ms, p95 %.1f ms",
        times[times.length / 2],
        times[(int) (times.length * 0.95)]);
  }

  private void print(String what, String format, Object... values) {
    out.println(String.format(Locale.ROOT, "%-40s %s", what, format.formatted(values)));
  }
}
