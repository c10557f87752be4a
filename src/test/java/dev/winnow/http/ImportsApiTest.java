package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables in over HTTP: from the upload to the customers, and back. */
final class ImportsApiTest extends ServedImports {
  static final String MAPPING =
      """
      {"id": "no", "fields": {"name": "name", "phone": "tel", "tags": "tags"}}""";
  private static final String ORDERS =
      """
      {"parts": [
        {"rows": "customers", "id": "who", "fields": {"name": "name"}},
        {"rows": "purchases", "id": {"columns": ["order", "line"]},
         "fields": {"customer": "who", "time": "day", "order": "order", "amount": "sum"}}]}""";

  static String people(int count, String phone) {
    return "no,name,tel,tags\n"
        + IntStream.rangeClosed(1, count)
            .mapToObj(i -> "P%d,Person %d,%s%04d,t%d".formatted(i, i, phone, i, i % 3))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private JsonNode customer(String id) throws Exception {
    return client.get("/api/v1/customers/" + id).json().path("fields");
  }

  private long total() throws Exception {
    return client.post("/api/v1/customers/search", "{\"limit\":0}").json().path("total").asLong();
  }

  @Test
  void a_table_becomes_customers_and_twice_the_same_changes_nothing() throws Exception {
    JsonNode done = desk.imported("people.csv", people(2500, "1390000"), MAPPING, "upsert");
    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.at("/counts/read").asInt()).isEqualTo(2500);
    assertThat(done.at("/counts/added").asInt()).isEqualTo(2500);
    assertThat(total()).isEqualTo(2500);
    assertThat(customer("P7").path("name").asString()).isEqualTo("Person 7");
    JsonNode again = desk.imported("people.csv", people(2500, "1390000"), MAPPING, "upsert");
    assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(2500);
    assertThat(again.at("/counts/changed").asInt() + again.at("/counts/added").asInt()).isZero();
    assertThat(again.path("undoable").asBoolean()).isFalse();
  }

  @Test
  void orders_become_purchases_and_their_customers() throws Exception {
    String table =
        "order,line,who,name,day,sum\n"
            + IntStream.range(0, 3000)
                .mapToObj(
                    i ->
                        "O%d,%d,C%d,Cust %d,2026-01-%02d,%d.50"
                            .formatted(i / 3, i % 3, i % 50, i % 50, 1 + i % 28, i % 90))
                .collect(Collectors.joining("\n"));
    JsonNode done = desk.imported("orders.csv", table, ORDERS, "upsert");
    assertThat(done.at("/counts/parts/0").toString())
        .isEqualTo(
            "{\"rows\":\"customers\",\"added\":50,\"changed\":0,\"unchanged\":0,\"skipped\":0}");
    assertThat(done.at("/counts/parts/1/added").asInt()).isEqualTo(3000);
    double spent =
        IntStream.range(0, 3000).filter(i -> i % 50 == 7).mapToDouble(i -> i % 90 + 0.5).sum();
    assertThat(customer("C7").path("total_spend").asDouble()).isEqualTo(spent);
    JsonNode undone = desk.run("/api/v1/imports/" + done.path("id").asString(), "undo", "");
    assertThat(undone.path("state").asString()).isEqualTo("undone");
    assertThat(total()).isZero();
    assertThat(undone.at("/counts/kept").asInt()).isZero();
  }

  @Test
  void an_undo_brings_back_every_given_value_and_keeps_what_others_changed() throws Exception {
    var _ = desk.imported("people.csv", people(50, "1390000"), MAPPING, "upsert");
    String before = customer("P3").toString();
    JsonNode second = desk.imported("more.csv", people(60, "1370000"), MAPPING, "upsert");
    assertThat(second.at("/counts/changed").asInt()).isEqualTo(50);
    assertThat(second.at("/counts/added").asInt()).isEqualTo(10);
    assertThat(customer("P3").toString()).isNotEqualTo(before);
    client.put("/api/v1/customers/P5", "{\"fields\":{\"name\":\"by hand\"}}");
    JsonNode undone = desk.run("/api/v1/imports/" + second.path("id").asString(), "undo", "");
    assertThat(undone.at("/counts/kept").asInt()).isEqualTo(1);
    assertThat(customer("P3").toString()).isEqualTo(before);
    assertThat(customer("P5").path("name").asString()).isEqualTo("by hand");
    assertThat(total()).isEqualTo(50);
  }

