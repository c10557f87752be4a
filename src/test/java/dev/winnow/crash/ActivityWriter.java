package dev.winnow.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.crash.KillTest.Writer;
import dev.winnow.crash.ServerProcess.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Books, corrects, moves and deletes purchases of its own customers, whose fields always have to be
 * what the purchases add up to.
 */
final class ActivityWriter implements Writer {
  static final int CUSTOMERS = 4;
  private static final int ACTIVITIES = 20;

  private final Random random;
  private final Map<String, Purchase> stored = new TreeMap<>();
  private Optional<Attempt> inFlight = Optional.empty();
  private boolean begun;
  private long acknowledged;

  private record Purchase(String customer, int amount) {}

  private record Attempt(String id, Optional<Purchase> purchase) {}

  ActivityWriter(Random random) {
    this.random = random;
  }

  /** How many customers it has made. */
  long customers() {
    return begun ? CUSTOMERS : 0;
  }

  @Override
  public void write(ServerProcess server) {
    while (true) {
      String id = "A-" + random.nextInt(ACTIVITIES);
      Optional<Purchase> purchase =
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(
                  new Purchase("AC-" + random.nextInt(CUSTOMERS), 1 + random.nextInt(100)));
      inFlight = Optional.of(new Attempt(id, purchase));
      Reply reply =
          purchase.isEmpty()
              ? server.send("DELETE", "/activities/" + id, Map.of(), List.of())
              : server.send("PUT", "/activities/" + id, body(id, purchase.get()), List.of());
      if (reply.status() == 0 || reply.status() >= 500) {
        return;
      }
      remember(id, purchase);
      inFlight = Optional.empty();
      acknowledged++;
    }
  }

  @Override
  public void check(ServerProcess server) {
    if (!begun) {
      for (int i = 0; i < CUSTOMERS; i++) {
        server.send("PUT", "/customers/AC-" + i, Map.of("fields", Map.of("name", "AC")), List.of());
      }
      begun = true;
    }
    for (int i = 0; i < ACTIVITIES; i++) {
      String id = "A-" + i;
      Reply reply = server.get("/activities/" + id);
      Optional<Purchase> found =
          reply.status() == 404
              ? Optional.empty()
              : Optional.of(
                  new Purchase(
                      reply.json().path("customer").asString(),
                      reply.json().path("amount").asInt()));
      Optional<Purchase> expected = Optional.ofNullable(stored.get(id));
      Optional<Attempt> attempt = inFlight.filter(each -> each.id.equals(id));
      assertThat(
              found.equals(expected)
                  || found.equals(attempt.map(Attempt::purchase).orElse(expected)))
          .as("%s is %s, acknowledged %s, in flight %s", id, found, expected, attempt)
          .isTrue();
      remember(id, found);
    }
    inFlight = Optional.empty();
    checkFields(server);
  }

  private void checkFields(ServerProcess server) {
    for (int i = 0; i < CUSTOMERS; i++) {
      String customer = "AC-" + i;
      int sum =
          stored.values().stream()
              .filter(each -> each.customer.equals(customer))
              .mapToInt(Purchase::amount)
              .sum();
      assertThat(server.get("/customers/" + customer).json().at("/fields/total_spend").asInt(0))
          .as("%s of %s", customer, stored)
          .isEqualTo(sum);
    }
  }

  @Override
  public long acknowledged() {
    return acknowledged;
  }

  private void remember(String id, Optional<Purchase> purchase) {
    purchase.ifPresentOrElse(value -> stored.put(id, value), () -> stored.remove(id));
  }

  private static Map<String, Object> body(String id, Purchase purchase) {
    return Map.of(
        "customer",
        purchase.customer,
        "kind",
        "purchase",
        "time",
        "2026-02-01",
        "order",
        id,
        "amount",
        purchase.amount);
  }
}
