package dev.winnow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.crash.KillTest.Writer;
import dev.winnow.crash.ServerProcess.Reply;
import java.util.List;
import java.util.Map;

/** Edits one segment again and again; its note and its condition always say the same number. */
final class SegmentWriter implements Writer {
  private static final String PATH = "/segments/counter";

  private int stored = -1;
  private long version;
  private long acknowledged;

  @Override
  public void write(ServerProcess server) {
    while (true) {
      int number = stored + 1;
      Reply reply =
          version == 0
              ? server.send("POST", "/segments", body(number), List.of())
              : server.send("PUT", PATH, body(number), List.of("If-Match", "\"" + version + "\""));
      if (reply.status() == 0 || reply.status() >= 500) {
        return;
      }
      assertThat(reply.status()).as("%s", reply.json()).isBetween(200, 201);
      stored = number;
      version = reply.json().path("version").asLong();
      acknowledged++;
    }
  }

  @Override
  public void check(ServerProcess server) {
    Reply reply = server.get(PATH);
    if (reply.status() == 404) {
      assertThat(version).isZero();
      return;
    }
    int found = Integer.parseInt(reply.json().path("note").asString());
    assertThat(reply.json().path("condition").path("gte").asInt()).isEqualTo(found);
    assertThat(found).isBetween(stored, stored + 1);
    assertThat(reply.json().path("version").asLong()).isBetween(version, version + 1);
    stored = found;
    version = reply.json().path("version").asLong();
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  private static Map<String, Object> body(int number) {
    return Map.of(
        "id",
        "counter",
        "name",
        "Counter",
        "note",
        Integer.toString(number),
        "condition",
        Map.of("field", "order_count", "gte", number));
  }
}
