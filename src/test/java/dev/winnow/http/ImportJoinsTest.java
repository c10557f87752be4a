package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.http.Client.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables of which each row belongs to one of another table. */
final class ImportJoinsTest extends ServedImports {
  private static final String LINES = "order_id,article,price\nO1,Lamp,10.50\nO2,Chair,80\n";

  @Test
  void a_joined_table_gives_its_columns_and_can_be_taken_away() throws Exception {
    String address = desk.upload("lines.csv", LINES);
    assertThat(columns(address)).isEqualTo(3);
    Reply joined =
        put(address, "orders.csv", "id,customer,date\nO1,C1,2024-05-01\nO2,C2,2024-05-02\n");
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    JsonNode run = desk.settled(address);
    assertThat(run.path("state").asString()).isEqualTo("ready");
    assertThat(columns(address)).isEqualTo(6);
    JsonNode mapping = client.get(address + "/proposal").json().path("mapping");
    assertThat(mapping.at("/lookups/0/by").asString()).isEqualTo("order_id");
    Reply kept = client.put(address + "/mapping", "{\"mapping\":" + mapping + "}");
    assertThat(kept.json().path("preview").toString()).contains("2024-05-01");

    assertThat(client.delete(address + "/lookups/orders.csv").status()).isEqualTo(200);
    assertThat(desk.settled(address).path("mapping").isNull()).isTrue();
    assertThat(columns(address)).isEqualTo(3);
  }

  @Test
  void a_table_that_does_not_belong_here_changes_nothing() throws Exception {
    String address = desk.upload("lines.csv", LINES);
    Reply refused = put(address, "weather.csv", "day,rain\n2024-05-01,3\n");
    assertThat(refused.code()).isEqualTo("invalid-mapping");
    assertThat(refused.text()).contains("weather.csv", "day, rain");
    assertThat(put(address, "empty.csv", "").status()).isBetween(400, 499);
    assertThat(client.get(address).json().path("state").asString()).isEqualTo("ready");
    assertThat(columns(address)).isEqualTo(3);
    assertThat(client.delete(address + "/lookups/nothing.csv").status()).isEqualTo(200);
    assertThat(desk.settled(address).path("state").asString()).isEqualTo("ready");
    assertThat(client.delete(ImportDesk.IMPORTS + "/imp-99/lookups/a.csv").status()).isEqualTo(404);
  }

  private Reply put(String address, String file, String table) throws Exception {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    return client.send("PUT", address + "/lookups/" + file + "?join=true", bytes);
  }

  private int columns(String address) throws Exception {
    return client.get(address + "/table").json().path("columns").size();
  }
}
