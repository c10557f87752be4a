package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that are broken, or made to break the service: each is told, and the next one is taken. */
final class BadImportsTest extends ServedImports {
  private static final int LONG_LINE = 60_000_000;

  /** Whatever was uploaded, the service goes on and takes an ordinary table. */
  @AfterEach
  void an_ordinary_table_is_taken() throws Exception {
    JsonNode done =
        desk.imported(
            "fine.csv", ImportsApiTest.people(10, "1390000"), ImportsApiTest.MAPPING, "upsert");
    assertThat(done.at("/counts/added").asInt()).as(done.toString()).isEqualTo(10);
  }

  @Test
  void a_line_without_an_end_is_refused() throws Exception {
    byte[] line = new byte[LONG_LINE];
    Arrays.fill(line, (byte) 'x');
    String detail = refused("line.csv", line);
    assertThat(detail).contains("line.csv:1");
    byte[] head = "no,name\nP1,One\nP2,\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, line, 0, head.length);
    assertThat(refused("quote.csv", line)).contains("quote.csv:3");
  }

  @Test
  void a_truncated_gzip_is_refused() throws Exception {
    byte[] packed = gzip(ImportsApiTest.people(50_000, "1390000"));
    assertThat(refused("half.csv.gz", Arrays.copyOf(packed, packed.length / 2)))
        .contains("ends too early");
    assertThat(refused("head.csv.gz", Arrays.copyOf(packed, 15))).contains("ends too early");
  }

  @Test
  void a_file_of_nul_bytes_is_refused() throws Exception {
    assertThat(refused("nul.csv", new byte[1_000_000])).isNotEmpty();
  }

  @Test
  void a_workbook_made_to_exhaust_memory_is_refused() throws Exception {
    assertThat(refused("bomb.xlsx", bomb())).contains("holds more than 256 MB");
  }

  @Test
  void rows_of_changing_length_are_told_by_their_numbers() throws Exception {
    String table =
        """
        no,name,tel,tags
        Q1,One,5550101,t
        Q2,Two
        Q3,Three,5550103,t,more,and more
        Q4,Four,5550104,t
        Q5
        """;
    String address = desk.mapped("uneven.csv", table, ImportsApiTest.MAPPING);
    JsonNode uneven = client.get(address + "/table").json().path("uneven");
    assertThat(uneven.valueStream().map(row -> row.path("row").asInt())).contains(3, 4, 6);
    JsonNode done = desk.run(address, "start", "{}");
    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.at("/counts/read").asInt()).isEqualTo(5);
    String rejected = client.get(address + "/rejected").text();
    assertThat(done.at("/counts/added").asInt()).isEqualTo(2);
    assertThat(rejected)
        .contains("row 3: The row has 2 cells. The header has 4.")
        .contains("row 4: The row has 6 cells.")
        .contains("row 6: The row has 1 cells.");
  }

  @Test
  void rows_that_are_no_records_are_passed_over_and_told() throws Exception {
    String table =
        """
        no,name,tel,tags
        Q1,One,5550101,t
        Total,,1,
        Q2,Two,5550102,t
        """;
    String address = desk.mapped("report.csv", table, ImportsApiTest.MAPPING);
    JsonNode seen = client.get(address + "/table").json();
    assertThat(seen.path("numbers").valueStream().map(JsonNode::asInt)).containsExactly(2, 4);
    JsonNode asides = seen.path("asides");
    assertThat(asides.path("count").asInt()).isEqualTo(1);
    assertThat(asides.at("/rows/0/row").asInt()).isEqualTo(3);
    assertThat(asides.at("/rows/0/cell").asString()).isEqualTo("Total");
    JsonNode done = desk.run(address, "start", "{}");
    assertThat(done.at("/counts/added").asInt()).isEqualTo(2);
    assertThat(done.at("/counts/read").asInt()).isEqualTo(2);
  }

  /** Uploads a file that cannot be read; what the import says of it. */
  private String refused(String name, byte[] bytes) throws Exception {
    JsonNode run = client.get(desk.upload(name, bytes)).json();
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("failed");
    assertThat(run.at("/problem/code").asString()).isEqualTo("invalid-file");
    String problem = run.path("problem").toString();
    assertThat(problem).contains(name).hasSizeLessThan(1_000);
    return problem;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Some 300 MB of shared texts in a file of some hundred kilobytes. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] text =
        "<si><t>aaaaaaaaaaaaaaaa</t></si>".repeat(1 << 15).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 300; i++) {
        zip.write(text);
      }
    }
    return bytes.toByteArray();
  }
}
