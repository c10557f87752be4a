package dev.winnow.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the lenient reading of table cells takes them. */
final class TableCellsTest {
  private final Normaliser normaliser = new Normaliser(SmallSchema.SCHEMA);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12            | 12
          -3.5          | -3.5
          +3            | 3
          .5            | 0.5
          5.            | 5
          1,234,567.891 | 1234567.89
          1 234,5       | none
          1 234.5       | 1234.5
          1'234.50      | 1234.5
          $90,000       | 90000
          -$5           | -5
          $-5           | -5
          ¥ 1,200.50    | 1200.5
          ￥1200         | 1200
          1200元         | 1200
          US$ 10        | 10
          10 EUR        | 10
          CNY10         | 10
          3.5万          | 35000
          1.2亿元        | 120000000
          12%           | 0.12
          (1,234.50)    | -1234.5
          1,234.50-     | -1234.5
          １２３．４      | 123.4
          1.5e3         | 1500
          −7            | -7
          1,23          | none
          1,2345        | none
          12,34,567     | none
          1,234 567     | none
          --5           | none
          (-5)          | none
          ()            | none
          50名           | 50
          1,200人        | 1200
          名             | none
          -             | none
          1.2.3         | none
          abc           | none
          NaN           | none
          0x10          | none
          """)
  void numbers_are_read_as_people_write_them(String cell, String expected) {
    if (expected.equals("none")) {
      assertRefused("spend", cell, "is not a number");
    } else {
      long cents = new BigDecimal(expected).movePointRight(2).longValueExact();
      assertThat(read("spend", cell).amount("spend")).hasValue(cents);
    }
  }

  @Test
  void a_percentage_is_itself_where_percent_is_the_unit() {
    assertThat(read("rate", "12.5 %").amount("rate")).hasValue(1250);
    assertThat(read("rate", "12.5").amount("rate")).hasValue(1250);
  }

  @Test
  void decimal_commas_are_read_where_they_are_announced() {
    TextFormats formats = new TextFormats(Map.of(), Set.of("spend"));
    assertThat(read("spend", "1.234,56 €", formats).amount("spend")).hasValue(123456);
    assertThat(read("rate", "1,234.5", formats).amount("rate")).hasValue(123450);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04, 2026-03-04",
    "2026-3-4, 2026-03-04",
    "2026/3/4, 2026-03-04",
    "20260304, 2026-03-04",
    "2026年3月4日, 2026-03-04",
    "2026.03.04, 2026-03-04",
    "4.3.2026, 2026-03-04",
    "1996-07-04 00:00:00.000, 1996-07-04",
    "2026-03-04T10:00:00+08:00, 2026-03-04",
    "2026/3/4 9:05 PM, 2026-03-04",
    "3/4/2026, none",
    "2026-02-30, none",
    "2026, none",
    "20260230, none",
    "10000-01-01, none",
    "tomorrow, none",
  })
  void dates_are_read_when_there_is_one_way_to_read_them(String cell, String expected) {
    if (expected.equals("none")) {
      assertRefused("born", cell, "is not a date");
    } else {
      assertThat(read("born", cell).amount("born"))
          .hasValue(LocalDate.parse(expected).toEpochDay());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "M/d/yyyy, 3/4/2026, 2026-03-04",
    "d/M/yyyy, 3/4/2026, 2026-04-03",
    "d/M/yyyy, 3/4/2026 12:30, 2026-04-03",
    "d MMM yyyy, 3 mar 2026, 2026-03-03",
    "M/d/yy, 3/4/26, 2026-03-04",
    "M/d/yyyy, 31/4/2026, none",
    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX, 2026-03-04T08:00:00.000Z, 2026-03-04",
  })
  void given_date_formats_replace_the_usual_ones(String format, String cell, String expected) {
    TextFormats formats =
        new TextFormats(Map.of("born", List.of(DatePattern.of(format))), Set.of());
    if (expected.equals("none")) {
      assertThatThrownBy(() -> read("born", cell, formats)).isInstanceOf(WinnowException.class);
    } else {
      assertThat(read("born", cell, formats).amount("born"))
          .hasValue(LocalDate.parse(expected).toEpochDay());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"是", "Y", "yes", "1", "TRUE"})
  void yes_is_read_in_several_ways(String cell) {
    assertThat(read("vip", cell).words("vip")).isEqualTo(List.of("true"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"否", "n", "No", "0", "false"})
  void no_is_read_in_several_ways(String cell) {
    assertThat(read("vip", cell).words("vip")).isEqualTo(List.of("false"));
  }

  @Test
  void blank_cells_are_absent_and_several_go_into_fields_that_take_them() {
    Customer customer =
        normaliser.fromText(
            "C1",
            Map.of("name", List.of("", "x"), "spend", List.of(" "), "tags", List.of("a", "", "b")));
    assertThat(customer.values().sequencedKeySet()).containsExactly("name", "tags");
    assertThat(customer.words("tags")).isEqualTo(List.of("a", "b"));
    assertThatThrownBy(() -> normaliser.fromText("C1", Map.of("name", List.of("x", "y"))))
        .hasMessage("/fields/name: There are 2 values. The field \"name\" takes at most 1.");
  }

  @Test
  void a_wrong_cell_is_refused_with_its_field() {
    assertThatThrownBy(() -> read("vip", "perhaps"))
        .hasMessage(
            "/fields/vip: The value \"perhaps\" is not yes or no. Write true/false, yes/no, Y/N,"
                + " 1/0 or 是/否.");
    assertRefused("tier", "huge", "is not in the list of \"tier\"");
  }

  private void assertRefused(String field, String cell, String detail) {
    assertThatThrownBy(() -> read(field, cell))
        .isInstanceOf(WinnowException.class)
        .hasMessageStartingWith("/fields/" + field + ": The value \"" + cell + "\" " + detail);
  }

  private Customer read(String field, String cell) {
    return read(field, cell, TextFormats.DEFAULT);
  }

  private Customer read(String field, String cell, TextFormats formats) {
    return normaliser.fromText("C1", Map.of("name", List.of("x"), field, List.of(cell)), formats);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy/M/d, 2024/5/20 下午 1:00:00, 2024-05-20",
    "yyyy年M月d日, 2024年5月20日10:00, 2024-05-20",
    "minguo, 民國113年5月20日, 2024-05-20",
    "minguo, 113/05/20, 2024-05-20",
    "minguo, 民国元年1月1日, 1912-01-01",
    "minguo, 113/02/30, none",
    "era, 令和6年5月20日, 2024-05-20",
    "era, 令和元年5月1日 10:30, 2019-05-01",
    "era, R6.5.20, 2024-05-20",
    "era, 昭和64年1月7日, 1989-01-07",
    "era, Q6.5.20, none",
    "numerals, 二〇二四年五月二十日, 2024-05-20",
    "numerals, 二○二四年十二月三十一日, 2024-12-31",
    "numerals, 二零二四年十月十日, 2024-10-10",
    "numerals, 二〇二四年十三月一日, none",
    "epoch, 1716163200, 2024-05-20",
    "epoch, 1716163200000, 2024-05-20",
    "epoch, 1716163200000000, none"
  })
  void days_of_other_reckonings_are_read(String word, String cell, String day) {
    assertThat(DatePattern.of(word).day(cell).map(Object::toString).orElse("none")).isEqualTo(day);
  }
}