  @Test
  void a_check_says_what_would_happen_and_writes_nothing() throws Exception {
    var _ = desk.imported("people.csv", people(20, "1390000"), MAPPING, "upsert");
    String table =
        people(30, "1390000").replace("Person 4,", "Another,")
            + "P9,Person 9,13900000009,t0\nP77,,1,t1\n";
    String address = desk.mapped("more.csv", table, MAPPING);
    JsonNode checked = desk.run(address, "check", "{\"mode\":\"upsert\"}");
    assertThat(checked.path("state").asString()).isEqualTo("checked");
    JsonNode report = client.get(address + "/report").json();
    assertThat(report.path("rows").asInt()).isEqualTo(32);
    assertThat(report.path("kinds").toString())
        .isEqualTo(
            "{\"added\":10,\"changed\":1,\"unchanged\":20,\"duplicate\":1,\"rejected\":1,\"skipped\":0,\"archived\":0}");
    assertThat(report.at("/samples/changed/0/changes").toString())
        .isEqualTo("[{\"field\":\"name\",\"from\":\"Person 4\",\"to\":\"Another\"}]");
    assertThat(report.at("/samples/rejected/0/row").asInt()).isEqualTo(33);
    assertThat(report.at("/columns/1/problems/0/rows/0").asInt()).isEqualTo(33);
    assertThat(report.at("/columns/1/field").asString()).isEqualTo("customers.name");
    assertThat(total()).isEqualTo(20);
  }

  @Test
  void modes_add_update_and_skip() throws Exception {
    var _ = desk.imported("people.csv", people(20, "1390000"), MAPPING, "upsert");
    JsonNode added = desk.imported("people.csv", people(30, "1370000"), MAPPING, "add");
    assertThat(added.at("/counts/added").asInt()).isEqualTo(10);
    assertThat(added.at("/counts/skipped").asInt()).isEqualTo(20);
    assertThat(customer("P1").path("phone").toString()).contains("1390000");
    JsonNode updated = desk.imported("people.csv", people(40, "1370000"), MAPPING, "update");
    assertThat(updated.at("/counts/changed").asInt()).isEqualTo(20);
    assertThat(updated.at("/counts/unchanged").asInt()).isEqualTo(10);
    assertThat(updated.at("/counts/skipped").asInt()).isEqualTo(10);
    assertThat(total()).isEqualTo(30);
  }

  @Test
  void an_import_leaves_alone_what_it_does_not_map() throws Exception {
    var _ = desk.imported("people.csv", people(3, "1390000"), MAPPING, "upsert");
    JsonNode done =
        desk.imported(
            "phones.csv",
            "no,name,tel\nP1,Person 1,\nP2,Person 2,555\n",
            "{\"id\": \"no\", \"fields\": {\"name\": \"name\", \"phone\": \"tel\"}}",
            "upsert");
    assertThat(done.at("/counts/changed").asInt()).isEqualTo(2);
    assertThat(customer("P1").has("phone")).isFalse();
    assertThat(customer("P1").path("tags").toString()).isEqualTo("[\"t1\"]");
    assertThat(customer("P2").path("phone").toString()).isEqualTo("[\"555\"]");
  }

