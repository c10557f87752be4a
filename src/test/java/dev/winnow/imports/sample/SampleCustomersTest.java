package dev.winnow.imports.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.customer.Normaliser;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import dev.winnow.schema.SchemaReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SampleCustomersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final int COUNT = 20_000;
  private static final Schema SCHEMA = SchemaReader.read(Path.of("index-config"));
  private static final List<Customer> CUSTOMERS = customers(7, COUNT);

  /** A rule fills it from the others, so that nobody is made up with it. */
  private static final String GRADED = "abc_class";

  @Test
  void a_small_set_is_the_beginning_of_a_larger_one_with_the_same_seed() {
    assertThat(customers(7, 500)).isEqualTo(CUSTOMERS.subList(0, 500));
    assertThat(customers(8, 500)).isNotEqualTo(CUSTOMERS.subList(0, 500));
  }

  @Test
  void every_customer_passes_the_normaliser_unchanged() {
    Normaliser normaliser = new Normaliser(SCHEMA);
    CustomerCodec codec = new CustomerCodec(SCHEMA);
    JsonMapper json = JsonMapper.builder().build();
    for (Customer customer : CUSTOMERS.subList(0, 5_000)) {
      Customer again =
          normaliser.fromJson(customer.id(), json.readTree(codec.encode(customer)), "/fields");
      assertThat(again).isEqualTo(customer);
    }
  }

  @Test
  void every_value_of_a_closed_facet_occurs_and_none_has_them_all() {
    for (Field field : SCHEMA.facets()) {
      if (field instanceof Field.Keyword(_, List<Field.KnownValue> values, boolean closed)
          && closed
          && !field.name().equals(GRADED)) {
        Map<String, Integer> counts = counts(field.name());
        Set<String> wanted =
            values.stream().map(Field.KnownValue::value).collect(Collectors.toSet());
        wanted.removeAll(Set.of("other"));
        assertThat(counts.keySet()).as(field.name()).containsAll(wanted);
        assertThat(counts.values()).as(field.name()).allMatch(count -> count < COUNT * 8 / 10);
      }
    }
  }

  @Test
  void facets_are_skewed_and_have_gaps() {
    for (String facet : List.of("region", "industry", "owner", "tags", "channel")) {
      Map<String, Integer> counts = counts(facet);
      int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      double average = counts.values().stream().mapToInt(Integer::intValue).average().orElseThrow();
      assertThat(most).as(facet).isGreaterThan((int) (1.5 * average)).isLessThan(COUNT / 2);
    }
    assertThat(counts("owner")).hasSize(200);
    assertThat(CUSTOMERS).anyMatch(customer -> customer.words("owner").isEmpty());
    assertThat(CUSTOMERS).anyMatch(customer -> customer.words("email").isEmpty());
    assertThat(CUSTOMERS).anyMatch(customer -> customer.words("tags").size() > 2);
  }

  @Test
  void purchases_agree_with_each_other() {
    for (Customer customer : CUSTOMERS) {
      boolean isProspect = customer.words("lifecycle").contains("prospect");
      assertThat(customer.amount("last_purchase").isEmpty()).isEqualTo(isProspect);
      assertThat(customer.amount("total_spend").isEmpty()).isEqualTo(isProspect);
      if (!isProspect) {
        long last = customer.amount("last_purchase").orElseThrow();
        assertThat(last).isLessThanOrEqualTo(TODAY.toEpochDay());
        assertThat(customer.amount("customer_since").orElseThrow()).isLessThanOrEqualTo(last);
        assertThat(customer.amount("order_count").orElseThrow()).isPositive();
        assertThat(customer.amount("total_spend").orElseThrow()).isPositive();
      }
    }
  }

  @Test
  void large_companies_spend_more() {
    assertThat(averageSpend("large")).isGreaterThan(5 * averageSpend("micro"));
  }

  @Test
  void companies_are_told_apart_by_their_names() {
    List<String> names =
        CUSTOMERS.stream()
            .filter(customer -> customer.words("customer_type").contains("enterprise"))
            .map(customer -> customer.words("name").getFirst())
            .toList();
    assertThat(new HashSet<>(names)).hasSizeGreaterThan(names.size() * 98 / 100);
  }

  @Test
  void no_address_leads_to_anybody() {
    assertThat(CUSTOMERS)
        .flatExtracting(customer -> customer.words("email"))
        .allMatch(email -> email.toString().endsWith(".example"));
  }

  private static List<Customer> customers(long seed, int count) {
    List<Customer> result = new ArrayList<>();
    new SampleCustomers(SCHEMA, seed, TODAY).generate(count).forEachRemaining(result::add);
    return result;
  }

  private static double averageSpend(String scale) {
    return CUSTOMERS.stream()
        .filter(customer -> customer.words("scale").contains(scale))
        .mapToLong(customer -> customer.amount("total_spend").orElse(0))
        .average()
        .orElseThrow();
  }

  private static Map<String, Integer> counts(String field) {
    Map<String, Integer> counts = new HashMap<>();
    for (Customer customer : CUSTOMERS) {
      customer.words(field).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts;
  }
}
