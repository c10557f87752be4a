package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvSourceTest {
  @TempDir private Path folder;

  @Test
  void quoted_cells_may_hold_commas_quotes_and_line_breaks_and_rows_know_their_line()
      throws IOException {
    Path file = write("id,name\nA,\"one\ntwo, \"\"three\"\"\"\n\nB,四\n");
    assertThat(rows(file, TableFormat.CSV))
        .containsExactly(
            new Row(2, List.of("A", "one\ntwo, \"three\"")), new Row(5, List.of("B", "四")));
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
    Path file = write("\uFEFFid,name\nA,B\n");
    try (RowSource source = CsvSource.open(file, TableFormat.CSV)) {
      assertThat(source.header()).containsExactly("id", "name");
    }
  }

  @Test
  void other_charsets_and_delimiters_are_read_as_told() throws IOException {
    Charset western = Charset.forName("windows-1252");
    Path file = Files.write(folder.resolve("a.csv"), "id;name\nA;Muñoz\n".getBytes(western));
    assertThat(rows(file, TableFormat.csv(western, ';')))
        .containsExactly(new Row(2, List.of("A", "Muñoz")));
  }

  @Test
  void a_packed_file_is_unpacked() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("id\nA\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(rows(file, TableFormat.CSV)).containsExactly(new Row(2, List.of("A")));
  }

  @Test
  void bytes_that_are_no_text_are_marked_and_spoil_only_their_row() throws IOException {
    byte[] bytes = "id,name\nA,x\nB,y\n".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xF1;
    Path file = Files.write(folder.resolve("a.csv"), bytes);
    assertThat(rows(file, TableFormat.CSV))
        .containsExactly(
            new Row(2, List.of("A", String.valueOf(RowSource.UNREADABLE))),
            new Row(3, List.of("B", "y")));
  }

  @Test
  void columns_without_a_name_of_their_own_are_given_one() throws IOException {
    Path file = write("id,name,id,,ID\n1,2,3,4,5\n");
    try (RowSource source = CsvSource.open(file, TableFormat.CSV)) {
      assertThat(source.header()).containsExactly("id", "name", "id 2", "column 4", "ID 3");
    }
  }

  @Test
  void a_broken_file_is_refused_with_what_is_wrong() throws IOException {
    assertRefused("", "The file is empty.");
    assertRefused("id,name\nA,\"open\n", "not valid CSV");
    assertThatThrownBy(() -> CsvSource.open(folder.resolve("none.csv"), TableFormat.CSV))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining("There is no file");
  }

  private void assertRefused(String content, String message) throws IOException {
    Path file = write(content);
    assertThatThrownBy(() -> rows(file, TableFormat.CSV))
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message);
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), content);
  }

  private static List<Row> rows(Path file, TableFormat.Delimited format) {
    try (RowSource source = CsvSource.open(file, format)) {
      List<Row> rows = new ArrayList<>();
      source.forEachRemaining(rows::add);
      return rows;
    }
  }
}
