package dev.winnow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.crash.KillTest.Writer;
import dev.winnow.crash.ServerProcess.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Puts and deletes its own customers. A customer's two fields always say the same number. */
final class CustomerWriter implements Writer {
  private static final int CUSTOMERS = 25;

  private final int writer;
  private final Random random;
  private final Map<String, Integer> stored = new HashMap<>();
  private Optional<Attempt> inFlight = Optional.empty();
  private int next;
  private long acknowledged;

  /** A write that may or may not have happened; no number for a deletion. */
  private record Attempt(String id, Optional<Integer> number) {}

  CustomerWriter(int writer, Random random) {
    this.writer = writer;
    this.random = random;
  }

  @Override
  public void write(ServerProcess server) {
    while (true) {
      String id = "W" + writer + "-" + random.nextInt(CUSTOMERS);
      boolean delete = random.nextInt(4) == 0;
      Optional<Integer> number = delete ? Optional.empty() : Optional.of(next++);
      inFlight = Optional.of(new Attempt(id, number));
      Reply reply =
          number.isEmpty()
              ? server.send("DELETE", "/customers/" + id, Map.of(), List.of())
              : server.send("PUT", "/customers/" + id, body(number.get()), List.of());
      if (reply.status() == 0 || reply.status() >= 500) {
        return;
      }
      remember(id, number);
      inFlight = Optional.empty();
      acknowledged++;
    }
  }

  @Override
  public void check(ServerProcess server) {
    for (int i = 0; i < CUSTOMERS; i++) {
      String id = "W" + writer + "-" + i;
      Reply reply = server.get("/customers/" + id);
      Optional<Integer> found = Optional.empty();
      if (reply.status() == 200) {
        int number = reply.json().path("fields").path("order_count").asInt(-1);
        assertThat(reply.json().path("fields").path("name").asString()).isEqualTo("客户 " + number);
        found = Optional.of(number);
      } else {
        assertThat(reply.status()).isEqualTo(404);
      }
      Optional<Integer> expected = Optional.ofNullable(stored.get(id));
      Optional<Attempt> attempt = inFlight.filter(each -> each.id.equals(id));
      assertThat(
              found.equals(expected) || found.equals(attempt.map(Attempt::number).orElse(expected)))
          .as("%s is %s, acknowledged %s, in flight %s", id, found, expected, attempt)
          .isTrue();
      remember(id, found);
    }
    inFlight = Optional.empty();
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  long present() {
    return stored.size();
  }

  private void remember(String id, Optional<Integer> number) {
    number.ifPresentOrElse(value -> stored.put(id, value), () -> stored.remove(id));
  }

  private static Map<String, Object> body(int number) {
    return Map.of("fields", Map.of("name", "客户 " + number, "order_count", number));
  }
}
