package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.http.Client.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rows of tables that are customers whom there are already, or were. */
final class ImportDuplicatesTest extends ServedImports {
  private static final String MAPPING =
      """
      {"id": "no", "fields": {"name": "name", "phone": "tel", "channel": "via"}}""";
  private static final String HEADER = "no,name,tel,via\n";

  @BeforeEach
  void begin() throws Exception {
    put("E1", "杭州云杉软件有限公司", "0571-88886666");
    put("E2", "Blue Harbour Trading Ltd", "020 7946 0018");
  }

  private void put(String id, String name, String phone) throws Exception {
    Reply put =
        client.put(
            "/api/v1/customers/" + id,
            "{\"fields\":{\"name\":\"%s\",\"phone\":[\"%s\"]}}".formatted(name, phone));
    assertThat(put.status()).as(put.text()).isBetween(200, 201);
  }

  private JsonNode checked(String table) throws Exception {
    String address = desk.mapped("new.csv", HEADER + table, MAPPING);
    JsonNode run = desk.run(address, "check", "{\"mode\":\"upsert\"}");
    assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("checked");
    return client.get(address + "/report").json();
  }

  @Test
  void a_check_tells_of_rows_that_resemble_customers_there_are() throws Exception {
    JsonNode report =
        checked(
            """
            N1,云杉軟件（杭州）,+86 571 8888 6666,
            N2,"Blue Harbour Trading, Limited",0044 20 7946 0018,
            N3,Somebody else,555 0100,
            E2,Blue Harbour Trading Ltd,020 7946 0018,
            N3,Somebody else,555 0100,
            """);
    assertThat(report.at("/kinds/added").asInt()).isEqualTo(3);
    assertThat(report.at("/kinds/duplicate").asInt()).as(report.toString()).isEqualTo(3);
    JsonNode again = report.at("/samples/duplicate/0");
    assertThat(again.path("row").asInt()).isEqualTo(6);
    assertThat(again.path("of").isEmpty()).isTrue();
    JsonNode first = report.at("/samples/duplicate/1");
    assertThat(first.path("id").asString()).isEqualTo("N1");
    assertThat(first.path("row").asInt()).isEqualTo(2);
    assertThat(first.at("/of/0/id").asString()).isEqualTo("E1");
    assertThat(first.at("/of/0/name").asString()).isEqualTo("杭州云杉软件有限公司");
    assertThat(first.at("/of/0/score").asDouble()).isBetween(0.75, 1.0);
    assertThat(first.at("/of/0/reasons").toString()).contains("\"phone\"", "\"name\"");
    assertThat(report.at("/samples/duplicate/2/of/0/id").asString()).isEqualTo("E2");
  }

  @Test
  void rows_that_resemble_somebody_are_added_all_the_same() throws Exception {
    JsonNode done =
        desk.imported("new.csv", HEADER + "N1,云杉軟件（杭州）,+86 571 8888 6666,\n", MAPPING, "upsert");
    assertThat(done.at("/counts/added").asInt()).isEqualTo(1);
    assertThat(client.get("/api/v1/customers/N1").status()).isEqualTo(200);
  }

  @Test
  void a_customer_merged_away_is_left_alone_and_an_undo_leaves_it_so() throws Exception {
    String row = "N1,云杉軟件（杭州）,+86 571 8888 6666,online\n";
    JsonNode first = desk.imported("new.csv", HEADER + row, MAPPING, "upsert");
    Reply search = client.post("/api/v1/duplicates/search", "");
    var _ = server.services().rules().jobs().await(search.json().path("job").asString());
    String pair = client.get("/api/v1/duplicates").json().at("/pairs/0/id").asString();
    Reply merged = client.post("/api/v1/duplicates/" + pair + "/merge", "{\"keep\":\"E1\"}");
    assertThat(merged.status()).as(merged.text()).isEqualTo(200);

    String other = row.replace("online", "shop");
    assertThat(checked(other).path("kinds").toString())
        .contains("\"added\":0", "\"skipped\":1", "\"rejected\":0", "\"duplicate\":0");
    JsonNode again = desk.imported("new.csv", HEADER + other, MAPPING, "upsert");
    assertThat(again.at("/counts/skipped").asInt()).isEqualTo(1);
    assertThat(again.at("/counts/rejected").asInt()).isZero();
    assertThat(client.get("/api/v1/customers/N1").status()).isEqualTo(410);

    JsonNode undone = desk.run("/api/v1/imports/" + first.path("id").asString(), "undo", "");
    assertThat(undone.path("state").asString()).as(undone.toString()).isEqualTo("undone");
    assertThat(client.get("/api/v1/customers/N1").status()).isEqualTo(410);
    assertThat(client.get("/api/v1/customers/E1").status()).isEqualTo(200);
  }
}
