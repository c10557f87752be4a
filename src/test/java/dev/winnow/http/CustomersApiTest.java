package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CustomersApiTest {
  private static final String C1 = "/api/v1/customers/C1";

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
  void a_customer_is_put_read_patched_and_deleted() throws Exception {
    var created = client.put(C1, "{\"fields\":{\"name\":\"云杉软件\",\"total_spend\":123.45}}");
    assertThat(created.status()).isEqualTo(201);
    String tag = created.header("ETag");

    var read = client.get(C1);
    assertThat(read.header("ETag")).isEqualTo(tag);
    assertThat(read.text()).contains("\"fields\":{\"name\":\"云杉软件\",\"total_spend\":123.45,");
    assertThat(client.get(C1, "If-None-Match", tag).status()).isEqualTo(304);

    var patched =
        client.send(
            "PATCH",
            C1,
            "{\"fields\":{\"total_spend\":null,\"tags\":[\"a\",\"b\"]}}"
                .getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/merge-patch+json");
    var unknown = client.patch(C1, "{\"fields\":{\"phome\":null}}");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().at("/faults/0/pointer").asString()).isEqualTo("/fields/phome");
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().path("fields").toString())
        .startsWith("{\"name\":\"云杉软件\",\"tags\":[\"a\",\"b\"],");

    assertThat(client.delete(C1).status()).isEqualTo(204);
    assertThat(client.get(C1).code()).isEqualTo("customer-not-found");
    assertThat(client.delete(C1).status()).isEqualTo(404);
    assertThat(client.patch(C1, "{\"fields\":{}}").status()).isEqualTo(404);
  }

  @Test
  void the_same_put_again_changes_nothing() throws Exception {
    String body = "{\"fields\":{\"name\":\"Acme\"}}";
    String tag = client.put(C1, body).header("ETag");
    var again = client.put(C1, body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo(tag);
  }

  @Test
  void a_stale_version_is_refused_and_changes_nothing() throws Exception {
    String old = client.put(C1, "{\"fields\":{\"name\":\"One\"}}").header("ETag");
    String now = client.put(C1, "{\"fields\":{\"name\":\"Two\"}}", "If-Match", old).header("ETag");
    String three = "{\"fields\":{\"name\":\"Three\"}}";
    assertThat(client.put(C1, three, "If-Match", old).code()).isEqualTo("stale-version");
    assertThat(client.patch(C1, three, "If-Match", old).code()).isEqualTo("stale-version");
    assertThat(client.delete(C1, "If-Match", old).code()).isEqualTo("stale-version");
    assertThat(client.put(C1, three, "If-None-Match", "*").code()).isEqualTo("stale-version");
    assertThat(client.put(C1, three, "If-Match", "17").code()).isEqualTo("invalid-request");
    assertThat(client.get(C1).header("ETag")).isEqualTo(now);
  }

  @Test
  void all_faults_of_a_customer_are_named_with_their_place() throws Exception {
    var reply =
        client.put(C1, "{\"fields\":{\"total_spend\":\"much\",\"nmae\":\"x\",\"scale\":\"huge\"}}");
    assertThat(reply.code()).isEqualTo("invalid-customer");
    assertThat(reply.pointers())
        .contains("/fields/total_spend", "/fields/nmae", "/fields/scale", "/fields/name");
    assertThat(client.get(C1).status()).isEqualTo(404);
  }

  @Test
  void an_id_may_hold_what_an_address_may_not() throws Exception {
    String path = "/api/v1/customers/a%2Fb%20%E4%BA%91%3F%25";
    assertThat(client.put(path, "{\"fields\":{\"name\":\"Odd\"}}").status()).isEqualTo(201);
    assertThat(client.get(path).json().path("id").asString()).isEqualTo("a/b 云?%");
  }

  @Test
  void explain_shows_pass_or_fail_and_the_value_at_every_clause() throws Exception {
    client.put(C1, "{\"fields\":{\"name\":\"A\",\"value_tier\":\"high\",\"total_spend\":50}}");
    client.post(
        "/api/v1/segments",
        """
        {"name":"Key","id":"key","condition":{"all":[{"field":"value_tier","in":["high"]},
         {"not":{"field":"total_spend","gte":10}}]}}
        """);
    var tree = client.get(C1 + "/explain?segment=key").json().path("tree");
    assertThat(tree.path("matches").asBoolean()).isFalse();
    assertThat(tree.at("/parts/0/matches").asBoolean()).isTrue();
    assertThat(tree.at("/parts/0/actual").toString()).isEqualTo("[\"high\"]");
    assertThat(tree.at("/parts/1/kind").asString()).isEqualTo("not");
    assertThat(tree.at("/parts/1/parts/0/pointer").asString()).isEqualTo("/all/1/not");
    assertThat(tree.at("/parts/1/parts/0/matches").asBoolean()).isTrue();
    assertThat(tree.at("/parts/1/parts/0/actual").asInt()).isEqualTo(50);
    assertThat(client.get(C1 + "/segments").text()).isEqualTo("{\"segments\":[]}");
    assertThat(client.get(C1 + "/explain?segment=none").code()).isEqualTo("segment-not-found");
    assertThat(client.get(C1 + "/explain").code()).isEqualTo("invalid-request");
  }
}
