package dev.winnow.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.problem.WinnowException;
import dev.winnow.tables.TableFormat.Header;
import dev.winnow.tables.TableFormat.Workbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as Excel and its imitators write them. */
final class WorkbookTest {
  @TempDir private Path folder;

  /** A workbook of one sheet. */
  private Written workbook(Consumer<Worksheet> fill) throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
      fill.accept(workbook.newWorksheet("Data"));
      workbook.finish();
    }
    return new Written(file);
  }

  @Test
  void a_merged_header_and_serial_dates_are_read_as_people_see_them() throws IOException {
    Written table =
        workbook(
            sheet -> {
              sheet.value(0, 0, "客户清单");
              sheet.range(0, 0, 0, 3).merge();
              row(sheet, 2, "客户", "", "订单", "");
              sheet.range(2, 0, 2, 1).merge();
              sheet.range(2, 2, 2, 3).merge();
              row(sheet, 3, "编号", "名称", "日期", "金额");
              for (int i = 4; i < 8; i++) {
                row(sheet, i, "C" + i, "公司" + i);
                sheet.value(i, 2, LocalDate.of(2026, 3, i));
                sheet.style(i, 2).format("yyyy/m/d").set();
                sheet.value(i, 3, 1234.5 + i);
              }
            });
    assertThat(table.guess().format()).isEqualTo(new Workbook("Data", new Header(2, 2)));
    assertThat(table.header()).containsExactly("客户 编号", "客户 名称", "订单 日期", "订单 金额");
    assertThat(table.rows().getFirst())
        .isEqualTo(new Row(5, List.of("C4", "公司4", "2026-03-04", "1238.5")));
    assertThat(table.profile().columns().get(2).content())
        .isEqualTo(new ColumnProfile.Dates(List.of("yyyy-MM-dd"), false, false));
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        sheet.value(row, i, cells[i]);
      }
    }
  }

  @Test
  void numbers_are_plain_and_codes_keep_the_zeros_that_their_format_shows() throws IOException {
    Written table =
        workbook(
            sheet -> {
              row(sheet, 0, "id", "code", "price", "flag", "when", "big");
              sheet.value(1, 0, 17850);
              sheet.value(1, 1, 123);
              sheet.style(1, 1).format("000000").set();
              sheet.value(1, 2, 0.1 + 0.2);
              sheet.value(1, 3, true);
              sheet.value(1, 4, LocalDateTime.of(2026, 3, 31, 10, 0, 5));
              sheet.style(1, 4).format("dd.mm.yyyy hh:mm").set();
              sheet.value(1, 5, 1.5e9);
            });
    assertThat(table.cells())
        .containsExactly(
            List.of("17850", "000123", "0.3", "true", "2026-03-31T10:00:05", "1500000000"));
  }

  @Test
  void empty_cells_at_the_end_are_filled_up_and_empty_rows_left_out() throws IOException {
    Written table =
        workbook(
            sheet -> {
              row(sheet, 0, "a", "b", "c");
              row(sheet, 1, "1", "2", "3");
              row(sheet, 4, "4");
            });
    assertThat(table.rows())
        .containsExactly(new Row(2, List.of("1", "2", "3")), new Row(5, List.of("4", "", "")));
  }

  @Test
  void formulas_give_the_values_that_were_saved_and_errors_a_fault() throws IOException {
    Written table =
        raw(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c>
            <c r="B1" t="inlineStr"><is><t>total</t></is></c></row>
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>
            <row r="3"><c r="A3" t="str"><f>"x"&amp;"y"</f><v>xy</v></c>
            <c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
            <row r="4"><c r="A4" t="s"><v>0</v></c><c r="B4" t="e"><v>#N/A</v></c></row>
            """);
    List<Row> rows = table.rows();
    assertThat(rows.stream().map(Row::cells))
        .containsExactly(List.of("two", "2"), List.of("xy", ""), List.of("one", ""));
    assertThat(rows.get(1).faults().getFirst().pointer()).isEqualTo("total");
    assertThat(rows.get(2).faults().getFirst().detail()).contains("#N/A");
  }

  @Test
  void the_sheet_with_the_table_is_chosen_and_others_can_be() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
      workbook.newWorksheet("Read me").value(0, 0, "How to use this");
      Worksheet data = workbook.newWorksheet("Data");
      row(data, 0, "id", "name");
      row(data, 1, "1", "a");
      workbook.finish();
    }
    Written table = new Written(file);
    assertThat(table.guess().sheets()).containsExactly("Read me", "Data");
    assertThat(table.cells()).containsExactly(List.of("1", "a"));
    assertThatThrownBy(() -> table.rows(new Workbook("data", Header.FIRST_LINE)))
        .hasMessageContaining("Did you mean \"Data\"?");
  }

  @Test
  void ten_thousand_columns_are_read() throws IOException {
    Written table =
        workbook(
            sheet -> {
              for (int i = 0; i < 10_000; i++) {
                sheet.value(0, i, "c" + i);
                sheet.value(1, i, i);
              }
            });
    assertThat(table.cells().getFirst()).hasSize(10_000).endsWith("9999");
  }

  @Test
  void a_workbook_made_to_exhaust_memory_is_refused() throws IOException {
    assertRefused(raw("<row><c><v>" + "x".repeat(5 << 20) + "</v></c></row>"), "cell of more than");
    assertRefused(raw("<row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row>"), "beyond column XFD");
    assertRefused(raw("<row>" + "<c><v>1</v></c>".repeat(17_000) + "</row>"), "more than 16,384");
    Written shared = zip("xl/sharedStrings.xml", "<si><t>a</t></si>".repeat(60_000), 300);
    assertRefused(shared, "holds more than 256 MB");
    assertRefused(zip("xl/styles.xml", "<!DOCTYPE x [<!ENTITY a \"a\">]>", 1), "document type");
  }

  private static void assertRefused(Written table, String message) {
    assertThatThrownBy(table::guess)
        .isInstanceOf(WinnowException.class)
        .hasMessageContaining(message);
  }

  @Test
  void what_only_looks_like_a_workbook_is_refused_with_what_to_do() throws IOException {
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 26, (byte) 0xE1
    };
    assertRefused(Written.bytes(folder, Arrays.copyOf(old, 2000)), "save it as .xlsx");
    assertRefused(zip("content.xml", "<x/>", 1), ".ods");
    assertRefused(zip("xl/workbook.xml", "<nothing/>", 1), "The workbook is damaged");
    Written whole = workbook(sheet -> row(sheet, 0, "a", "b"));
    byte[] bytes = Files.readAllBytes(whole.file());
    assertRefused(Written.bytes(folder, Arrays.copyOf(bytes, bytes.length / 2)), "too early");
  }

  /** An archive with one entry that repeats a text. */
  private Written zip(String entry, String text, int times) throws IOException {
    Path file = Files.createTempFile(folder, "raw", ".xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      if (!entry.equals("xl/workbook.xml")) {
        zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      }
      zip.putNextEntry(new ZipEntry(entry));
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < times; i++) {
        zip.write(bytes);
      }
    }
    return new Written(file);
  }

  /** A workbook whose sheet has these rows, with "one" and "two" as shared texts. */
  private Written raw(String rows) throws IOException {
    Path file = Files.createTempFile(folder, "raw", ".xlsx");
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + part("/xl/workbook.xml", types + "sheet.main+xml")
              + part("/xl/worksheets/sheet1.xml", types + "worksheet+xml")
              + part("/xl/sharedStrings.xml", types + "sharedStrings+xml")
              + "</Types>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
              .formatted(main, office));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"%s/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
              .formatted(office));
      put(
          zip,
          "xl/sharedStrings.xml",
          "<sst xmlns=\"%s\"><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si></sst>"
              .formatted(main));
      put(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(main, rows));
    }
    return new Written(file);
  }

  private static String part(String name, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(name, type);
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
