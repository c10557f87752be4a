package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Tables in over HTTP: from the upload to the customers, and back. */
final class ImportsApiTest {
  static final String MAPPING =
      """
      {"id": "no", "fields": {"name": "name", "phone": "tel", "tags": "tags"}}""";
  private static final String ORDERS =
      """
      {"parts": [
        {"rows": "customers", "id": "who", "fields": {"name": "name"}},
        {"rows": "purchases", "id": {"columns": ["order", "line"]},
         "fields": {"customer": "who", "time": "day", "order": "order", "amount": "sum"}}]}""";

  @TempDir private Path folder;
  private TestServer server;
  private Client client;
  private ImportDesk desk;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
    desk = new ImportDesk(client);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

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
                .mapToObj(i -> "O%d,%d,C%d,Cust %d,2026-01-%02d,%d.50".formatted(i / 3, i % 3, i % 50, i % 50, 1 + i % 28, i % 90))
                .collect(Collectors.joining("\n"));
    JsonNode done = desk.imported("orders.csv", table, ORDERS, "upsert");
    assertThat(done.at("/counts/parts/0").toString())
        .isEqualTo("{\"rows\":\"customers\",\"added\":50,\"changed\":0,\"unchanged\":0,\"skipped\":0}");
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
    var unused = desk.imported("people.csv", people(50, "1390000"), MAPPING, "upsert");
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
}
