package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write.Expected;
import dev.winnow.ingest.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Where values come from, how complete and old customers are, and archived ones. */
final class RecordsApiTest {
  private static final String C1 = "/api/v1/customers/C1";
  private static final String SEARCH = "/api/v1/customers/search";

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

  private void restart() throws Exception {
    stop();
    start();
  }

  private JsonNode search(String condition) throws Exception {
    return client
        .post(SEARCH, "{\"condition\":" + condition + ",\"facets\":[{\"field\":\"region\"}]}")
        .json();
  }

  private long total(String condition) throws Exception {
    return search(condition).path("total").asLong();
  }

  private void put(String id, String fields) throws Exception {
    assertThat(client.put("/api/v1/customers/" + id, "{\"fields\":" + fields + "}").status())
        .isIn(200, 201);
  }

  @Test
  void a_value_keeps_its_origin_until_it_changes() throws Exception {
    String first = server.clock().instant().toString();
    put("C1", "{\"name\":\"A\",\"phone\":[\"1234567\"],\"owner\":\"x\"}");
    String tag = client.get(C1).header("ETag");
    server.clock().advance(Duration.ofDays(40));
    put("C1", "{\"name\":\"A\",\"phone\":[\"1234567\"],\"owner\":\"x\"}");
    assertThat(client.get(C1).header("ETag")).isEqualTo(tag);
    String second = server.clock().instant().toString();
    client.patch(C1, "{\"fields\":{\"owner\":\"y\"}}");
    for (int round = 0; round < 2; round++) {
      JsonNode read = client.get(C1).json();
      assertThat(read.at("/origins/name/at").asString()).isEqualTo(first);
      assertThat(read.at("/origins/owner/at").asString()).isEqualTo(second);
      assertThat(read.at("/origins/owner/source").asString()).isEqualTo("api:test admin");
      assertThat(read.at("/fields/updated_on").asString()).isEqualTo(second.substring(0, 10));
      restart();
    }
  }

  @Test
  void several_sources_are_all_named() throws Exception {
    put("C1", "{\"name\":\"A\",\"owner\":\"x\"}");
    var change =
        new Change.Merge(
            "C1",
            Json.read("{\"owner\":\"y\",\"code\":\"7\"}".getBytes(StandardCharsets.UTF_8)),
            Expected.ANYTHING);
    var _ =
        server
            .services()
            .pipeline()
            .apply(change, new Origin("import:erp", server.clock().instant()));
    JsonNode read = client.get(C1).json();
    assertThat(read.at("/fields/sources").toString())
        .isEqualTo("[\"api:test admin\",\"import:erp\"]");
    assertThat(read.at("/origins/name/source").asString()).isEqualTo("api:test admin");
    assertThat(read.at("/origins/code/source").asString()).isEqualTo("import:erp");
    assertThat(total("{\"field\":\"sources\",\"in\":[\"import:erp\"]}")).isEqualTo(1);
    assertThat(total("{\"field\":\"sources\",\"in\":[\"import:other\"]}")).isZero();
  }

