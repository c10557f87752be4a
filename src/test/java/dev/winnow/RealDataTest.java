package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.winnow.access.Role;
import dev.winnow.web.ApiClient;
import dev.winnow.web.Installation;
import dev.winnow.web.Known;
import dev.winnow.web.RealData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real tables imported and asked for over HTTP, every number held against the file itself. */
final class RealDataTest {
  private static final List<String> FACETS = List.of("industry", "region", "market");
  private static final int QUESTIONS = 10;
  private static final Map<String, String> COUNTRIES =
      Map.of("Germany", "德国", "USA", "美国", "Venezuela", "委内瑞拉");

  @TempDir private Path folder;

  @Test
  void listed_companies_are_counted_exactly_by_every_value_and_by_random_conditions() {
    assumeThere(RealData.CN_A_SHARE);
    List<Company> companies = RealData.CN_A_SHARE.rows().stream().map(Company::of).toList();
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    try (App app = serving(RealData.CN_A_SHARE, companies.size());
        ApiClient api = client(app)) {
      check(api, companies, Map.of(), "everyone");
      for (int i = 0; i < QUESTIONS; i++) {
        Map<String, List<String>> question = question(companies, random);
        check(api, companies, question, "seed " + seed + ", " + question);
      }
    }
  }

  @Test
  void customers_of_a_trading_company_are_counted_by_country() {
    assumeThere(RealData.NORTHWIND);
    List<NamedCsvRecord> rows = RealData.NORTHWIND.rows();
    Map<String, Long> byCountry =
        rows.stream()
            .collect(Collectors.groupingBy(row -> row.getField("country"), Collectors.counting()));
    try (App app = serving(RealData.NORTHWIND, rows.size());
        ApiClient api = client(app)) {
      JsonNode facet =
          search(api, Map.of(), List.of(Map.of("field", "region", "limit", 1000)))
              .path("facets")
              .get(0);
      Map<String, Long> counted = counts(facet);
      assertThat(counted.values()).containsExactlyInAnyOrderElementsOf(byCountry.values());
      COUNTRIES.forEach(
          (english, chinese) ->
              assertThat(counted.get(chinese)).as(english).isEqualTo(byCountry.get(english)));
    }
  }

  @Test
  void incomes_of_people_fall_into_the_right_bars_of_the_histogram() {
    assumeThere(RealData.ADVENTUREWORKS);
    List<Long> incomes =
        RealData.ADVENTUREWORKS.rows().stream()
            .map(row -> Long.parseLong(row.getField("AnnualIncome").replaceAll("[^0-9]", "")))
            .toList();
    try (App app = serving(RealData.ADVENTUREWORKS, incomes.size());
        ApiClient api = client(app)) {
      JsonNode facet =
          search(api, Map.of(), List.of(Map.of("field", "annual_income"))).path("facets").get(0);
      JsonNode edges = facet.path("histogram").path("edges");
      List<Long> bars = new ArrayList<>();
      facet.path("histogram").path("counts").forEach(count -> bars.add(count.asLong()));
      List<Long> wanted = new ArrayList<>();
      for (int i = 0; i + 1 < edges.size(); i++) {
        double from = edges.get(i).asDouble();
        double to = edges.get(i + 1).asDouble();
        wanted.add(incomes.stream().filter(income -> income >= from && income < to).count());
      }
      assertThat(bars).isEqualTo(wanted);
      assertThat(bars.stream().mapToLong(Long::longValue).sum()).isEqualTo(incomes.size());
    }
  }

