package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class ActivitiesApiTest {
  private static final String BIKE =
      """
      {"customer":"C1","kind":"purchase","time":"2026-02-01","order":"o1","product":"Bike",\
      "category":"Bikes","quantity":2,"amount":120.5}""";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    client.bulk(
        "{\"id\":\"C1\",\"fields\":{\"name\":\"One\"}}\n{\"id\":\"C2\",\"fields\":{\"name\":\"Two\"}}");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void a_purchase_shows_at_once_in_the_customers_fields_and_a_correction_too() throws Exception {
    assertThat(client.put("/api/v1/activities/a1", BIKE).status()).isEqualTo(201);
    assertThat(field("C1", "total_spend").asDouble()).isEqualTo(120.5);
    assertThat(field("C1", "order_count").asInt()).isEqualTo(1);
    assertThat(client.put("/api/v1/activities/a1", BIKE).status()).isEqualTo(200);
    String corrected = BIKE.replace("120.5", "99").replace("C1", "C2");
    assertThat(client.put("/api/v1/activities/a1", corrected).status()).isEqualTo(200);
    assertThat(field("C1", "total_spend").isMissingNode()).isTrue();
    assertThat(field("C2", "total_spend").asDouble()).isEqualTo(99);
    assertThat(client.get("/api/v1/activities/a1").json().path("customer").asString())
        .isEqualTo("C2");
    assertThat(client.delete("/api/v1/activities/a1").status()).isEqualTo(204);
    assertThat(field("C2", "total_spend").isMissingNode()).isTrue();
    assertThat(client.get("/api/v1/activities/a1").json().path("code").asString())
        .isEqualTo("activity-not-found");
  }

  @Test
  void every_line_of_a_bulk_gets_a_receipt() throws Exception {
    var lines =
        client
            .send(
                "POST",
                "/api/v1/activities/bulk",
                """
                {"id":"a1","customer":"C1","kind":"purchase","time":"2026-02-01","amount":10}
                {"id":"a1","customer":"C1","kind":"purchase","time":"2026-02-01","amount":10}
                {"id":"a2","customer":"nobody","kind":"purchase","time":"2026-02-01","amount":10}
                {"id":"a3","customer":"C1","kind":"purchse","time":"2026-02-01"}
                {"id":"a4","customer":"C1","kind":"feedback","time":"2026-02-02","type":"complaint","text":"发货太慢"}
                {"delete":"a1"}
                {"delete":"a1"}
                """
                    .getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-ndjson")
            .lines();
    assertThat(lines.stream().map(line -> line.path("outcome").asString("")))
        .containsExactly(
            "inserted",
            "unchanged",
            "rejected",
            "rejected",
            "inserted",
            "deleted",
            "not-found",
            "");
    assertThat(lines.get(2).at("/faults/0/pointer").asString()).isEqualTo("/customer");
    assertThat(lines.get(3).at("/faults/0/pointer").asString()).isEqualTo("/kind");
  }

  @Test
  void a_timeline_is_read_page_by_page_by_kind_and_by_text() throws Exception {
    for (int i = 1; i <= 5; i++) {
      client.put("/api/v1/activities/p" + i, BIKE.replace("2026-02-01", "2026-02-0" + i));
    }
    client.put(
        "/api/v1/activities/f1",
        """
        {"customer":"C1","kind":"feedback","time":"2026-02-03T10:00:00Z","type":"complaint","text":"发货太慢"}""");
    JsonNode first = client.get("/api/v1/customers/C1/activities?limit=4").json();
    assertThat(first.path("total").asInt()).isEqualTo(6);
    assertThat(first.path("openComplaints").asInt()).isEqualTo(1);
    assertThat(ids(first)).containsExactly("p5", "p4", "f1", "p3");
    JsonNode second =
        client
            .get("/api/v1/customers/C1/activities?limit=4&before=" + first.path("next").asString())
            .json();
    assertThat(ids(second)).containsExactly("p2", "p1");
    assertThat(second.path("next").isNull()).isTrue();
    assertThat(ids(client.get("/api/v1/customers/C1/activities?kind=feedback").json()))
        .containsExactly("f1");
    assertThat(ids(client.get("/api/v1/customers/C1/activities?text=%E5%8F%91%E8%B4%A7").json()))
        .containsExactly("f1");
    assertThat(
            client.get("/api/v1/customers/C1/activities?before=x").json().path("code").asString())
        .isEqualTo("invalid-cursor");
    assertThat(client.get("/api/v1/customers/none/activities").status()).isEqualTo(404);
  }

  @Test
  void spend_is_told_by_month_and_kinds_with_their_values() throws Exception {
    client.put("/api/v1/activities/p1", BIKE);
    client.put("/api/v1/activities/p2", BIKE.replace("2026-02-01", "2026-01-31"));
    client.put(
        "/api/v1/activities/p3",
        BIKE.replace("120.5", "-20.5").replace("\"quantity\":2", "\"quantity\":-1"));
    assertThat(client.get("/api/v1/customers/C1/spend").json().path("months").toString())
        .isEqualTo(
            "[{\"month\":\"2026-01\",\"amount\":120.5,\"orders\":1},"
                + "{\"month\":\"2026-02\",\"amount\":100,\"orders\":1}]");
    JsonNode kinds = client.get("/api/v1/activities/kinds").json().path("kinds");
    assertThat(kinds.at("/0/kind").asString()).isEqualTo("purchase");
    assertThat(kinds.at("/0/attributes/0/values/0").asString()).isEqualTo("Bikes");
    assertThat(kinds.at("/1/measures").toString()).isEqualTo("[\"count\",\"first\",\"last\"]");
  }

  @Test
  void a_deleted_customers_activities_go_with_it() throws Exception {
    client.put("/api/v1/activities/p1", BIKE);
    client.delete("/api/v1/customers/C1");
    assertThat(client.get("/api/v1/activities/p1").status()).isEqualTo(404);
    client.bulk("{\"id\":\"C1\",\"fields\":{\"name\":\"One again\"}}");
    assertThat(client.get("/api/v1/customers/C1/activities").json().path("total").asInt()).isZero();
  }

  @Test
  void what_customers_did_can_be_searched_for() throws Exception {
    client.put("/api/v1/activities/p1", BIKE);
    String question =
        """
        {"condition":{"did":"purchase","where":{"field":"category","in":["Bikes"]},\
        "sum":{"of":"amount","gte":100},"lookback":"90d"}}""";
    assertThat(search(question)).isEqualTo(1);
    assertThat(search("{\"condition\":{\"not\":" + question.substring(13) + "}")).isEqualTo(1);
    client.put("/api/v1/activities/p1", BIKE.replace("120.5", "99.99"));
    assertThat(search(question)).isZero();
  }

  @Test
  void bad_activities_are_refused_and_only_editors_may_write() throws Exception {
    assertThat(client.put("/api/v1/activities/a1", BIKE.replace("C1", "C9")).status())
        .isEqualTo(404);
    assertThat(
            client
                .put("/api/v1/activities/a1", BIKE.replace("2026", "2036"))
                .json()
                .at("/code")
                .asString())
        .isEqualTo("invalid-activity");
    try (Client viewer =
        new Client(server, List.of("Authorization", "Bearer " + server.key(Role.VIEWER)))) {
      assertThat(viewer.put("/api/v1/activities/a1", BIKE).status()).isEqualTo(403);
      assertThat(viewer.delete("/api/v1/activities/a1").status()).isEqualTo(403);
    }
  }

  private int search(String question) throws Exception {
    return client.post("/api/v1/customers/search", question).json().path("total").asInt(-1);
  }

  private JsonNode field(String customer, String name) throws Exception {
    return client.get("/api/v1/customers/" + customer).json().path("fields").path(name);
  }

  private static List<String> ids(JsonNode timeline) {
    List<String> ids = new ArrayList<>();
    timeline.path("activities").forEach(each -> ids.add(each.path("id").asString()));
    return ids;
  }
}