  @Test
  void a_mirror_archives_who_is_gone_but_not_everybody() throws Exception {
    var _ = desk.imported("erp.csv", people(200, "1390000"), MAPPING, "mirror");
    JsonNode fewer = desk.imported("erp.csv", people(195, "1390000"), MAPPING, "mirror");
    assertThat(fewer.path("state").asString()).isEqualTo("done");
    assertThat(fewer.at("/counts/archived").asInt()).isEqualTo(5);
    assertThat(total()).isEqualTo(195);
    String address = desk.mapped("erp.csv", people(20, "1370000"), MAPPING);
    JsonNode refused = desk.run(address, "start", "{\"mode\":\"mirror\"}");
    assertThat(refused.path("state").asString()).isEqualTo("failed");
    assertThat(refused.at("/problem/code").asString()).isEqualTo("import-guard");
    assertThat(customer("P1").path("phone").toString()).contains("1390000");
    assertThat(total()).isEqualTo(195);
    JsonNode done = desk.run(address, "start", "{\"mode\":\"mirror\",\"acceptArchiving\":true}");
    assertThat(done.at("/counts/archived").asInt()).isEqualTo(175);
    assertThat(total()).isEqualTo(20);
    JsonNode undone = desk.run(address, "undo", "");
    assertThat(undone.path("state").asString()).isEqualTo("undone");
    assertThat(total()).isEqualTo(195);
    JsonNode back = desk.imported("erp.csv", people(200, "1390000"), MAPPING, "mirror");
    assertThat(back.at("/counts/changed").asInt()).isEqualTo(5);
    assertThat(total()).isEqualTo(200);
  }

  @Test
  void rejected_rows_are_mended_and_imported_again() throws Exception {
    String table =
        "no,name,tel,tags\nP1,=cmd(),5551,t\nP2,,+5552,t\nP3,Three,5553,t\n,Nobody,5554,t\n";
    JsonNode done = desk.imported("people.csv", table, MAPPING, "upsert");
    assertThat(done.at("/counts/rejected").asInt()).isEqualTo(2);
    String rejected =
        client.get("/api/v1/imports/" + done.path("id").asString() + "/rejected").text();
    assertThat(rejected.lines().count()).isEqualTo(3);
    assertThat(rejected).contains("P2,,'+5552,t,\"row 3: ").contains(",Nobody,5554,t,row 5: ");
    String mended = rejected.replace("P2,,", "P2,Two,").replace("\n,Nobody", "\nP4,Nobody");
    JsonNode again = desk.imported("mended.csv", mended, MAPPING, "upsert");
    assertThat(again.at("/counts/added").asInt()).isEqualTo(2);
    assertThat(again.at("/counts/rejected").asInt()).isZero();
    assertThat(customer("P2").path("phone").toString()).isEqualTo("[\"+5552\"]");
    assertThat(customer("P1").path("name").asString()).isEqualTo("=cmd()");
  }

  @Test
  void a_repeated_id_replaces_the_earlier_row_unless_told_otherwise() throws Exception {
    String table = "no,name,tel,tags\nP1,Ann,5551,t\nP1,Anne,5552,t\n";
    JsonNode taken = desk.imported("twice.csv", table, MAPPING, "upsert");
    assertThat(taken.at("/counts/rejected").asInt()).isZero();
    assertThat(customer("P1").path("name").asString()).isEqualTo("Anne");
    String strict = MAPPING.replaceFirst("\\{", "{\"repeated-ids\":\"reject\",");
    JsonNode refused = desk.imported("strict.csv", table, strict, "upsert");
    assertThat(refused.at("/counts/rejected").asInt()).isEqualTo(1);
    assertThat(customer("P1").path("name").asString()).isEqualTo("Ann");
    assertThat(client.get("/api/v1/imports/" + refused.path("id").asString() + "/rejected").text())
        .contains("P1,Anne,5552,t,", "An earlier row has the id");
  }

