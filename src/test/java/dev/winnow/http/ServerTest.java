package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerTest {
  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void every_answer_tells_browsers_to_run_nothing_foreign() throws Exception {
    for (String path : List.of("/", "/api/v1/me", "/nothing", "/api/v1/nothing", "/health/live")) {
      var reply = client.get(path);
      assertThat(reply.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
          .doesNotContain("unsafe");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
    }
    assertThat(client.get("/api/v1/me").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void every_page_is_the_same_file_and_its_import_map_is_allowed() throws Exception {
    String page = client.get("/").text();
    assertThat(page).contains("importmap");
    for (String path :
        List.of(
            "/segments",
            "/segments/key",
            "/rules",
            "/rules/new",
            "/customers/C%2F1",
            "/login",
            "/keys")) {
      assertThat(client.get(path).text()).as(path).isEqualTo(page);
    }
    assertThat(client.get("/").header("Content-Security-Policy")).contains("'sha256-");
    String tag = client.get("/").header("ETag");
    assertThat(client.get("/", "If-None-Match", tag).status()).isEqualTo(304);
  }

  @Test
  void libraries_are_served_for_good_and_nothing_beside_them() throws Exception {
    var library = client.get("/webjars/lit/3.3.2/index.js");
    assertThat(library.header("Content-Type")).startsWith("text/javascript");
    assertThat(library.header("Cache-Control")).contains("immutable");
    assertThat(client.get("/webjars/echarts/5.5.0/echarts.esm.min.js").status()).isEqualTo(200);
    for (String path :
        List.of(
            "/webjars/lit/3.3.2/package.json",
            "/webjars/../dev/winnow/Main.class",
            "/webjars/lit/..%2f..%2f..%2fmaven/x.js",
            "/index-config/fields.yml",
            "/openapi.yaml",
            "/api/v1/../../web/index.html")) {
      assertThat(client.get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void the_files_of_the_pages_are_kept_by_browsers_until_the_next_start() throws Exception {
    Matcher script =
        Pattern.compile("src=\"(/v/[a-z0-9]+)(/app/main.js)\"").matcher(client.get("/").text());
    assertThat(script.find()).isTrue();
    var named = client.get(script.group(1) + script.group(2));
    assertThat(named.header("Content-Type")).startsWith("text/javascript");
    assertThat(named.header("Cache-Control")).contains("immutable");
    var earlier = client.get("/v/1" + script.group(2));
    assertThat(earlier.text()).isEqualTo(named.text());
    assertThat(earlier.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(client.get(script.group(1) + "/app/nothing.js").status()).isEqualTo(404);
  }

  @Test
  void a_person_at_a_wrong_address_gets_a_page_and_a_program_a_problem() throws Exception {
    var page = client.get("/segment", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).isEqualTo(client.get("/").text());
    assertThat(client.get("/segment").code()).isEqualTo("not-found");
    assertThat(client.get("/api/v1/nothing", "Accept", "text/html").code()).isEqualTo("not-found");
  }

  @Test
  void an_unknown_path_or_method_is_a_problem() throws Exception {
    assertThat(client.get("/api/v1/nothing").code()).isEqualTo("not-found");
    assertThat(client.post("/nothing", "{}").code()).isEqualTo("not-found");
    var wrong = client.delete("/api/v1/me");
    assertThat(wrong.code()).isEqualTo("method-not-allowed");
    assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(client.get("/api/v1/me?x=1").code()).isEqualTo("invalid-request");
    assertThat(client.send("HEAD", "/api/v1/me", new byte[0]).status()).isEqualTo(200);
  }

  @Test
  void a_foreign_name_for_a_loopback_address_is_not_served() throws Exception {
    for (String path : List.of("/", "/api/v1/me", "/health/live")) {
      String answer =
          RawHttp.send(
              server.url(),
              "GET " + path + " HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 421").contains("wrong-host");
    }
    HostGuard guard = new HostGuard("127.0.0.1");
    assertThat(List.of("localhost:8080", "LOCALHOST", "127.0.0.1", "[::1]:80"))
        .allMatch(guard::serves);
    assertThat(List.of("", "localhost.evil", "evil:127", "127.0.0.2")).noneMatch(guard::serves);
    assertThat(guard.serves(null)).isFalse();
    assertThat(new HostGuard("0.0.0.0").serves("crm.example")).isTrue();
  }

  @Test
  void a_client_that_goes_away_leaves_no_trace() throws Exception {
    StringBuilder lines = new StringBuilder();
    String address = "路".repeat(1_000);
    for (int i = 0; i < 3_000; i++) {
      lines.append(
          "{\"id\":\"C" + i + "\",\"fields\":{\"name\":\"N\",\"address\":\"" + address + "\"}}\n");
    }
    assertThat(client.bulk(lines.toString()).lines().getLast().at("/summary/inserted").asInt())
        .isEqualTo(3_000);
    client.post("/api/v1/segments", "{\"name\":\"All\",\"condition\":{\"all\":[]}}");
    List<LogRecord> logged = new ArrayList<>();
    Handler handler = recorder(logged);
    Logger.getLogger("").addHandler(handler);
    try {
      for (String format : List.of("ndjson", "csv")) {
        RawHttp.sendAndLeave(
            server.url(),
            "GET /api/v1/segments/all/members?format="
                + format
                + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Authorization: Bearer "
                + server.key(Role.VIEWER)
                + "\r\n\r\n");
        RawHttp.sendAndLeave(
            server.url(),
            "POST /api/v1/customers/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                + "Content-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer "
                + server.key(Role.EDITOR)
                + "\r\n\r\n{\"id\":\"half\",\"delete\":true}\n{\"id\":\"C1\",\"del");
      }
    } finally {
      server.close();
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(logged).extracting(LogRecord::getMessage).isEmpty();
  }

  private static Handler recorder(List<LogRecord> logged) {
    return new Handler() {
      @Override
      public synchronized void publish(LogRecord record) {
        if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
          logged.add(record);
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
