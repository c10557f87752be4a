package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonSourceTest {
  @TempDir private Path folder;

  private Written file(String text) {
    return Written.text(folder, text);
  }

  @Test
  void nested_members_have_names_with_points_and_lists_become_one_cell() {
    Written table =
        file(
            """
            {"id": 1, "address": {"city": "杭州", "geo": {"lat": 30.25}}, "tags": ["a", "b"]}

            {"id": 2, "name": null, "tags": [], "lines": [{"sku": "x"}], "vip": true, "sum": 1.5E3}
            """);
    assertThat(table.guess().format()).isEqualTo(new TableFormat.JsonLines());
    assertThat(table.header())
        .containsExactly(
            "id", "address.city", "address.geo.lat", "tags", "name", "lines", "vip", "sum");
    assertThat(table.rows())
        .containsExactly(
            new Row(1, List.of("1", "杭州", "30.25", "a|b", "", "", "", "")),
            new Row(3, List.of("2", "", "", "", "", "{\"sku\":\"x\"}", "true", "1500")));
  }

  @Test
  void an_array_is_read_like_lines() {
    Written table = file("[\n  {\"id\": 1,\n   \"n\": \"a\"},\n  {\"id\": 2}\n]\n");
    assertThat(table.rows())
        .containsExactly(new Row(2, List.of("1", "a")), new Row(4, List.of("2", "")));
  }

  @Test
  void objects_over_several_lines_are_read_one_after_the_other() {
    assertThat(file("{\n\"id\": 1\n}\n{\n\"id\": 2\n}\n").cells())
        .containsExactly(List.of("1"), List.of("2"));
  }

  @Test
  void a_broken_line_spoils_only_its_row() {
    List<Row> rows = file("{\"id\": 1}\n{\"id\": \n{\"id\": 3}\n").rows();
    assertThat(rows.stream().map(Row::cells))
        .containsExactly(List.of("1"), List.of(""), List.of("3"));
    assertThat(rows.get(1).faults().getFirst().detail()).contains("not a JSON object");
  }

  @Test
  void a_broken_array_ends_where_it_breaks() {
    assertThatThrownBy(() -> file("[{\"id\": 1},\n{\"id\": 2},\n{\"id\" 3}]").rows())
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(":3")
        .hasMessageContaining("not valid JSON");
  }

  @Test
  void the_records_of_an_answer_are_found_in_their_array() {
    String records = "[{\"id\": 1, \"at\": {\"city\": \"Ulm\"}},\n{\"id\": 2}]";
    for (String envelope :
        List.of(
            "{\"@odata.context\": \"x\", \"value\": %s}",
            "{\"total\": 2, \"links\": {\"self\": \"x\"},\n \"results\": %s, \"page\": 1}",
            "{\"code\": 0, \"data\": {\"list\": %s, \"total\": 2}, \"msg\": \"ok\"}",
            "{\"customers\": %s, \"total\": 5}",
            "{\"warnings\": [{\"a\": 1}, {\"a\": 2}, {\"a\": 3}], \"data\": %s}")) {
      Written table = file(envelope.formatted(records));
      assertThat(table.guess().format()).isEqualTo(new TableFormat.JsonLines());
      assertThat(table.header()).as(envelope).containsExactly("id", "at.city");
      assertThat(table.cells()).as(envelope).containsExactly(List.of("1", "Ulm"), List.of("2", ""));
    }
  }

  @Test
  void answers_one_after_the_other_are_all_read() {
    String page = "{\n\"data\": [{\"id\": %d},\n{\"id\": %d}],\n\"more\": [1]\n}\n";
    assertThat(file(page.formatted(1, 2) + page.formatted(3, 4)).cells())
        .containsExactly(List.of("1"), List.of("2"), List.of("3"), List.of("4"));
  }

  @Test
  void an_object_with_parts_is_a_record_itself() {
    assertThat(file("{\"id\": 7, \"lines\": [{\"sku\": 1}, {\"sku\": 2}]}\n").header())
        .containsExactly("id", "lines");
    assertThat(file("{\"no\": 7, \"lines\": [{\"sku\": 1}]}\n").header())
        .containsExactly("no", "lines");
  }

  @Test
  void elements_on_one_line_have_numbers_of_their_own() {
    assertThat(file("{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}]}").rows())
        .containsExactly(new Row(1, List.of("a")), new Row(2, List.of("b")));
  }

  @Test
  void json_in_utf_16_is_read_too() {
    String text = "\uFEFF[{\"id\": 1, \"name\": \"杭州\"}]";
    assertThat(Written.text(folder, text, StandardCharsets.UTF_16LE).cells())
        .containsExactly(List.of("1", "杭州"));
  }
}
