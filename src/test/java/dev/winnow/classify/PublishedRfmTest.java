package dev.winnow.classify;

import static dev.winnow.classify.People.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winnow.condition.Condition;
import dev.winnow.condition.NaiveFilter;
import dev.winnow.customer.Customer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The results that the R package {@code rfm} publishes for its orders, with the shipped rule. */
final class PublishedRfmTest {
  private static final Path ORDERS = Path.of("../shared/data/rfm_orders/rfm_data_orders.csv");
  private static final LocalDate DAY = LocalDate.of(2006, 12, 31);
  private static People people = new People(List.of());

  @BeforeAll
  static void the_orders_are_summed_up_by_customer() throws IOException {
    assumeTrue(Files.exists(ORDERS));
    Map<String, Map<String, Long>> byCustomer = new TreeMap<>();
    try (Stream<String> lines = Files.lines(ORDERS)) {
      lines.skip(1).map(line -> line.split(",", -1)).forEach(order -> add(byCustomer, order));
    }
    people = new People(byCustomer.values().stream().map(People::customer).toList());
  }

  private static void add(Map<String, Map<String, Long>> byCustomer, String[] order) {
    Map<String, Long> customer = byCustomer.computeIfAbsent(order[0], _ -> new LinkedHashMap<>());
    customer.merge("last_purchase", LocalDate.parse(order[1]).toEpochDay(), Math::max);
    customer.merge("order_count", 1L, Long::sum);
    customer.merge("total_spend", 100 * Long.parseLong(order[2]), Long::sum);
  }

  private static final Rule.Rfm RULE = rule();
  private static final CutPoints PUBLISHED =
      new CutPoints(
          Map.of(
              "recency", decimals("115", "181", "297.4", "482"),
              "frequency", decimals("4", "5", "6", "8"),
              "monetary", decimals("255.8", "382", "506.4", "666")));

  private static Rule.Rfm rule() {
    return RulesFile.read(Path.of("index-config"), SCHEMA).stream()
        .map(NamedRule::rule)
        .filter(Rule.Rfm.class::isInstance)
        .map(Rule.Rfm.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<BigDecimal> decimals(String... numbers) {
    return Stream.of(numbers).map(BigDecimal::new).toList();
  }

  @Test
  void the_cut_points_are_those_published() {
    assertThat(CutPointFinder.of(RULE, people, SCHEMA, DAY)).isEqualTo(PUBLISHED);
  }

  @Test
  void the_segments_have_the_sizes_published() {
    Classifier classifier = Classifiers.of(RULE, PUBLISHED, SCHEMA, DAY);
    Map<String, Integer> sizes = new LinkedHashMap<>();
    classifier.grades().forEach(grade -> sizes.put(grade, 0));
    people.each(
        classifier.inputs(),
        customer ->
            sizes.merge(classifier.grades().get(classifier.grade(customer)), 1, Integer::sum));
    Map<String, Integer> published = new LinkedHashMap<>();
    published.put("champions", 158);
    published.put("loyal", 278);
    published.put("potential_loyalist", 229);
    published.put("new", 0);
    published.put("promising", 0);
    published.put("need_attention", 35);
    published.put("about_to_sleep", 50);
    published.put("at_risk", 86);
    published.put("cant_lose", 0);
    published.put("lost", 111);
    published.put("others", 48);
    assertThat(sizes).containsExactlyEntriesOf(published);
  }

  @Test
  void the_champions_have_the_orders_and_the_revenue_published() {
    Classifier classifier = Classifiers.of(RULE, PUBLISHED, SCHEMA, DAY);
    int champions = classifier.grades().indexOf("champions");
    long[] orders = {0};
    long[] revenue = {0};
    people.each(
        classifier.inputs(),
        customer -> {
          if (classifier.grade(customer) == champions) {
            orders[0] += customer.amount(1);
            revenue[0] += customer.amount(2);
          }
        });
    assertThat(orders[0]).isEqualTo(1234);
    assertThat(revenue[0]).isEqualTo(12_017_800);
  }

  @Test
  void every_cell_of_the_heat_map_opens_as_the_condition_of_just_its_customers() {
    RfmMap map = new RfmMap(RULE, PUBLISHED, SCHEMA, DAY);
    people.each(RULE.inputs(), map::add);
    assertThat(map.cells()).hasSize(25);
    assertThat(map.cells().stream().mapToLong(RfmMap.Cell::customers).sum()).isEqualTo(995);
    for (RfmMap.Cell cell : map.cells()) {
      Condition condition = cell.condition().orElseThrow();
      List<Customer> found =
          people.all().stream().filter(one -> NaiveFilter.matches(condition, one, SCHEMA)).toList();
      assertThat(found).as("%s", cell).hasSize((int) cell.customers());
      assertThat(cell.sum())
          .isEqualTo(
              BigInteger.valueOf(
                  found.stream().mapToLong(c -> c.amount("total_spend").orElseThrow()).sum()));
    }
  }
}
