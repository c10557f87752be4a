package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.access.Role;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A published table of RFM grades, through import, rule and facet counts. */
final class RealGradesTest {
  private static final Path FILE = Path.of("../shared/data/rfm_orders/rfm_data_orders.csv");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RULE = "/api/v1/rules/purchase-behaviour";

  @TempDir private Path folder;

  @Test
  void a_published_table_of_grades_is_reproduced() throws Exception {
    assumeTrue(Files.exists(FILE), FILE + " is not there");
    Files.writeString(
        folder.resolve(Config.FILE),
        "sample: 0\nhttp: {port: 0}\nactivities: {unknown-customer: create}\n");
    try (App app = App.open(ConfigReader.read(folder))) {
      assertThat(RealActivitiesTest.load(app, "rfm_orders.yml", FILE).added()).isEqualTo(4_906);
    }
    try (App app = App.start(ConfigReader.read(folder))) {
      String key = app.keys().create("table", Role.EDITOR).secret();
      JsonNode definition = ask(app, key, "GET", RULE, "").get("definition");
      String draft = definition.toString().replace("\"today\"", "\"2006-12-31\"");
      ask(app, key, "PUT", RULE + "/draft", "{\"definition\":" + draft + "}");
      app.jobs().await(ask(app, key, "POST", RULE + "/publish", "{}").get("job").asString());
      assertThat(ask(app, key, "GET", RULE, "").get("cutPoints"))
          .isEqualTo(
              JSON.readTree(
                  """
                  {"frequency":[4,5,6,8],"monetary":[255.8,382,506.4,666],
                   "recency":[115,181,297.4,482]}
                  """));
      assertThat(counts(app, key))
          .isEqualTo(
              Map.of(
                  "champions",
                  158,
                  "loyal",
                  278,
                  "potential_loyalist",
                  229,
                  "need_attention",
                  35,
                  "about_to_sleep",
                  50,
                  "at_risk",
                  86,
                  "lost",
                  111,
                  "others",
                  48));
      checkChampions(app, key);
    }
  }

  private static Map<String, Integer> counts(App app, String key) throws Exception {
    JsonNode found =
        ask(
            app,
            key,
            "POST",
            "/api/v1/customers/search",
            "{\"facets\":[{\"field\":\"purchase_behaviour\"}],\"limit\":0}");
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonNode each : found.get("facets").get(0).get("values")) {
      counts.put(each.get("value").asString(), each.get("count").asInt());
    }
    return counts;
  }

  private static void checkChampions(App app, String key) throws Exception {
    JsonNode champions =
        ask(
            app,
            key,
            "POST",
            "/api/v1/customers/search",
            """
            {"condition":{"field":"purchase_behaviour","in":["champions"]},"limit":200}
            """);
    int orders = 0;
    BigDecimal revenue = BigDecimal.ZERO;
    for (JsonNode each : champions.get("customers")) {
      orders += each.get("fields").get("order_count").asInt();
      revenue = revenue.add(each.get("fields").get("total_spend").decimalValue());
    }
    assertThat(orders).isEqualTo(1_234);
    assertThat(revenue).isEqualByComparingTo("120178");
  }

  private static JsonNode ask(App app, String key, String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(app.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }
}
