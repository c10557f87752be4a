package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import dev.winnow.access.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SearchApiTest {
  private static final String SEARCH = "/api/v1/customers/search";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    client.bulk(
        """
        {"id":"1","fields":{"name":"杭州云杉软件","value_tier":"high","industry":"制造业","total_spend":10,"customer_since":"2026-02-27"}}
        {"id":"2","fields":{"name":"上海云杉贸易","value_tier":"high","industry":"农、林、牧、渔业/农业","total_spend":20}}
        {"id":"3","fields":{"name":"Spruce Software","value_tier":"low","total_spend":30}}
        """);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void a_screen_has_the_total_the_facets_the_wording_and_the_customers() throws Exception {
    var answer =
        client
            .post(
                SEARCH,
                """
                {"condition":{"all":[{"field":"value_tier","in":["high"]},{"field":"total_spend","gte":5}]},
                 "facets":[{"field":"value_tier"},{"field":"industry"},{"field":"total_spend"},
                           {"field":"customer_since"}],
                 "sort":[{"field":"total_spend","order":"desc"}],"limit":1}
                """)
            .json();
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.path("everyone").asInt()).isEqualTo(3);
    assertThat(answer.at("/customers/0/id").asString()).isEqualTo("2");
    assertThat(answer.path("customers").size()).isEqualTo(1);
    assertThat(answer.at("/facets/0/values").toString())
        .contains("{\"value\":\"low\",\"count\":1,\"selected\":false,\"parent\":false}")
        .contains("{\"value\":\"high\",\"count\":2,\"selected\":true,\"parent\":false}");
    assertThat(answer.at("/wording/en/parts").size()).isEqualTo(2);
    assertThat(answer.at("/wording/zh/sentence").asString()).isNotBlank();
  }

  @Test
  void a_text_ranks_and_highlights() throws Exception {
    var answer = client.post(SEARCH, "{\"text\":\"云杉\"}").json();
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    assertThat(answer.at("/customers/0/highlights/name/0").toString())
        .isEqualTo("{\"value\":0,\"start\":2,\"end\":4}");
  }

  @Test
  void a_query_parameter_that_is_not_percent_encoded_is_refused() throws Exception {
    String answer =
        RawHttp.send(
            server.url(),
            """
            GET /api/v1/suggest?q=%% HTTP/1.1
            Host: localhost
            Authorization: Bearer %s
            Connection: close

            """
                .formatted(server.key(Role.ADMIN)));
    assertThat(answer).startsWith("HTTP/1.1 400");
  }

  @Test
  void suggestions_are_customers_and_facet_values() throws Exception {
    var answer = client.get("/api/v1/suggest?q=%E4%BA%91%E6%9D%89").json();
    assertThat(answer.path("customers").valueStream().map(c -> c.path("title").asString()))
        .containsExactlyInAnyOrder("杭州云杉软件", "上海云杉贸易");
    assertThat(client.get("/api/v1/suggest?q=hig").json().path("values").toString())
        .contains("{\"field\":\"value_tier\",\"value\":\"high\",\"count\":2}");
    assertThat(client.get("/api/v1/suggest?q=").text())
        .isEqualTo("{\"customers\":[],\"values\":[]}");
  }

  @Test
  void all_faults_of_a_search_are_named_at_once() throws Exception {
    var reply =
        client.post(
            SEARCH,
            """
            {"condition":{"field":"nix","in":["a"]},"text":3,"facets":[{"field":"name"},{"limit":0}],
             "sort":[{"field":"tags","order":"up"}],"offset":9999,"limit":1000,"page":1}
            """);
    assertThat(reply.code()).isEqualTo("invalid-request");
    assertThat(reply.pointers())
        .contains("/condition/field", "/text", "/facets/0/field", "/facets/1")
        .contains("/facets/1/limit", "/sort/0/field", "/sort/0/order", "/offset", "/page");
    assertThat(client.post(SEARCH, "{\"condition\":{\"segment\":\"none\"}}").pointers())
        .containsExactly("/condition/segment");
  }

  @Test
  void the_schema_lists_the_fields() throws Exception {
    var schema = client.get("/api/v1/schema").json();
    assertThat(schema.path("title").asString()).isEqualTo("name");
    assertThat(schema.path("fields").size()).isEqualTo(server.services().schema().fields().size());
  }
}
