package dev.winnow.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.http.Client.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Imports tables over HTTP, as a program would. */
final class ImportDesk {
  static final String IMPORTS = "/api/v1/imports";
  private static final Set<String> BUSY = Set.of("inspecting", "checking", "running", "undoing");

  private final Client client;

  ImportDesk(Client client) {
    this.client = client;
  }

  /** Uploads a table and waits until it has been looked at; its address. */
  String upload(String name, byte[] bytes) throws Exception {
    Reply made = client.send("POST", IMPORTS + "?name=" + encoded(name), bytes);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String address = IMPORTS + "/" + made.json().path("id").asString();
    var _ = settled(address);
    return address;
  }

  String upload(String name, String text) throws Exception {
    return upload(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Uploads a table and says how it is mapped; its address. */
  String mapped(String name, String table, String mapping) throws Exception {
    String address = upload(name, table);
    Reply put = client.put(address + "/mapping", "{\"mapping\":" + mapping + "}");
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    return address;
  }

  /** Begins something and waits for its end; the import then. */
  JsonNode run(String address, String action, String body) throws Exception {
    Reply begun = client.post(address + "/" + action, body);
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    assertThat(begun.json().path("job").asString()).isNotEmpty();
    return settled(address);
  }

  /** The import once nothing works on it. */
  JsonNode settled(String address) throws Exception {
    Reply events = client.get(address + "/events");
    assertThat(events.status()).as(events.text()).isEqualTo(200);
    assertThat(events.text()).startsWith("event: import\ndata: ");
    JsonNode run = client.get(address).json();
    assertThat(BUSY).as(run.toString()).doesNotContain(run.path("state").asString());
    return run;
  }

  /** Uploads, maps and imports; the import then. */
  JsonNode imported(String name, String table, String mapping, String mode) throws Exception {
    return run(mapped(name, table, mapping), "start", "{\"mode\":\"" + mode + "\"}");
  }
}
