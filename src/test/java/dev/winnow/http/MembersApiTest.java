package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import dev.winnow.exports.PullCursors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class MembersApiTest {
  private static final String MEMBERS = "/api/v1/segments/all/members";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      lines.append("{\"id\":\"C" + i + "\",\"fields\":{\"name\":\"Customer " + i + "\"}}\n");
    }
    client.bulk(lines.toString());
    client.post("/api/v1/segments", "{\"name\":\"All\",\"condition\":{\"all\":[]}}");
    client.post("/api/v1/segments", "{\"name\":\"Other\",\"condition\":{\"all\":[]}}");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("members").valueStream().map(member -> member.path("id").asString()).toList();
  }

  @Test
  void pages_stay_stable_while_customers_change() throws Exception {
    JsonNode page = client.get(MEMBERS + "?limit=10").json();
    List<String> read = new ArrayList<>(ids(page));
    client.delete("/api/v1/customers/C15");
    client.put("/api/v1/customers/C16", "{\"fields\":{\"name\":\"Renamed\"}}");
    client.put("/api/v1/customers/new", "{\"fields\":{\"name\":\"New\"}}");
    while (page.path("next").isString()) {
      String next = "&cursor=" + page.path("next").stringValue();
      page = client.get(MEMBERS + "?limit=10" + next).json();
      assertThat(client.get(MEMBERS + "?limit=10" + next).json()).isEqualTo(page);
      read.addAll(ids(page));
      assertThat(page.path("total").asInt()).isEqualTo(25);
      assertThat(page.toString()).doesNotContain("Renamed");
    }
    assertThat(read)
        .containsExactlyElementsOf(IntStream.range(0, 25).mapToObj(i -> "C" + i).toList());
  }

  @Test
  void a_cursor_is_good_for_its_list_and_its_reader_until_it_expires() throws Exception {
    String cursor = client.get(MEMBERS + "?limit=10").json().path("next").stringValue();
    assertThat(client.get("/api/v1/segments/other/members?cursor=" + cursor).code())
        .isEqualTo("invalid-cursor");
    List<String> viewer = List.of("Authorization", "Bearer " + server.key(Role.VIEWER));
    try (Client other = new Client(server, viewer)) {
      assertThat(other.get(MEMBERS + "?cursor=" + cursor).code()).isEqualTo("invalid-cursor");
    }
    assertThat(client.get(MEMBERS + "?cursor=nonsense").code()).isEqualTo("invalid-cursor");
    server.clock().advance(PullCursors.IDLE.minusSeconds(1));
    assertThat(client.get(MEMBERS + "?cursor=" + cursor).status()).isEqualTo(200);
    server.clock().advance(PullCursors.IDLE.plusSeconds(1));
    assertThat(client.get(MEMBERS + "?cursor=" + cursor).code()).isEqualTo("cursor-expired");
  }

  @Test
  void only_so_many_lists_are_open_at_once_and_finished_ones_make_way() throws Exception {
    String last = "";
    for (int i = 0; i < PullCursors.MAX_OPEN; i++) {
      last = client.get(MEMBERS + "?limit=20").json().path("next").stringValue();
    }
    var refused = client.get(MEMBERS + "?limit=20");
    assertThat(refused.code()).isEqualTo("too-many-requests");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(client.get(MEMBERS + "?limit=20&cursor=" + last).json().path("next").isNull())
        .isTrue();
    assertThat(client.get(MEMBERS + "?limit=20").status()).isEqualTo(200);
  }

  @Test
  void whole_lists_come_as_ndjson_or_csv() throws Exception {
    client.put(
        "/api/v1/customers/C3",
        "{\"fields\":{\"name\":\"=1+1\",\"total_spend\":-2.5,\"tags\":[\"a\",\"b,c\"]}}");
    assertThat(client.get(MEMBERS, "Accept", "application/x-ndjson").lines()).hasSize(25);
    var csv = client.get(MEMBERS + "?format=csv");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text())
        .startsWith("\ufeffid,name,")
        .contains("C3,'=1+1,", "\"a;b,c\"", ",-2.5,");
    assertThat(client.get(MEMBERS, "Accept", "image/png").code()).isEqualTo("not-acceptable");
  }
}