  @Test
  void fields_that_winnow_fills_are_refused() throws Exception {
    var reply = client.put(C1, "{\"fields\":{\"name\":\"A\",\"completeness\":100}}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).containsExactly("/fields/completeness");
    assertThat(reply.text()).contains("is filled by Winnow");
    put("C1", "{\"name\":\"A\"}");
    assertThat(client.patch(C1, "{\"fields\":{\"archived_on\":\"2026-01-01\"}}").pointers())
        .containsExactly("/fields/archived_on");
    assertThat(
            client.bulk("{\"id\":\"C2\",\"fields\":{\"name\":\"B\",\"sources\":[\"x\"]}}\n").text())
        .contains("rejected");
  }

  @Test
  void an_archived_customer_is_left_out_of_everything_that_does_not_ask_for_it() throws Exception {
    put("C1", "{\"name\":\"杭州云杉\",\"region\":\"中国/浙江\"}");
    put("C2", "{\"name\":\"杭州银杏\",\"region\":\"中国/浙江\"}");
    String segment =
        client
            .post(
                "/api/v1/segments",
                "{\"name\":\"Zhejiang\",\"condition\":{\"field\":\"region\",\"in\":[\"中国/浙江\"]}}")
            .json()
            .path("id")
            .asString();
    assertThat(client.post(C1 + "/archive", "").status()).isEqualTo(200);
    String archived = "{\"field\":\"archived_on\",\"exists\":true}";
    for (int round = 0; round < 2; round++) {
      JsonNode answer = search("{\"all\":[]}");
      assertThat(answer.path("total").asLong()).isEqualTo(1);
      assertThat(answer.path("everyone").asLong()).isEqualTo(1);
      assertThat(answer.at("/facets/0/values/0/count").asLong()).isEqualTo(1);
      assertThat(total(archived)).isEqualTo(1);
      assertThat(total("{\"not\":{\"field\":\"archived_on\",\"gte\":\"2099-01-01\"}}"))
          .isEqualTo(2);
      assertThat(client.get("/api/v1/suggest?q=%E6%9D%AD%E5%B7%9E").text()).doesNotContain("C1");
      assertThat(client.get("/api/v1/segments/" + segment).json().path("count").asLong())
          .isEqualTo(1);
      assertThat(client.get("/api/v1/segments/" + segment + "/members").text())
          .contains("C2")
          .doesNotContain("C1");
      JsonNode preview =
          client
              .post(
                  "/api/v1/segments/preview",
                  "{\"condition\":{\"all\":["
                      + archived
                      + ",{\"field\":\"region\",\"in\":[\"中国\"]}]}}")
              .json();
      assertThat(preview.path("total").asLong()).isEqualTo(1);
      assertThat(preview.path("everyone").asLong()).isEqualTo(2);
      assertThat(preview.at("/clauses/2/count").asLong()).isEqualTo(2);
      assertThat(client.get(C1).json().path("archivedOn").asString()).isEqualTo("2026-03-01");
      assertThat(client.get(C1 + "/segments").json().path("segments").isEmpty()).isTrue();
      JsonNode explained = client.get(C1 + "/explain?segment=" + segment).json();
      assertThat(explained.path("matches").asBoolean()).isFalse();
      restart();
    }
    put("C1", "{\"name\":\"杭州云杉\",\"region\":\"中国/浙江\"}");
    assertThat(total("{\"all\":[]}")).isEqualTo(2);
    assertThat(total(archived)).isZero();
    assertThat(client.post(C1 + "/archive", "").json().has("archivedOn")).isTrue();
    assertThat(client.post(C1 + "/unarchive", "").json().has("archivedOn")).isFalse();
  }

  @Test
  void completeness_and_age_are_what_counting_by_hand_gives() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Map<String, Integer> completeness = new TreeMap<>();
    Map<String, String> days = new TreeMap<>();
    List<String> all =
        List.of("name", "customer_type", "region", "owner", "phone", "email", "address");
    for (int i = 0; i < 60; i++) {
      server.clock().advance(Duration.ofDays(random.nextInt(20)));
      boolean person = random.nextBoolean();
      List<String> present = new ArrayList<>(List.of("name", "customer_type"));
      StringBuilder fields = new StringBuilder("{\"name\":\"N\",\"customer_type\":\"");
      fields.append(person ? "individual" : "enterprise").append('"');
      Map<String, String> others =
          Map.of(
              "owner", "\"Li\"",
              "phone", "[\"12345678\"]",
              "email", "[\"a@b.cn\"]",
              "address", "\"here\"",
              "region", "\"中国\"",
              "birthday", "\"1980-01-01\"",
              "industry", "\"制造业\"");
      for (var other : new TreeMap<>(others).entrySet()) {
        if (random.nextBoolean()) {
          present.add(other.getKey());
          fields.append(",\"").append(other.getKey()).append("\":").append(other.getValue());
        }
      }
      put("R" + i, fields.append('}').toString());
      List<String> wanted = new ArrayList<>(all);
      wanted.addAll(
          person ? List.of("birthday", "occupation") : List.of("industry", "scale", "contact"));
      long has = wanted.stream().filter(present::contains).count();
      completeness.put("R" + i, (int) (100 * has / wanted.size()));
      days.put("R" + i, server.clock().instant().toString().substring(0, 10));
    }
    for (int below : new int[] {20, 40, 60, 80, 100}) {
      assertThat(total("{\"field\":\"completeness\",\"lt\":" + below + "}"))
          .as("seed %d", seed)
          .isEqualTo(completeness.values().stream().filter(each -> each < below).count());
    }
    String middle = days.get("R30");
    assertThat(total("{\"field\":\"updated_on\",\"gte\":\"" + middle + "\"}"))
        .as("seed %d", seed)
        .isEqualTo(days.values().stream().filter(day -> day.compareTo(middle) >= 0).count());
    JsonNode upkeep = client.get("/api/v1/upkeep?olderThan=100&below=60").json();
    assertThat(upkeep.at("/incomplete/0/count").asLong())
        .isEqualTo(completeness.values().stream().filter(each -> each < 60).count());
    String since = server.clock().instant().minus(Duration.ofDays(100)).toString().substring(0, 10);
    long stale = days.values().stream().filter(day -> day.compareTo(since) < 0).count();
    assertThat(upkeep.at("/stale/0/count").asLong()).as("seed %d", seed).isEqualTo(stale);
    assertThat(sum(upkeep, "groups", "stale")).isEqualTo(stale);
    assertThat(sum(upkeep, "age", "count")).isEqualTo(60);
    assertThat(sum(upkeep, "completeness", "count")).isEqualTo(60);
    for (String part : List.of("age", "completeness", "missing", "stale", "incomplete")) {
      for (JsonNode number : upkeep.path(part)) {
        assertThat(total(number.path("condition").toString()))
            .as("seed %d %s %s", seed, part, number)
            .isEqualTo(number.path("count").asLong());
      }
    }
  }

  @Test
  void what_upkeep_is_asked_must_make_sense() throws Exception {
    assertThat(client.get("/api/v1/upkeep?by=name").code()).isEqualTo("invalid-request");
    assertThat(client.get("/api/v1/upkeep?olderThan=0").code()).isEqualTo("invalid-request");
    assertThat(client.get("/api/v1/upkeep?by=channel").json().path("by").asString())
        .isEqualTo("channel");
  }

  @Test
  void archiving_many_tells_what_became_of_each() throws Exception {
    put("C1", "{\"name\":\"A\"}");
    put("C2", "{\"name\":\"B\"}");
    Origin origin = new Origin("import:erp", server.clock().instant());
    var pipeline = server.services().pipeline();
    assertThat(pipeline.archive(List.of("C1", "X"), Durability.JOURNALED, origin))
        .extracting(receipt -> receipt.outcome().code())
        .containsExactly("updated", "not-found");
    assertThat(pipeline.archive(List.of("C1"), Durability.JOURNALED, origin))
        .extracting(receipt -> receipt.outcome().code())
        .containsExactly("unchanged");
    assertThat(pipeline.unarchive(List.of("C1", "C2"), Durability.JOURNALED))
        .extracting(receipt -> receipt.outcome().code())
        .containsExactly("updated", "unchanged");
  }

  private static long sum(JsonNode answer, String list, String member) {
    return answer.path(list).valueStream().mapToLong(each -> each.path(member).asLong()).sum();
  }
}
