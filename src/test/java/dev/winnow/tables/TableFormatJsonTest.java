package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import dev.winnow.tables.TableFormat.Delimited;
import dev.winnow.tables.TableFormat.FixedWidth;
import dev.winnow.tables.TableFormat.Header;
import dev.winnow.tables.TableFormat.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class TableFormatJsonTest {
  private static TableFormat read(String json) {
    return TableFormatJson.read(JsonMapper.shared().readTree(json));
  }

  @Test
  void what_is_written_is_read_back() {
    for (TableFormat format :
        List.of(
            TableFormat.CSV,
            new Delimited(Charset.forName("GB18030"), '\t', Delimited.NO_QUOTE, new Header(3, 2)),
            new FixedWidth(StandardCharsets.UTF_8, List.of(new Place("a", 1, 3))),
            new TableFormat.Workbook("Sheet 1", Header.NONE),
            new TableFormat.JsonLines())) {
      assertThat(read(TableFormatJson.write(format).toString())).isEqualTo(format);
    }
  }

  @Test
  void what_is_left_out_is_as_in_plain_csv() {
    assertThat(read("{\"kind\": \"csv\"}")).isEqualTo(TableFormat.CSV);
  }

  @Test
  void columns_of_the_same_name_are_told_apart() {
    assertThat(
            read(
                "{\"kind\":\"fixed-width\",\"columns\":[{\"name\":\"a\",\"from\":1,\"to\":2},{\"name\":\"a\",\"from\":3,\"to\":4}]}"))
        .isEqualTo(
            new FixedWidth(
                StandardCharsets.UTF_8, List.of(new Place("a", 1, 2), new Place("a 2", 3, 4))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {"kind": "xls"} ~ /kind
          {"kind": "csv", "delimeter": ";"} ~ /delimeter
          {"kind": "csv", "delimiter": ";;"} ~ /delimiter
          {"kind": "csv", "delimiter": ""} ~ /delimiter
          {"kind": "csv", "quote": ","} ~ /quote
          {"kind": "csv", "charset": "UTF-99"} ~ /charset
          {"kind": "csv", "header": {"lines": 6}} ~ /header/lines
          {"kind": "csv", "header": {"skip": "x"}} ~ /header/skip
          {"kind": "fixed-width", "columns": []} ~ /columns
          {"kind": "fixed-width", "columns": [{"name": "a", "from": 5, "to": 3}]} ~ /columns/0/to
          """)
  void what_is_wrong_is_pointed_to(String json, String pointer) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            WinnowException.class,
            e -> assertThat(e.faults().getFirst().pointer()).isEqualTo(pointer));
  }
}
