package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentsApiTest {
  private static final String SEGMENTS = "/api/v1/segments";
  private static final String HIGH = "{\"field\":\"value_tier\",\"in\":[\"high\"]}";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    client.bulk(
        """
        {"id":"1","fields":{"name":"One","value_tier":"high","total_spend":10}}
        {"id":"2","fields":{"name":"Two","value_tier":"high"}}
        {"id":"3","fields":{"name":"Three","value_tier":"low"}}
        """);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static String body(String name, String condition) {
    return "{\"name\":\"" + name + "\",\"condition\":" + condition + "}";
  }

  @Test
  void a_segment_is_created_listed_changed_restored_and_deleted() throws Exception {
    var created = client.post(SEGMENTS, body("Key accounts", HIGH));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo(SEGMENTS + "/key-accounts");
    assertThat(created.json().path("count").asInt()).isEqualTo(2);
    assertThat(created.json().path("createdBy").asString()).isEqualTo("test admin");

    String one = SEGMENTS + "/key-accounts";
    String edited = body("Key accounts", "{\"not\":" + HIGH + "}");
    assertThat(client.put(one, edited).code()).isEqualTo("version-required");
    var changed = client.put(one, edited, "If-Match", created.header("ETag"));
    assertThat(changed.json().path("count").asInt()).isEqualTo(1);
    assertThat(client.put(one, edited, "If-Match", created.header("ETag")).code())
        .isEqualTo("stale-version");

    var restored = client.post(one + "/restore", "{\"version\":1}");
    assertThat(restored.json().path("version").asInt()).isEqualTo(3);
    assertThat(client.get(one + "/versions").json().path("versions").size()).isEqualTo(3);
    assertThat(client.get(SEGMENTS).json().at("/segments/0/count").asInt()).isEqualTo(2);
    assertThat(client.get("/api/v1/customers/1/segments").text())
        .contains("\"id\":\"key-accounts\"");

    assertThat(client.delete(one).status()).isEqualTo(204);
    assertThat(client.get(one).code()).isEqualTo("segment-not-found");
  }

  @Test
  void an_archived_segment_is_left_out_unless_asked_for() throws Exception {
    client.post(SEGMENTS, body("Key", HIGH));
    assertThat(client.post(SEGMENTS + "/key/archive", "").json().path("archived").asBoolean())
        .isTrue();
    assertThat(client.get(SEGMENTS).text()).isEqualTo("{\"segments\":[]}");
    assertThat(client.get(SEGMENTS + "?archived=true").text()).contains("\"id\":\"key\"");
    assertThat(client.post(SEGMENTS + "/key/unarchive", "").status()).isEqualTo(200);
    assertThat(client.post(SEGMENTS + "/key/clone", "{\"name\":\"Twin\"}").status()).isEqualTo(201);
  }

  @Test
  void a_segment_that_others_refer_to_is_not_deleted_and_no_circle_is_saved() throws Exception {
    var base = client.post(SEGMENTS, body("Base", HIGH));
    client.post(SEGMENTS, body("Above", "{\"segment\":\"base\"}"));
    var refused = client.delete(SEGMENTS + "/base");
    assertThat(refused.code()).isEqualTo("segment-in-use");
    assertThat(refused.text()).contains("above");
    var circle =
        client.put(
            SEGMENTS + "/base",
            body("Base", "{\"segment\":\"above\"}"),
            "If-Match",
            base.header("ETag"));
    assertThat(circle.code()).isEqualTo("segment-cycle");
  }

  @Test
  void a_preview_counts_every_clause_on_its_own() throws Exception {
    var preview =
        client
            .post(
                SEGMENTS + "/preview",
                "{\"condition\":{\"all\":["
                    + HIGH
                    + ",{\"not\":{\"field\":\"total_spend\",\"exists\":true}}]}}")
            .json();
    assertThat(preview.path("total").asInt()).isEqualTo(1);
    assertThat(preview.path("everyone").asInt()).isEqualTo(3);
    assertThat(preview.path("clauses").valueStream().map(c -> c.path("pointer").asString()))
        .containsExactly("", "/all/0", "/all/1", "/all/1/not");
    assertThat(preview.path("clauses").valueStream().map(c -> c.path("count").asInt()))
        .containsExactly(1, 2, 2, 1);
  }

  @Test
  void a_faulty_segment_is_refused_with_pointers() throws Exception {
    var reply =
        client.post(SEGMENTS, "{\"nmae\":\"x\",\"condition\":{\"any\":[{\"field\":\"x\"}]}}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.pointers()).contains("/nmae", "/name", "/condition/any/0/field");
    assertThat(client.post(SEGMENTS + "/preview", "{}").code()).isEqualTo("invalid-request");
  }
}
