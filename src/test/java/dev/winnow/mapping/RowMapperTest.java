package dev.winnow.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.mapping.RowMapper.Mapped;
import dev.winnow.tables.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RowMapperTest {
  private static final MappingReader READER = new MappingReader(Proposals.SCHEMA);

  private static final String LINES =
      """
      nulls: "-"
      parts:
        - rows: purchases
          id: {columns: [invoice, "#row"]}
          skip: {column: customer, blank: true}
          returns: [{column: invoice, starts-with: c}, {column: kind, is: [退货, return]}]
          fields:
            customer: {column: customer, number: true}
            time: {column: date, dates: [M/d/yyyy, excel]}
            quantity: qty
            amount: {times: [price, qty], less: off}
        - rows: customers
          id: {column: customer, number: true}
          skip: {column: customer, blank: true}
          fields:
            region: {column: place, unlisted: find}
      """;

  private final RowMapper lines =
      new RowMapper(
          READER.read(LINES, "lines"),
          List.of("invoice", "customer", "date", "qty", "price", "off", "kind", "place"));

  @Test
  void a_row_of_orders_gives_its_customer_first_who_is_called_by_his_id() {
    List<Mapped> mapped =
        lines.map(row("536365", "17850.0", "1/31/2026", "6", "2.5", "", "", "深圳"));
    assertThat(mapped)
        .extracting(each -> each.part().rows().word())
        .containsExactly("customers", "purchases");
    Mapped customer = mapped.getFirst();
    assertThat(customer.id()).isEqualTo("17850");
    assertThat(customer.cells()).containsEntry("name", List.of("17850"));
    assertThat(customer.cells()).containsEntry("region", List.of("中国/广东/深圳"));
    assertThat(customer.assumed()).containsExactly("name");
    Mapped purchase = mapped.getLast();
    assertThat(purchase.id()).isEqualTo("536365-7");
    assertThat(purchase.cells()).containsEntry("customer", List.of("17850"));
    assertThat(purchase.cells()).containsEntry("amount", List.of("15.0"));
    assertThat(purchase.faults()).isEmpty();
  }

  @Test
  void returns_count_negative_however_they_are_written() {
    assertThat(numbers("C1", "6", "")).containsExactly("-6", "-15.0");
    assertThat(numbers("C1", "-6", "")).containsExactly("-6", "-15.0");
    assertThat(numbers("1", "6", "退货")).containsExactly("-6", "-15.0");
    assertThat(numbers("1", "-6", "")).containsExactly("-6", "-15.0");
    assertThat(numbers("1", "6", "sale")).containsExactly("6", "15.0");
  }

  @Test
  void rows_that_are_skipped_become_nothing() {
    assertThat(lines.map(row("1", "", "1/31/2026", "6", "2.5", "", "", ""))).isEmpty();
    assertThat(lines.map(row("1", "-", "1/31/2026", "6", "2.5", "", "", ""))).isEmpty();
  }

  @Test
  void leading_zeros_of_ids_stay() {
    assertThat(lines.map(row("1", "00017850", "1/31/2026", "1", "1", "", "", "")).getFirst().id())
        .isEqualTo("00017850");
  }

  @Test
  void a_discount_may_be_a_percentage_or_missing() {
    assertThat(lines.map(row("1", "7", "1/31/2026", "2", "50", "10%", "", "")).getLast().cells())
        .containsEntry("amount", List.of("90.00"));
    assertThat(
            lines.map(row("1", "7", "1/31/2026", "2", "1,050.50", "-", "", "")).getLast().cells())
        .containsEntry("amount", List.of("2101.00"));
  }

  @Test
  void what_is_decided_for_a_value_holds_for_all_rows() {
    RowMapper mapper =
        new RowMapper(
            READER.read(
                "{\"id\": \"no\", \"fields\": {\"name\": \"no\", \"region\": {\"columns\": [\"a\","
                    + " \"b\"], \"unlisted\": \"find\", \"values\": {\"Lummerland\": \"德国\"}}}}",
                "places"),
            List.of("no", "a", "b"));
    assertThat(mapper.map(row("1", "Lummerland", "Berlin")).getFirst().cells())
        .containsEntry("region", List.of("德国/Berlin"));
    assertThat(mapper.map(row("1", "浙江省", "杭州市")).getFirst().cells())
        .containsEntry("region", List.of("中国/浙江/杭州"));
    assertThat(mapper.map(row("1", "Atlantis", "")).getFirst().cells())
        .containsEntry("region", List.of("Atlantis"));
  }

  private List<String> numbers(String invoice, String quantity, String kind) {
    Mapped mapped =
        lines.map(row(invoice, "7", "1/31/2026", quantity, "2.5", "", kind, "")).getLast();
    return Stream.of("quantity", "amount")
        .flatMap(field -> mapped.cells().getOrDefault(field, List.of()).stream())
        .toList();
  }

  private static Row row(String... cells) {
    return new Row(7, Arrays.asList(cells));
  }
}
