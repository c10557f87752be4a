package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.condition.Condition;
import dev.winnow.customer.Customer;
import dev.winnow.engine.Snapshot;
import dev.winnow.engine.StoredCustomer;
import dev.winnow.imports.Counts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real purchases imported, and what they add up to held against sums of the files themselves. */
final class RealActivitiesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final Path MAPPINGS = Path.of("docs/mappings");

  @TempDir private Path folder;

  @BeforeEach
  void createUnknownCustomers() throws IOException {
    Files.writeString(
        folder.resolve(Config.FILE),
        "time-zone: Asia/Shanghai\nactivities: {unknown-customer: create}\n");
  }

  @Test
  void orders_of_made_up_people_add_up() {
    Path file = there("rfm_orders/rfm_data_orders.csv");
    try (App app = App.open(ConfigReader.read(folder))) {
      assertThat(load(app, "rfm_orders.yml", file).added()).isEqualTo(4_906);
      Map<String, BigDecimal> expected =
          lines(file).stream()
              .map(line -> line.split(",", -1))
              .collect(
                  Collectors.toMap(
                      cells -> cells[0], cells -> new BigDecimal(cells[2]), BigDecimal::add));
      assertThat(app.customers()).isEqualTo(995).isEqualTo(expected.size());
      for (Customer customer : customers(app)) {
        assertThat(spend(customer)).isEqualByComparingTo(expected.get(customer.id()));
      }
      assertThat(load(app, "rfm_orders.yml", file).unchanged()).isEqualTo(4_906);
    }
  }

  @Test
  void purchases_in_columns_of_fixed_width_add_up() {
    Path file = there("cdnow_sample/CDNOW_sample.txt");
    try (App app = App.open(ConfigReader.read(folder))) {
      assertThat(load(app, "cdnow_sample.yml", file).added()).isEqualTo(6_919);
      assertThat(app.customers()).isEqualTo(2_357);
      BigDecimal expected =
          text(file).stream()
              .map(line -> new BigDecimal(line.strip().split("\\s+", -1)[4]))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(total(app)).isEqualByComparingTo(expected);
    }
  }

  @Test
  void lines_of_orders_joined_with_their_orders_add_up_net_of_discounts() {
    Path file = there("northwind/order_details.csv");
    try (App app = App.open(ConfigReader.read(folder))) {
      assertThat(load(app, "northwind_orders.yml", file).added()).isEqualTo(2_155);
      assertThat(exactTotal(app)).isEqualByComparingTo("1265793.0395");
    }
  }

  @Test
  void three_years_of_sales_and_their_returns_add_up() {
    Path first = there("adventureworks/AdventureWorks_Sales_2015.csv.gz");
    try (App app = App.open(ConfigReader.read(folder))) {
      BigDecimal expected = BigDecimal.ZERO;
      long rows = 0;
      for (int year = 2015; year <= 2017; year++) {
        Path file = first.resolveSibling("AdventureWorks_Sales_" + year + ".csv.gz");
        rows += load(app, "adventureworks_sales.yml", file).added();
        for (String line : lines(file)) {
          String[] cells = line.split(",", -1);
          expected = expected.add(new BigDecimal(cells[7]).multiply(new BigDecimal(cells[8])));
        }
      }
      assertThat(rows).isEqualTo(56_046);
      assertThat(exactTotal(app)).isEqualByComparingTo(expected);
      Path returns = there("adventureworks/AdventureWorks_Returns.csv");
      Map<String, BigDecimal> prices = prices(there("adventureworks/AdventureWorks_Products.csv"));
      long unpriced = 0;
      for (String line : lines(returns)) {
        String[] cells = line.split(",", -1);
        BigDecimal price = prices.getOrDefault(cells[2], BigDecimal.ZERO);
        unpriced += prices.containsKey(cells[2]) ? 0 : 1;
        expected = expected.subtract(new BigDecimal(cells[3]).multiply(price));
      }
      assertThat(
              Imported.into(app, returns, MAPPINGS.resolve("adventureworks_returns.yml"))
                  .rejected())
          .isEqualTo(unpriced);
      assertThat(exactTotal(app)).isEqualByComparingTo(expected);
    }
  }

  private static Path there(String name) {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "There is no " + file + " beside the project");
    return file;
  }

  static Counts load(App app, String mapping, Path file) {
    Counts counts = Imported.into(app, file, MAPPINGS.resolve(mapping));
    assertThat(counts.rejected()).isZero();
    return counts;
  }

  /** Prices by product key; product names may have commas, so cells are counted from the end. */
  private static Map<String, BigDecimal> prices(Path file) {
    return lines(file).stream()
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.indexOf(',')),
                line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1))));
  }

  private static List<Customer> customers(App app) {
    try (Snapshot snapshot = app.engine().snapshot()) {
      return snapshot.members(Condition.EVERYONE, -1, 100_000).stream()
          .map(StoredCustomer::customer)
          .toList();
    }
  }

  private static BigDecimal spend(Customer customer) {
    return BigDecimal.valueOf(customer.amount("total_spend").orElse(0), 2);
  }

  private static BigDecimal total(App app) {
    return customers(app).stream()
        .map(RealActivitiesTest::spend)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the activities themselves, before fields round it to the minor unit. */
  private static BigDecimal exactTotal(App app) {
    List<BigDecimal> amounts = new ArrayList<>();
    app.activities()
        .histories(
            app.activities().customers(),
            false,
            (_, all) ->
                all.forEach(
                    each -> {
                      if (each instanceof dev.winnow.activity.Activity.Purchase purchase) {
                        amounts.add(BigDecimal.valueOf(purchase.amount(), 4));
                      }
                    }));
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The lines of a file behind its header. */
  private static List<String> lines(Path file) {
    List<String> all = text(file);
    return all.subList(1, all.size());
  }

  private static List<String> text(Path file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                file.toString().endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
