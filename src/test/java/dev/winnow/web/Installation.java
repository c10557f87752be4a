package dev.winnow.web;

import dev.winnow.App;
import dev.winnow.Config;
import dev.winnow.access.Role;
import dev.winnow.customer.Customer;
import dev.winnow.customer.Origin;
import dev.winnow.engine.CustomerStore.Durability;
import dev.winnow.engine.Write.Expected;
import dev.winnow.imports.sample.SampleCustomers;
import dev.winnow.ingest.Change;
import dev.winnow.ingest.Receipt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A running service on a folder of its own, with made-up customers, the real ones when they are
 * there, one customer known by name, one with activities, one segment which the first is in, one
 * import that has been checked, and one connection that does not work.
 */
public final class Installation implements AutoCloseable {
  static final String CUSTOMER = "T-1";
  static final String CUSTOMER_NAME = "杭州望舒精密仪器股份有限公司";

  /** A customer with two purchases, a call and an open complaint. */
  static final String BUYER = "T-2";

  static final String SEGMENT = "makers";
  static final String SEGMENT_NAME = "浙江制造业";

  /** A file that has been checked and would add two customers. */
  static final String IMPORT = "imp-1";

  /** A connection whose only run has failed. */
  static final String CONNECTION = "finance";

  private static final int SAMPLE = 3_000;

  private final Path folder;
  private final App app;
  private final ApiClient api;
  private final List<Known> everyone = new ArrayList<>();

  private Installation(Path folder) {
    this.folder = folder;
    app = empty(folder);
    api = new ApiClient(app.url(), app.keys().create("test", Role.ADMIN).secret());
  }

  /** A service without customers, on any free port. */
  public static App empty(Path folder) {
    var overrides =
        new Config.Overrides(
            Optional.empty(), OptionalInt.of(0), Optional.empty(), OptionalInt.of(0));
    return App.start(Config.defaults(folder).with(overrides));
  }

  static Installation start() {
    try {
      Installation installation = new Installation(Files.createTempDirectory("winnow-web"));
      installation.fill();
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return app.url();
  }

  String loginLink() {
    return app.loginLink();
  }

  ApiClient api() {
    return api;
  }

  List<Known> everyone() {
    return everyone;
  }

  List<Known> those(Predicate<Known> condition) {
    return everyone.stream().filter(condition).toList();
  }

  @Override
  public void close() {
    api.close();
    app.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fill() {
    List<Customer> sample = new ArrayList<>();
    new SampleCustomers(app.schema(), 7, LocalDate.now(ZoneOffset.UTC))
        .generate(SAMPLE)
        .forEachRemaining(sample::add);
    List<Change> changes =
        sample.stream()
            .<Change>map(customer -> new Change.Ready(customer, Expected.ANYTHING))
            .toList();
    Origin origin = new Origin("sample", Instant.now());
    for (Receipt receipt : app.pipeline().bulk(changes, Durability.AT_CHECKPOINT, origin)) {
      if (receipt.outcome() != Receipt.Outcome.INSERTED) {
        throw new IllegalStateException("A made-up customer was not taken: " + receipt);
      }
    }
    app.store().checkpoint();
    sample.forEach(customer -> everyone.add(Known.of(customer)));
    addOneImport();
    addOneConnection();
    if (RealData.CN_A_SHARE.isThere()) {
      RealData.CN_A_SHARE.importInto(app);
      RealData.CN_A_SHARE.rows().forEach(row -> everyone.add(Known.company(row)));
    }
    if (RealData.NORTHWIND.isThere()) {
      RealData.NORTHWIND.importInto(app);
      RealData.NORTHWIND.rows().forEach(row -> everyone.add(Known.trader(row)));
    }
    addOneByName();
    addOneWithActivities();
  }

  /** A small file that is checked, not started. */
  private void addOneImport() {
    String file =
        """
        客户编号,公司名称,所属行业,省份,上市日期,备注
        I-1,绍兴兰亭纺织有限公司,制造业,浙江,03/04/2020,
        I-2,佛山西樵家具有限公司,制造业,广东,05/06/2021,新客户
        I-3,,建筑业,广东,07/08/2022,
        """;
    String address = "/api/v1/imports/" + IMPORT;
    JsonNode run = api.upload("/api/v1/imports?name=clients.csv", file);
    app.jobs().await(run.path("job").asString());
    JsonNode mapping = api.get(address + "/proposal").path("mapping");
    api.put(address + "/mapping", Map.of("mapping", mapping));
    JsonNode check = api.post(address + "/check", Map.of());
    app.jobs().await(check.path("job").asString());
  }

  /** A connection to a database that does not answer, which has been tried once. */
  private void addOneConnection() {
    Map<String, Object> fields = Map.of("name", "firma");
    api.post(
        "/api/v1/connections",
        Map.of(
            "name",
            CONNECTION,
            "label",
            "财务系统客户",
            "url",
            "jdbc:postgresql://127.0.0.1:1/finance",
            "user",
            "reader",
            "query",
            "SELECT nr, firma FROM kunden",
            "mapping",
            Map.of("id", "nr", "fields", fields)));
    JsonNode run = api.post("/api/v1/connections/" + CONNECTION + "/run", Map.of());
    app.jobs().await(run.path("job").asString());
  }

  private void addOneWithActivities() {
    api.put("/api/v1/customers/" + BUYER, Map.of("fields", Map.of("name", "长沙橘洲贸易商行")));
    String today = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
    addActivity(
        "bike",
        Map.of(
            "kind",
            "purchase",
            "time",
            "2026-03-01",
            "order",
            "o1",
            "product",
            "山地自行车",
            "category",
            "自行车",
            "quantity",
            1,
            "amount",
            8_299.5,
            "currency",
            "CNY"));
    addActivity(
        "tyre",
        Map.of(
            "kind",
            "purchase",
            "time",
            today,
            "order",
            "o2",
            "product",
            "公路轮胎",
            "category",
            "配件",
            "quantity",
            2,
            "amount",
            199.5,
            "currency",
            "CNY"));
    addActivity(
        "call",
        Map.of(
            "kind",
            "interaction",
            "time",
            today,
            "type",
            "call",
            "direction",
            "in",
            "text",
            "询问轮胎的到货时间"));
    addActivity(
        "broken",
        Map.of(
            "kind",
            "feedback",
            "time",
            today,
            "type",
            "complaint",
            "score",
            2,
            "text",
            "包装破损",
            "open",
            true));
    everyone.add(new Known(BUYER, "", "", 849_900));
  }

  private void addActivity(String id, Map<String, Object> activity) {
    Map<String, Object> whole = new HashMap<>(activity);
    whole.put("customer", BUYER);
    api.put("/api/v1/activities/" + id, whole);
  }

  private void addOneByName() {
    String region = "中国/浙江/杭州";
    Map<String, String> fields = Map.of("name", CUSTOMER_NAME, "industry", "制造业", "region", region);
    api.put("/api/v1/customers/" + CUSTOMER, Map.of("fields", fields));
    everyone.add(new Known(CUSTOMER, "制造业", region, -1));
    List<Map<String, Object>> parts =
        List.of(
            Map.of("field", "industry", "in", List.of("制造业")),
            Map.of("field", "region", "in", List.of("中国/浙江")));
    api.post(
        "/api/v1/segments",
        Map.of("id", SEGMENT, "name", SEGMENT_NAME, "condition", Map.of("all", parts)));
  }
}
