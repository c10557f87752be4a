package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.http.Client.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesApiTest {
  private static final String RULES = "/api/v1/rules";
  private static final String TIER = RULES + "/value-tier";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    client.bulk(
        """
        {"id":"1","fields":{"name":"One","value_tier":"low","total_spend":10}}
        {"id":"2","fields":{"name":"Two","value_tier":"high","total_spend":2000}}
        {"id":"3","fields":{"name":"Three","value_tier":"low","total_spend":50000}}
        {"id":"4","fields":{"name":"Four","value_tier":"middle"}}
        """);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static String bands(int middle, int high) {
    return """
        {"kind":"bands","facet":"value_tier","field":"total_spend","bands":
          [{"grade":"low"},{"grade":"middle","from":%d},{"grade":"high","from":%d}]}
        """
        .formatted(middle, high);
  }

  private Reply create(String definition) throws Exception {
    return client.post(
        RULES, "{\"name\":{\"en\":\"Value\",\"zh\":\"价值\"},\"definition\":" + definition + "}");
  }

  private void done(Reply accepted) throws Exception {
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    String id = accepted.json().path("job").asString();
    server.services().rules().jobs().await(id);
    assertThat(client.get("/api/v1/jobs/" + id).json().path("state").asString()).isEqualTo("done");
    assertThat(client.get("/api/v1/jobs").text()).contains("\"id\":\"" + id + "\"");
  }

  private String tier(String id) throws Exception {
    return client.get("/api/v1/customers/" + id).json().at("/fields/value_tier").asString("-");
  }

  private long count(String tier) throws Exception {
    String body = "{\"condition\":{\"field\":\"value_tier\",\"in\":[\"" + tier + "\"]}}";
    return client.post("/api/v1/customers/search", body).json().path("total").asLong();
  }

  @Test
  void a_draft_is_tried_published_changed_and_rolled_back() throws Exception {
    Reply created = create(bands(1000, 10000));
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo(TIER);
    assertThat(created.json().path("state").asString()).isEqualTo("draft");
    assertThat(tier("3")).isEqualTo("low");

    client.post(
        "/api/v1/segments",
        "{\"name\":\"High\",\"condition\":{\"field\":\"value_tier\",\"in\":[\"high\"]}}");
    Reply trial =
        client.post(TIER + "/preview", "{\"sum\":[\"total_spend\"],\"movers\":{\"to\":\"high\"}}");
    assertThat(trial.status()).as(trial.text()).isEqualTo(200);
    assertThat(trial.json().path("customers").asInt()).isEqualTo(4);
    assertThat(trial.json().path("moved").asInt()).isEqualTo(3);
    assertThat(trial.json().at("/movers/0/name").asString()).isEqualTo("Three");
    assertThat(trial.json().path("movers").size()).isEqualTo(1);
    assertThat(trial.json().path("segments").toString())
        .contains("\"before\":1,\"after\":1,\"entered\":1,\"left\":1");
    assertThat(trial.text())
        .contains(
            "{\"from\":\"middle\",\"to\":null,\"customers\":1,\"sums\":{\"total_spend\":0.00}}");
    assertThat(tier("3")).isEqualTo("low");

    done(client.post(TIER + "/publish", "{\"comment\":\"first\"}"));
    assertThat(tier("1") + tier("2") + tier("3") + tier("4")).isEqualTo("lowmiddlehigh-");
    assertThat(count("high")).isEqualTo(1);
    assertThat(client.get(RULES).json().at("/rules/0/ungraded").asInt()).isEqualTo(1);

    String draft = "{\"definition\":" + bands(5, 20) + "}";
    Reply saved = client.put(TIER + "/draft", draft, "If-Match", client.get(TIER).header("ETag"));
    assertThat(saved.json().path("hasDraft").asBoolean()).isTrue();
    assertThat(client.put(TIER + "/draft", draft, "If-Match", "\"1\"").code())
        .isEqualTo("stale-version");
    done(client.post(TIER + "/publish", "{}"));
    assertThat(count("high")).isEqualTo(2);

    done(client.post(TIER + "/rollback", "{\"version\":1,\"comment\":\"too many\"}"));
    assertThat(tier("1") + tier("2") + tier("3") + tier("4")).isEqualTo("lowmiddlehigh-");
    assertThat(client.get(TIER + "/versions").json().path("versions").size()).isEqualTo(3);
    assertThat(client.get(TIER).json().path("draft").isNull()).isTrue();

    assertThat(client.delete(TIER).status()).isEqualTo(204);
    assertThat(tier("3")).isEqualTo("low");
    assertThat(client.get(TIER).json().path("state").asString()).isEqualTo("retired");
  }

  @Test
  void cut_points_are_kept_with_the_version_and_found_anew_on_demand() throws Exception {
    assertThat(
            create(
                    "{\"kind\":\"quantiles\",\"facet\":\"value_tier\",\"field\":\"total_spend\","
                        + "\"grades\":[\"low\",\"middle\",\"high\"],\"method\":\"type7\"}")
                .status())
        .isEqualTo(201);
    done(client.post(TIER + "/publish", "{}"));
    String before = client.get(TIER).json().path("cutPoints").toString();
    assertThat(before).contains("cuts");
    done(client.post(TIER + "/recompute", ""));
    assertThat(client.get(TIER).json().path("version").asInt()).isEqualTo(1);
    client.bulk("{\"id\":\"5\",\"fields\":{\"name\":\"Five\",\"total_spend\":90000}}\n");
    assertThat(client.get(TIER).json().path("cutPoints").toString()).isEqualTo(before);
    done(client.post(TIER + "/recompute", ""));
    assertThat(client.get(TIER).json().path("version").asInt()).isEqualTo(2);
    assertThat(client.get(TIER).json().path("cutPoints").toString()).isNotEqualTo(before);
  }

  @Test
  void a_person_overrules_a_rule_for_one_customer_until_a_day() throws Exception {
    create(bands(1000, 10000));
    String grade = "/api/v1/customers/1/grades/value_tier";
    String override = "{\"value\":\"high\",\"reason\":\"Key account\",\"until\":\"2999-01-01\"}";
    assertThat(client.put(grade, override).code()).isEqualTo("rule-not-found");
    done(client.post(TIER + "/publish", "{}"));
    Reply given = client.put(grade, override);
    assertThat(given.status()).as(given.text()).isEqualTo(200);
    assertThat(given.json().at("/grades/0/source").asString()).isEqualTo("override");
    assertThat(given.json().at("/grades/0/ruleValue").asString()).isEqualTo("low");
    assertThat(given.json().at("/grades/0/changes/on").asString()).isEqualTo("2999-01-02");
    assertThat(tier("1")).isEqualTo("high");
    assertThat(count("high")).isEqualTo(2);
    assertThat(client.delete(grade).status()).isEqualTo(204);
    assertThat(tier("1")).isEqualTo("low");
    assertThat(client.get("/api/v1/customers/1/grades").json().at("/grades/0/up/value").asString())
        .isEqualTo("middle");
    assertThat(
            client
                .put(grade, "{\"value\":\"great\",\"reason\":\" \",\"until\":\"1999-01-01\"}")
                .pointers())
        .containsExactlyInAnyOrder("/value", "/reason", "/until");
  }

  @Test
  void the_quality_of_a_rule_can_be_looked_at() throws Exception {
    create(bands(1000, 10000));
    assertThat(client.get(TIER + "/quality").code()).isEqualTo("rule-not-published");
    done(client.post(TIER + "/publish", "{}"));
    Reply quality = client.get(TIER + "/quality?outcome=total_spend:2000");
    assertThat(quality.status()).as(quality.text()).isEqualTo(200);
    assertThat(quality.json().at("/sincePublished/stability").asDouble()).isZero();
    assertThat(quality.json().at("/missing/0/missing").asInt()).isEqualTo(1);
    assertThat(quality.json().at("/movedByMonth/0/moved").asInt()).isEqualTo(3);
    assertThat(client.get(TIER + "/quality?outcome=nothing").code()).isEqualTo("invalid-request");
  }

  @Test
  void scores_of_recency_and_frequency_are_a_map_whose_cells_are_conditions() throws Exception {
    client.bulk(
        """
        {"id":"6","fields":{"name":"A","total_spend":10,"order_count":1,"last_purchase":"2026-01-01"}}
        {"id":"7","fields":{"name":"B","total_spend":20,"order_count":4,"last_purchase":"2026-02-01"}}
        {"id":"8","fields":{"name":"C","total_spend":30,"order_count":9,"last_purchase":"2026-03-01"}}
        """);
    Reply created =
        create(
            """
            {"kind":"rfm","facet":"purchase_behaviour","recency":"last_purchase",
             "frequency":"order_count","monetary":"total_spend","asOf":"2026-03-31","scores":2,
             "method":"qcut","segments":[{"grade":"champions","r":[2,2],"f":[2,2],"m":[1,2]}],
             "otherwise":"others"}
            """);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    assertThat(customersOfMap()).isEqualTo(3);
    assertThat(client.post("/api/v1/customers/7/archive", "").status()).isEqualTo(200);
    assertThat(customersOfMap()).isEqualTo(2);
  }

  /** The sum of a map's cells, each of which is what searching by its condition finds. */
  private long customersOfMap() throws Exception {
    Reply map = client.get(RULES + "/rfm-map?rule=purchase-behaviour");
    assertThat(map.status()).as(map.text()).isEqualTo(200);
    long customers = 0;
    for (var cell : map.json().path("cells")) {
      customers += cell.path("customers").asLong();
      Reply found =
          client.post("/api/v1/customers/search", "{\"condition\":" + cell.path("condition") + "}");
      assertThat(found.json().path("total").asLong()).isEqualTo(cell.path("customers").asLong());
    }
    return customers;
  }

  @Test
  void what_is_wrong_with_a_rule_is_said_with_its_place() throws Exception {
    assertThat(create(bands(10000, 1000)).code()).isEqualTo("invalid-rule");
    assertThat(create(bands(10000, 1000)).pointers()).first().asString().startsWith("/definition/");
    assertThat(client.get(RULES + "/none").code()).isEqualTo("rule-not-found");
    assertThat(client.post(RULES, "{}").pointers()).isNotEmpty();
    create(bands(1000, 10000));
    assertThat(create(bands(1, 2)).json().path("id").asString()).isEqualTo("value-tier-2");
    done(client.post(TIER + "/publish", "{}"));
    assertThat(client.post(RULES + "/value-tier-2/publish", "{}").code()).isEqualTo("invalid-rule");
    assertThat(client.post(TIER + "/publish", "{}").code()).isEqualTo("no-draft");
    assertThat(client.post(TIER + "/rollback", "{\"version\":7}").code()).isEqualTo("not-found");
    assertThat(client.delete(RULES + "/value-tier-2/draft").status()).isEqualTo(204);
    assertThat(client.get(RULES + "/value-tier-2").code()).isEqualTo("rule-not-found");
  }
}