  @Test
  void an_upload_comes_in_pieces_and_says_where_it_is() throws Exception {
    byte[] table = people(100, "1390000").getBytes(StandardCharsets.UTF_8);
    Client.Reply made =
        client.send("POST", ImportDesk.IMPORTS + "?name=p.csv&size=" + table.length, new byte[0]);
    String address = ImportDesk.IMPORTS + "/" + made.json().path("id").asString();
    assertThat(made.json().path("state").asString()).isEqualTo("uploading");
    byte[] first = Arrays.copyOf(table, 1000);
    assertThat(client.send("PATCH", address + "/file", first, "Upload-Offset", "0").status())
        .isEqualTo(204);
    assertThat(client.send("PATCH", address + "/file", first, "Upload-Offset", "0").code())
        .isEqualTo("upload-offset");
    Client.Reply where = client.send("HEAD", address + "/file", new byte[0]);
    assertThat(where.header("Upload-Offset")).isEqualTo("1000");
    assertThat(where.header("Upload-Length")).isEqualTo(Integer.toString(table.length));
    byte[] rest = Arrays.copyOfRange(table, 1000, table.length);
    assertThat(
            client
                .send("PATCH", address + "/file", rest, "Upload-Offset", "1000")
                .header("Upload-Offset"))
        .isEqualTo(Integer.toString(table.length));
    assertThat(desk.settled(address).path("rows").asInt()).isEqualTo(100);
    assertThat(client.delete(address).status()).isEqualTo(204);
    assertThat(client.get(address).code()).isEqualTo("import-not-found");
  }

  @Test
  void bad_files_are_problems_and_the_service_stays_up() throws Exception {
    byte[] packed = gzip(people(50_000, "1390000"));
    String address = desk.upload("broken.csv.gz", Arrays.copyOf(packed, packed.length / 2));
    assertThat(client.get(address).json().path("state").asString()).isEqualTo("failed");
    assertThat(client.get(address).json().at("/problem/code").asString()).isEqualTo("invalid-file");
    String empty = desk.upload("empty.csv", "");
    assertThat(client.get(empty).json().at("/problem/code").asString()).isEqualTo("invalid-file");
    assertThat(client.post(empty + "/start", "{}").code()).isEqualTo("import-state");
    String nul = desk.upload("nul.csv", "no,name,tel,tags\nP1,a\0b,1,t\n");
    client.put(nul + "/mapping", "{\"mapping\":" + MAPPING + "}");
    JsonNode done = desk.run(nul, "start", "{}");
    assertThat(done.at("/counts/rejected").asInt()).isEqualTo(1);
    assertThat(
            client
                .put(
                    nul + "/mapping",
                    "{\"mapping\":{\"id\":\"none\",\"fields\":{\"name\":\"name\"}}}")
                .code())
        .isEqualTo("invalid-mapping");
    assertThat(client.get("/api/v1/imports/imp-99").code()).isEqualTo("import-not-found");
    assertThat(client.get("/api/v1/imports/../../etc").status()).isEqualTo(404);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void a_proposal_needs_nobody_and_a_saved_mapping_is_used_again() throws Exception {
    String address = desk.upload("people.csv", people(30, "1390000"));
    JsonNode proposal = client.get(address + "/proposal").json();
    assertThat(proposal.path("saved").isNull()).isTrue();
    String mapping = proposal.path("mapping").toString();
    Client.Reply put =
        client.put(address + "/mapping", "{\"mapping\":" + mapping + ",\"name\":\"people\"}");
    assertThat(put.json().at("/preview/0/parts/0/fields/name").asString()).isEqualTo("Person 1");
    assertThat(client.get("/api/v1/mappings").json().at("/mappings/0/name").asString())
        .isEqualTo("people");
    String again = desk.upload("another.csv", people(3, "1390000"));
    JsonNode reused = client.get(again + "/proposal").json();
    assertThat(reused.path("saved").asString()).isEqualTo("people");
    assertThat(reused.at("/mapping/fields").toString())
        .isEqualTo(proposal.at("/mapping/fields").toString());
    assertThat(client.get(again + "/table").json().at("/columns/1/name").asString())
        .isEqualTo("name");
    assertThat(client.delete("/api/v1/mappings/people").status()).isEqualTo(204);
    assertThat(client.delete("/api/v1/mappings/people").code()).isEqualTo("mapping-not-found");
  }
}
