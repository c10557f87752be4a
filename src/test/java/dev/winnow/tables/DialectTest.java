package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import dev.winnow.tables.TableFormat.Delimited;
import dev.winnow.tables.TableFormat.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delimiters, quotes, line ends and headers as programs and people write them. */
final class DialectTest {
  @TempDir private Path folder;

  private Written file(String text) {
    return Written.text(folder, text);
  }

  private static Delimited format(Written table) {
    return (Delimited) table.guess().format();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "^", "~"})
  void the_delimiter_is_the_one_that_makes_all_lines_alike(String delimiter) {
    Written table =
        file(
            "id,name,city,note\n1,Smith; John,London,a|b\n2,\"Jones, Jim\",Paris,x\n3,Li,Rome,y; z\n"
                .replace("\"Jones, Jim\"", "Jones Jim")
                .replace(",", delimiter));
    assertThat(format(table).delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(table.header()).containsExactly("id", "name", "city", "note");
  }

  @Test
  void decimal_commas_are_no_delimiters() {
    Written table = file("artikel;preis;menge\nA1;1.234,56;3\nA2;12,50;1\nA3;7,00;12\n");
    assertThat(format(table).delimiter()).isEqualTo(';');
    assertThat(table.profile().columns().get(1).content())
        .isEqualTo(new ColumnProfile.Numbers(false, true, false, "", false));
  }

  @Test
  void one_column_of_prose_stays_one() {
    Written table = file("name\nSmith, John\nMiller, Ann\nDoe, Jane\n");
    assertThat(table.header()).containsExactly("name");
    assertThat(table.cells()).contains(List.of("Miller, Ann"));
  }

  @Test
  void excel_may_name_the_delimiter_itself() {
    Written table = file("sep=;\r\nid;name\r\n1;a,b\r\n2;c,d\r\n");
    assertThat(format(table).header()).isEqualTo(new Header(1, 1));
    assertThat(table.rows())
        .containsExactly(new Row(3, List.of("1", "a,b")), new Row(4, List.of("2", "c,d")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n"})
  void every_line_end_will_do(String end) {
    Written table = file("id,name\n1,\"a\nb\"\n2,c\n".replace("\n", end));
    assertThat(table.rows())
        .containsExactly(new Row(2, List.of("1", "a" + end + "b")), new Row(4, List.of("2", "c")));
  }

  @Test
  void line_ends_may_be_mixed() {
    assertThat(file("id,name\r1,a\n2,b\r\n3,c").cells())
        .containsExactly(List.of("1", "a"), List.of("2", "b"), List.of("3", "c"));
  }

  @Test
  void apostrophes_may_be_quotes() {
    Written table = file("'id','name'\n'1','a, b'\n'2','c, d'\n");
    assertThat(format(table).quote()).isEqualTo('\'');
    assertThat(table.cells()).containsExactly(List.of("1", "a, b"), List.of("2", "c, d"));
  }

  @Test
  void quotes_that_never_close_are_inches() {
    Written table = file("id,size\n1,\"5 in\n2,\"6 in\n3,\"7 in\n");
    assertThat(format(table).quote()).isEqualTo(Delimited.NO_QUOTE);
    assertThat(table.cells()).contains(List.of("2", "\"6 in"));
  }

  @Test
  void a_table_without_header_has_numbered_columns() {
    Written table = file("1001,2024-01-02,Smith\n1002,2024-01-03,Jones\n1003,2024-01-04,Miller\n");
    assertThat(format(table).header()).isEqualTo(Header.NONE);
    assertThat(table.header()).containsExactly("column 1", "column 2", "column 3");
    assertThat(table.rows()).hasSize(3);
  }

  @Test
  void words_that_come_again_below_are_no_names() {
    assertThat(format(file("M,Berlin\nF,Paris\nM,Rome\nF,Berlin\nM,Paris\n")).header())
        .isEqualTo(Header.NONE);
    assertThat(format(file("sex,city\nF,Paris\nM,Rome\nF,Berlin\nM,Paris\n")).header())
        .isEqualTo(Header.FIRST_LINE);
  }

  @Test
  void titles_above_the_header_are_skipped() {
    Written table =
        file("客户清单 2026年,,,\n制表人：张三,,,\n,,,\n编号,名称,城市,金额\n1,甲公司,杭州,100\n2,乙公司,上海,200\n");
    assertThat(format(table).header()).isEqualTo(new Header(3, 1));
    assertThat(table.header()).containsExactly("编号", "名称", "城市", "金额");
    assertThat(table.rows().getFirst()).isEqualTo(new Row(5, List.of("1", "甲公司", "杭州", "100")));
  }

  @Test
  void two_lines_of_header_with_merged_cells_make_one_name() {
    Written table =
        file("客户,,联系方式,\n编号,名称,电话,邮箱\n1,甲,0571-88880001,a@b.cn\n2,乙,0571-88880002,c@d.cn\n");
    assertThat(format(table).header()).isEqualTo(new Header(0, 2));
    assertThat(table.header()).containsExactly("客户 编号", "客户 名称", "联系方式 电话", "联系方式 邮箱");
    Written lower =
        file("编号,名称,联系方式,,备注\n,,电话,邮箱,\n1,甲,0571-88880001,a@b.cn,x\n2,乙,0571-88880002,c@d.cn,y\n");
    assertThat(lower.header()).containsExactly("编号", "名称", "联系方式 电话", "联系方式 邮箱", "备注");
  }

  @Test
  void rows_with_another_number_of_cells_are_given_as_they_are() {
    Written table = file("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n13,14,15\n16,17,18\n");
    assertThat(table.cells()).contains(List.of("4", "5"), List.of("6", "7", "8", "9"));
    assertThat(table.profile().uneven())
        .containsExactly(new Row(3, List.of("4", "5")), new Row(4, List.of("6", "7", "8", "9")));
  }

  @Test
  void rows_without_any_text_are_left_out() {
    assertThat(file("a,b\n1,2\n,\n ,\n3,4\n").cells())
        .containsExactly(List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void zero_bytes_are_kept_as_they_are() {
    assertThat(file("a,b\n1,x\u0000y\n2,z\n").cells())
        .containsExactly(List.of("1", "x\u0000y"), List.of("2", "z"));
  }

  @Test
  void ten_thousand_columns_are_read_and_more_than_excel_has_are_refused() {
    Written table = file(line(10_000) + "\n" + line(10_000) + "\n");
    assertThat(table.profile().columns()).hasSize(10_000);
    assertRefused(file(line(20_000) + "\n" + line(20_000) + "\n"), "more than 16,384 cells", ":1");
  }

  private static String line(int columns) {
    return IntStream.range(0, columns).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  @Test
  void a_quote_that_is_never_closed_is_told_with_the_line_where_it_opens() {
    assertRefused(file("id,name\n1,a\n2,\"b\n3,c\n4,d\n"), "never closed", ":3");
  }

  @Test
  void a_line_beyond_all_measure_is_refused_with_its_number() {
    String text = "id,name\n1,a\n2," + "x".repeat(5 << 20) + "\n3,c\n";
    assertRefused(file(text), "longer than 4,194,304 characters", ":3");
    assertRefused(file(text.replace(',', ' ')), "longer than 4,194,304 characters", ":3");
  }

  private static void assertRefused(Written table, String detail, String line) {
    assertThatThrownBy(() -> table.rows(TableFormat.CSV))
        .isInstanceOfSatisfying(
            WinnowException.class,
            e -> {
              assertThat(e.faults().getFirst().detail()).contains(detail);
              assertThat(e.faults().getFirst().pointer()).endsWith(line);
            });
  }

  @Test
  void a_delimiter_at_the_end_of_each_line_makes_no_column() {
    assertThat(file("a,b\n1,2,\n3, \"4, 5\" ,\n").cells())
        .containsExactly(List.of("1", "2"), List.of("3", "4, 5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000\u0003\u0002 a\u0000\u0004 b",
        "",
        " \n\n",
        "<html><table><tr><td>1</td></tr></table>",
        "%PDF-1.7"
      })
  void what_is_no_table_is_refused(String text) {
    assertThatThrownBy(() -> file(text).guess()).isInstanceOf(WinnowException.class);
  }
}
