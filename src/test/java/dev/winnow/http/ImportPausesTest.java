package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Imports that are paused, resumed and cancelled. */
final class ImportPausesTest extends ServedImports {
  @Test
  void a_pause_goes_on_where_it_was_and_a_cancel_can_take_everything_back() throws Exception {
    String address =
        desk.mapped("people.csv", ImportsApiTest.people(30_000, "139000"), ImportsApiTest.MAPPING);
    assertThat(client.post(address + "/start", "{}").status()).isEqualTo(202);
    assertThat(client.post(address + "/start", "{}").code()).isIn("import-busy", "import-state");
    var _ = client.post(address + "/pause", "");
    JsonNode paused = desk.settled(address);
    if (paused.path("state").asString().equals("paused")) {
      assertThat(paused.at("/counts/read").asInt()).isLessThan(30_000);
      JsonNode done = desk.run(address, "resume", "");
      assertThat(done.path("state").asString()).isEqualTo("done");
      assertThat(done.at("/counts/added").asInt()).isEqualTo(30_000);
    }
    assertThat(total()).isEqualTo(30_000);
    String second =
        desk.mapped("people.csv", ImportsApiTest.people(30_000, "138000"), ImportsApiTest.MAPPING);
    assertThat(client.post(second + "/start", "{}").status()).isEqualTo(202);
    int cancelled = client.post(second + "/cancel", "{\"undo\":true}").status();
    JsonNode end = desk.settled(second);
    if (cancelled == 200) {
      assertThat(end.path("state").asString()).isIn("undone", "done");
    }
    if (end.path("state").asString().equals("done")) {
      end = desk.run(second, "undo", "");
    }
    assertThat(customer("P1").path("phone").toString()).contains("139000");
    assertThat(customer("P30000").path("phone").toString()).contains("139000");
    assertThat(total()).isEqualTo(30_000);
  }

  @Test
  void pausing_again_and_again_imports_every_row_once() throws Exception {
    String table = ImportsApiTest.people(30_000, "139000");
    String address = desk.mapped("people.csv", table, ImportsApiTest.MAPPING);
    assertThat(client.post(address + "/start", "{}").status()).isEqualTo(202);
    long read = 0;
    JsonNode run = paused(address);
    for (int i = 0; i < 8 && run.path("state").asString().equals("paused"); i++) {
      assertThat(run.at("/counts/read").asLong()).isGreaterThanOrEqualTo(read);
      read = run.at("/counts/read").asLong();
      assertThat(client.post(address + "/resume", "").status()).isEqualTo(202);
      JsonNode progress = client.get(address).json().path("progress");
      assertThat(progress.path("done").asLong(read)).isGreaterThanOrEqualTo(read);
      assertThat(progress.path("rowsPerSecond").asLong(0)).isNotNegative();
      run = paused(address);
    }
    if (run.path("state").asString().equals("paused")) {
      run = desk.run(address, "resume", "");
    }
    assertThat(run.path("state").asString()).isEqualTo("done");
    assertThat(run.at("/counts/read").asInt()).isEqualTo(30_000);
    assertThat(run.at("/counts/added").asInt()).isEqualTo(30_000);
    assertThat(total()).isEqualTo(30_000);
  }

  /** The import once it has paused, or ended before that. */
  private JsonNode paused(String address) throws Exception {
    var _ = client.post(address + "/pause", "");
    return desk.settled(address);
  }

  private JsonNode customer(String id) throws Exception {
    return client.get("/api/v1/customers/" + id).json().path("fields");
  }

  private long total() throws Exception {
    return client.post("/api/v1/customers/search", "{\"limit\":0}").json().path("total").asLong();
  }
}