  /** Holds the total and all three facets, each counted without its own filter, to the file. */
  private static void check(
      ApiClient api, List<Company> companies, Map<String, List<String>> question, String what) {
    List<Map<String, Object>> parts = new ArrayList<>();
    question.forEach((field, values) -> parts.add(Map.of("field", field, "in", values)));
    List<Map<String, Object>> facets = new ArrayList<>();
    for (String facet : FACETS) {
      List<String> nodes = facet.equals("market") ? List.of() : parents(companies, facet);
      facets.add(Map.of("field", facet, "limit", 1000, "expanded", nodes));
    }
    JsonNode answer = search(api, parts.isEmpty() ? Map.of() : Map.of("all", parts), facets);
    assertThat(answer.path("total").asLong())
        .as(what)
        .isEqualTo(matching(companies, question).size());
    for (JsonNode facet : answer.path("facets")) {
      String name = facet.path("field").asString();
      Map<String, List<String>> others = new TreeMap<>(question);
      others.remove(name);
      List<Company> base = matching(companies, others);
      assertThat(counts(facet)).as("%s of %s", name, what).isEqualTo(counts(base, name));
      assertThat(facet.path("missing").asLong())
          .as("without %s of %s", name, what)
          .isEqualTo(base.stream().filter(company -> company.nodes(name).isEmpty()).count());
    }
  }

  /** Up to four values of each facet, at any level; some facets are left alone. */
  private static Map<String, List<String>> question(List<Company> companies, Random random) {
    Map<String, List<String>> question = new TreeMap<>();
    for (String facet : FACETS) {
      List<String> values = new ArrayList<>(counts(companies, facet).keySet());
      Collections.shuffle(values, random);
      if (random.nextInt(4) > 0) {
        question.put(facet, values.subList(0, Math.min(values.size(), 1 + random.nextInt(4))));
      }
    }
    return question;
  }

  private static List<Company> matching(List<Company> all, Map<String, List<String>> question) {
    return all.stream()
        .filter(
            company ->
                question.entrySet().stream()
                    .noneMatch(
                        part ->
                            Collections.disjoint(company.nodes(part.getKey()), part.getValue())))
        .toList();
  }

  private static Map<String, Long> counts(List<Company> companies, String facet) {
    return companies.stream()
        .flatMap(company -> company.nodes(facet).stream())
        .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
  }

  /** The counts in an answer; chosen values stay in it when nobody has them. */
  private static Map<String, Long> counts(JsonNode facet) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode value : facet.path("values")) {
      if (value.path("count").asLong() > 0) {
        counts.put(value.path("value").asString(), value.path("count").asLong());
      }
    }
    return counts;
  }

  private static List<String> parents(List<Company> companies, String facet) {
    return companies.stream()
        .map(company -> company.nodes(facet))
        .flatMap(nodes -> nodes.stream().limit(Math.max(0, nodes.size() - 1)))
        .distinct()
        .toList();
  }

  private static JsonNode search(
      ApiClient api, Map<String, ?> condition, List<Map<String, Object>> facets) {
    Map<String, Object> request = new TreeMap<>(Map.of("facets", facets, "limit", 1));
    if (!condition.isEmpty()) {
      request.put("condition", condition);
    }
    return api.post("/api/v1/customers/search", request);
  }

  private App serving(RealData data, int customers) {
    App app = Installation.empty(folder);
    data.importInto(app);
    assertThat(app.customers()).isEqualTo(customers);
    return app;
  }

  private static ApiClient client(App app) {
    return new ApiClient(app.url(), app.keys().create("test", Role.VIEWER).secret());
  }

  private static void assumeThere(RealData data) {
    assumeTrue(data.isThere(), () -> "There is no " + data.file() + " beside the project");
  }

  /** A listed company's place in each facet, as a path; empty without a value. */
  private record Company(Map<String, String> paths) {
    static Company of(NamedCsvRecord row) {
      Known known = Known.company(row);
      return new Company(
          Map.of(
              "industry", known.industry(),
              "region", known.region(),
              "market", row.getField("market")));
    }

    /** The values that the company counts for: its own and the nodes above. */
    List<String> nodes(String facet) {
      String path = paths.getOrDefault(facet, "");
      List<String> nodes = new ArrayList<>();
      for (int at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
        nodes.add(path.substring(0, at));
      }
      if (!path.isEmpty()) {
        nodes.add(path);
      }
      return nodes;
    }
  }
}
