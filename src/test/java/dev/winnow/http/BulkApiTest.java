package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BulkApiTest {
  @TempDir private Path folder;
  private TestServer server;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    client = new Client(server);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void every_line_gets_a_receipt_good_or_bad() throws Exception {
    var lines =
        client
            .bulk(
                """
                {"id":"A","fields":{"name":"One"}}
                {"id":"A","fields":{"name":"One"}}
                {"id":"A","patch":{"fields":{"value_tier":"high"}}}

                {"id":"A","fields":{"name":"Stale"},"version":1}
                {"id":"B","fields":{"nmae":"x"}}
                {"id":"B","patch":{"fields":{"name":"x"}}}
                {"id":"B","fields":{"name":"x"},"delete":true}
                not json
                {"id":"C","fields":{"name":"New"},"version":0}
                {"id":"C","delete":true}
                {"id":"D","fields":{"name":"Half"
                """)
            .lines();
    assertThat(lines.stream().map(line -> line.path("outcome").asString("")))
        .containsExactly(
            "inserted",
            "unchanged",
            "updated",
            "conflict",
            "rejected",
            "not-found",
            "rejected",
            "rejected",
            "inserted",
            "deleted",
            "rejected",
            "");
    assertThat(lines.get(3).path("line").asInt()).isEqualTo(5);
    assertThat(lines.get(4).at("/faults/0/pointer").asString()).isEqualTo("/fields/nmae");
    assertThat(lines.getLast().path("summary").toString())
        .isEqualTo("{\"inserted\":2,\"updated\":1,\"unchanged\":1,\"deleted\":1,\"rejected\":6}");
    assertThat(client.get("/api/v1/customers/A").json().at("/fields/value_tier").asString())
        .isEqualTo("high");
  }

  @Test
  void a_line_over_the_limit_is_rejected_and_the_next_one_is_not() throws Exception {
    String huge = "{\"id\":\"A\",\"fields\":{\"name\":\"" + "x".repeat(Body.MAX_BYTES) + "\"}}\n";
    var lines = client.bulk(huge + "{\"id\":\"B\",\"fields\":{\"name\":\"B\"}}").lines();
    assertThat(lines.get(0).path("outcome").asString()).isEqualTo("rejected");
    assertThat(lines.get(1).path("outcome").asString()).isEqualTo("inserted");
  }

  @Test
  void a_client_that_sends_everything_before_it_reads_is_served() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      lines.append("{\"id\":\"C").append(i % 100).append("\",\"delete\":true}\n");
    }
    assertThat(client.bulk(lines.toString()).lines()).hasSize(60_001);
  }
}
