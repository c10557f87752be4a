package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.http.Client.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates over HTTP. */
final class DuplicatesApiTest {
  private static final String PAIRS = "/api/v1/duplicates";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    client.bulk(
        """
        {"id":"1","fields":{"name":"杭州云杉软件有限公司","phone":["0571-88886666"],"email":["a@yunshan.cn"],"region":"中国/浙江/杭州"}}
        {"id":"2","fields":{"name":"云杉軟件（杭州）","phone":["+86 571 8888 6666"],"address":"文三路100号","tags":["VIP"]}}
        {"id":"3","fields":{"name":"杭州云杉贸易有限公司","email":["b@yunshan.cn"],"region":"中国/浙江/杭州"}}
        {"id":"4","fields":{"name":"Maria Anders","birthday":"1980-01-02","code":"K1"}}
        {"id":"5","fields":{"name":"Anders, Maria","birthday":"1980-01-02","code":"K2"}}
        """);
    client.send(
        "POST",
        "/api/v1/activities/bulk",
        ("{\"kind\":\"purchase\",\"id\":\"a1\",\"customer\":\"2\",\"time\":\"2026-03-01\","
                + "\"order\":\"o1\",\"amount\":10,\"currency\":\"CNY\"}\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-ndjson");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void done(Reply accepted) {
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    var job = server.services().rules().jobs().await(accepted.json().path("job").asString());
    assertThat(job.orElseThrow().state().code()).as(job.toString()).isEqualTo("done");
  }

  private String search() throws Exception {
    done(client.post(PAIRS + "/search", ""));
    return client.get(PAIRS).json().at("/pairs/0/id").asString();
  }

  @Test
  void pairs_are_found_with_their_reasons() throws Exception {
    search();
    Reply list = client.get(PAIRS);
    assertThat(list.json().path("pairs").size()).as(list.text()).isEqualTo(1);
    assertThat(list.json().at("/pairs/0/left/id").asString()).isEqualTo("1");
    assertThat(list.json().at("/pairs/0/right/id").asString()).isEqualTo("2");
    assertThat(list.json().at("/pairs/0/state").asString()).isEqualTo("automatic");
    assertThat(list.json().at("/pairs/0/reasons").toString()).contains("\"phone\"", "\"name\"");
    assertThat(list.json().at("/counts/automatic").asInt()).isEqualTo(1);
  }

  @Test
  void a_merged_customer_is_gone_with_a_pointer_to_its_survivor_until_that_is_undone()
      throws Exception {
    String pair = search();
    String before = client.get("/api/v1/customers/2").json().path("fields").toString();
    Reply merged =
        client.post(
            PAIRS + "/" + pair + "/merge", "{\"keep\":\"1\",\"fields\":{\"name\":\"left\"}}");
    assertThat(merged.text()).isEqualTo("{\"survivor\":\"1\"}");
    Reply gone = client.get("/api/v1/customers/2");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.code()).isEqualTo("customer-merged");
    assertThat(gone.json().path("survivor").asString()).isEqualTo("1");
    assertThat(client.put("/api/v1/customers/2", "{\"fields\":{\"name\":\"x\"}}").status())
        .isEqualTo(410);
    assertThat(client.bulk("{\"id\":\"2\",\"fields\":{\"name\":\"x\"}}\n").text())
        .contains("\"outcome\":\"merged\"");
    Reply survivor = client.get("/api/v1/customers/1");
    assertThat(survivor.json().at("/fields/address").asString()).isEqualTo("文三路100号");
    assertThat(survivor.json().at("/fields/phone").size()).isEqualTo(1);
    assertThat(survivor.json().at("/fields/order_count").asInt()).isEqualTo(1);
    assertThat(client.post(PAIRS + "/" + pair + "/merge", "{\"keep\":\"1\"}").code())
        .isEqualTo("pair-decided");
    assertThat(client.get(PAIRS + "?state=merged").json().at("/pairs/0/undoable").asBoolean())
        .isTrue();

    Reply undone = client.post(PAIRS + "/" + pair + "/undo", "");
    assertThat(undone.json().path("state").asString()).as(undone.text()).isEqualTo("review");
    assertThat(client.get("/api/v1/customers/2").json().path("fields").toString())
        .isEqualTo(before);
    assertThat(client.get("/api/v1/customers/1").json().at("/fields/order_count").isMissingNode())
        .isTrue();
  }

  @Test
  void a_merge_is_not_undone_when_the_customer_was_changed_since() throws Exception {
    String pair = search();
    client.post(PAIRS + "/" + pair + "/merge", "{\"keep\":\"1\"}");
    client.patch("/api/v1/customers/1", "{\"fields\":{\"channel\":\"online\"}}");
    Reply refused = client.post(PAIRS + "/" + pair + "/undo", "");
    assertThat(refused.code()).isEqualTo("merge-changed");
    assertThat(refused.text()).contains("channel");
    assertThat(client.get(PAIRS + "/" + pair).json().path("undoable").asBoolean()).isFalse();
  }

  @Test
  void not_the_same_is_remembered() throws Exception {
    String pair = search();
    assertThat(client.post(PAIRS + "/" + pair + "/distinct", "").json().path("state").asString())
        .isEqualTo("distinct");
    search();
    assertThat(client.get(PAIRS).json().path("pairs").size()).isZero();
    assertThat(client.get(PAIRS + "?state=distinct").json().path("pairs").size()).isEqualTo(1);
    done(client.post(PAIRS + "/merge-automatic", ""));
    assertThat(client.get("/api/v1/customers/2").status()).isEqualTo(200);
  }

  @Test
  void likely_pairs_are_merged_by_themselves_but_not_those_with_different_codes() throws Exception {
    client.put(PAIRS + "/settings", "{\"automatic\":0.6,\"review\":0.01}");
    search();
    done(client.post(PAIRS + "/merge-automatic", ""));
    assertThat(
            client.get("/api/v1/customers/2").status() + client.get("/api/v1/customers/1").status())
        .isEqualTo(610);
    assertThat(client.get("/api/v1/customers/4").status()).isEqualTo(200);
    assertThat(client.get("/api/v1/customers/5").status()).isEqualTo(200);
  }

  @Test
  void a_search_that_has_ended_cannot_be_cancelled() throws Exception {
    Reply accepted = client.post(PAIRS + "/search", "");
    done(accepted);
    String job = "/api/v1/jobs/" + accepted.json().path("job").asString();
    Reply refused = client.post(job + "/cancel", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("job-not-cancellable");
    assertThat(client.post("/api/v1/jobs/7777/cancel", "").status()).isEqualTo(404);
  }

  @Test
  void what_is_wrong_is_said() throws Exception {
    String pair = search();
    assertThat(client.get(PAIRS + "/none").code()).isEqualTo("duplicate-not-found");
    assertThat(client.post(PAIRS + "/" + pair + "/merge", "{\"keep\":\"9\"}").pointers())
        .containsExactly("/keep");
    assertThat(
            client
                .post(
                    PAIRS + "/" + pair + "/merge",
                    "{\"keep\":\"1\",\"fields\":{\"name\":\"both\",\"x\":\"left\"}}")
                .pointers())
        .containsExactlyInAnyOrder("/fields/name", "/fields/x");
    assertThat(client.post(PAIRS + "/" + pair + "/undo", "").code()).isEqualTo("pair-decided");
    assertThat(client.put(PAIRS + "/settings", "{\"automatic\":0.5,\"review\":0.8}").pointers())
        .containsExactly("/review");
    assertThat(client.get(PAIRS + "/settings").text())
        .isEqualTo("{\"automatic\":0.95,\"review\":0.75}");
  }
}
