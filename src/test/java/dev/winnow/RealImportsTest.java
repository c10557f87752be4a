package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.winnow.access.Role;
import dev.winnow.activity.Activity;
import dev.winnow.activity.Activity.Purchase;
import dev.winnow.web.ApiClient;
import dev.winnow.web.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Real tables imported over HTTP with the mapping that is proposed, no human asked, and what comes
 * of it held against the files themselves. Says how much of each table was mapped.
 */
final class RealImportsTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final String IMPORTS = "/api/v1/imports";

  @TempDir private Path folder;
  private App app;
  private ApiClient api;

  @BeforeEach
  void start() {
    app = Installation.empty(folder);
    api = new ApiClient(app.url(), app.keys().create("test", Role.ADMIN).secret());
  }

  @AfterEach
  void stop() {
    api.close();
    app.close();
  }

  @Test
  void companies_of_a_trader_come_in_whole() throws IOException {
    Path file = there("northwind/customers.csv");
    JsonNode counts = imported(file);
    assertThat(counts.path("added").asInt()).as(counts.toString()).isEqualTo(91);
    assertThat(counts.path("rejected").asInt()).isZero();
    assertThat(app.customers()).isEqualTo(91);
    JsonNode first = api.get("/api/v1/customers/ALFKI").path("fields");
    assertThat(first.path("name").asString()).isEqualTo("Alfreds Futterkiste");
    assertThat(first.toString()).doesNotContain("NULL");
  }

  @Test
  void listed_companies_are_counted_by_market_as_in_the_file() throws IOException {
    Path file = there("cn_a_share/a_share_companies.csv");
    JsonNode counts = imported(file);
    assertThat(counts.path("added").asInt()).as(counts.toString()).isEqualTo(5_418);
    JsonNode answer =
        api.post(
            "/api/v1/customers/search",
            Map.of("facets", List.of(Map.of("field", "market", "limit", 100)), "limit", 0));
    Map<String, Long> counted = new TreeMap<>();
    answer
        .at("/facets/0/values")
        .forEach(each -> counted.put(each.path("value").asString(), each.path("count").asLong()));
    assertThat(counted)
        .isEqualTo(
            read(file, StandardCharsets.UTF_8, row -> row.getField("market")).stream()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting())));
  }

  @Test
  void people_and_a_year_of_sales_to_them_add_up() throws IOException {
    Path people = there("adventureworks/AdventureWorks_Customers.csv.gz");
    Path sales = there("adventureworks/AdventureWorks_Sales_2017.csv.gz");
    JsonNode customers = imported(people);
    int rows = read(people, Charset.forName("windows-1252"), row -> row).size();
    assertThat(customers.path("added").asInt()).as(customers.toString()).isEqualTo(rows);
    JsonNode counts = imported(sales);
    assertThat(part(counts, "purchases").path("added").asInt())
        .as(counts.toString())
        .isEqualTo(29_481);
    List<BigDecimal> quantities =
        read(sales, StandardCharsets.UTF_8, row -> new BigDecimal(row.getField("OrderQuantity")));
    assertThat(quantities).hasSize(29_481);
    assertThat(sum(purchases().stream().map(RealImportsTest::quantity).toList()))
        .isEqualByComparingTo(sum(quantities));
    assertThat(app.customers()).isEqualTo(rows);
  }

  @Test
  void orders_bring_their_customers_with_them() throws IOException {
    Path file = there("rfm_orders/rfm_data_orders.csv");
    JsonNode counts = imported(file);
    assertThat(part(counts, "customers").path("added").asInt())
        .as(counts.toString())
        .isEqualTo(995);
    assertThat(part(counts, "purchases").path("added").asInt()).isEqualTo(4_906);
    assertThat(app.customers()).isEqualTo(995);
    List<BigDecimal> revenue =
        read(file, StandardCharsets.UTF_8, row -> new BigDecimal(row.getField("revenue")));
    assertThat(sum(purchases().stream().map(RealImportsTest::amount).toList()))
        .isEqualByComparingTo(sum(revenue));
  }

  /** Imports a file as it is proposed; the counts. */
  private JsonNode imported(Path file) throws IOException {
    JsonNode made = api.upload(IMPORTS + "?name=" + file.getFileName(), file);
    String address = IMPORTS + "/" + made.path("id").asString();
    app.jobs().await(made.path("job").asString());
    JsonNode proposal = api.get(address + "/proposal");
    say(file, proposal);
    api.put(address + "/mapping", Map.of("mapping", proposal.path("mapping")));
    JsonNode begun = api.post(address + "/start", Map.of("mode", "upsert"));
    app.jobs().await(begun.path("job").asString());
    JsonNode run = api.get(address);
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
    return run.path("counts");
  }

  private static void say(Path file, JsonNode proposal) {
    JsonNode columns = proposal.path("columns");
    long mapped = columns.valueStream().filter(column -> column.path("target").isObject()).count();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-36s %3d columns, %3d mapped, %d questions",
            file.getFileName(),
            columns.size(),
            mapped,
            proposal.path("questions").size()));
  }

  private static JsonNode part(JsonNode counts, String rows) {
    return counts
        .path("parts")
        .valueStream()
        .filter(part -> part.path("rows").asString().equals(rows))
        .findFirst()
        .orElseThrow(() -> new AssertionError(counts.toString()));
  }

  private List<Purchase> purchases() {
    List<Purchase> purchases = new ArrayList<>();
    app.activities()
        .histories(
            app.activities().customers(),
            false,
            (_, all) -> {
              for (Activity each : all) {
                if (each instanceof Purchase purchase) {
                  purchases.add(purchase);
                }
              }
            });
    return purchases;
  }

  private static BigDecimal amount(Purchase purchase) {
    return BigDecimal.valueOf(purchase.amount(), Activity.AMOUNT_DECIMALS);
  }

  private static BigDecimal quantity(Purchase purchase) {
    return BigDecimal.valueOf(purchase.quantity(), Activity.QUANTITY_DECIMALS);
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The rows of a file, read without any of the product's own code. */
  private static <T> List<T> read(Path file, Charset charset, Function<NamedCsvRecord, T> take)
      throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, charset))) {
      return csv.stream().map(take).toList();
    }
  }

  private static Path there(String name) {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "There is no " + file + " beside the project");
    return file;
  }
}
