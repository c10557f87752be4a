package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Makes an {@link Activity} of JSON, or says everything that is wrong with it.
 *
 * <p>A purchase without a quantity is of one piece, given back when the amount is negative; without
 * a currency it is in the home currency; without an amount it costs nothing; without an order it is
 * an order of its own, called by the activity's id. A complaint is open unless it says otherwise;
 * other feedback is not. Amounts have four decimals and quantities three; more are rounded half up.
 *
 * <p>Safe for use by many threads.
 */
public final class ActivityReader {
  private static final long ONE_PIECE = 1_000;
  private static final long MOST_UNITS = 1_000_000_000_000L;
  private static final long MOST_PIECES = 1_000_000_000_000L;
  private static final int MOST_SCORE = 100;

  /** Clocks differ, and a day alone may begin elsewhere first; more is a mistake. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final List<String> COMMON = List.of("id", "customer", "kind", "time");

  private final Currencies currencies;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * @param zone of times without an offset
   * @param clock for telling the future
   */
  public ActivityReader(Currencies currencies, ZoneId zone, Clock clock) {
    this.currencies = currencies;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Reads an activity from its JSON.
   *
   * @param pointer where the activity stands in the body; the faults' pointers begin with it
   * @throws dev.winnow.problem.WinnowException {@code INVALID_ACTIVITY} with all faults
   */
  public Activity read(JsonNode json, String pointer) {
    ActivityFaults faults = new ActivityFaults(pointer);
    if (!json.isObject()) {
      faults.whole(
          "An activity is a JSON object.",
          "Such as {\"id\": \"o1-1\", \"customer\": \"c7\", \"kind\": \"purchase\", \"time\":"
              + " \"2026-03-01\", …}.");
      faults.throwIfAny();
    }
    Attributes attributes = new Attributes(json, faults);
    String id = attributes.id("id");
    String customer = attributes.id("customer");
    long time = time(json.path("time"), faults);
    Optional<ActivityKind> kind = kind(json.path("kind"), faults);
    if (kind.isPresent()) {
      checkKeys(kind.get(), json, faults);
      Activity activity =
          switch (kind.get()) {
            case PURCHASE -> purchase(id, customer, time, attributes, faults);
            case INTERACTION -> interaction(id, customer, time, attributes);
            case FEEDBACK -> feedback(id, customer, time, attributes);
          };
      faults.throwIfAny();
      return activity;
    }
    faults.throwIfAny();
    throw new IllegalStateException("an activity of no kind is without fault");
  }

  /** The keys that an activity of the kind may have. */
  static List<String> keys(ActivityKind kind) {
    List<String> keys = new ArrayList<>(COMMON);
    keys.addAll(
        switch (kind) {
          case PURCHASE ->
              List.of("order", "product", "category", "quantity", "amount", "currency");
          case INTERACTION -> List.of("type", "direction", "text");
          case FEEDBACK -> List.of("type", "score", "text", "open");
        });
    return keys;
  }

  private static void checkKeys(ActivityKind kind, JsonNode json, ActivityFaults faults) {
    List<String> known = keys(kind);
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        faults.add(
            key,
            "There is no key " + Excerpt.quoted(key) + " in the kind \"" + kind.word() + "\".",
            Nearest.hint(key, known));
      }
    }
  }

  private static Optional<ActivityKind> kind(JsonNode node, ActivityFaults faults) {
    String word = node.isString() ? node.stringValue() : "";
    Optional<ActivityKind> kind = ActivityKind.of(word);
    if (kind.isEmpty()) {
      boolean absent = node.isMissingNode();
      faults.add(
          "kind",
          absent ? "The kind is missing." : "The kind " + Excerpt.quoted(word) + " is unknown.",
          absent
              ? "It must be one of: " + String.join(", ", ActivityKind.words()) + "."
              : ActivityKind.hint(word));
    }
    return kind;
  }

  private long time(JsonNode node, ActivityFaults faults) {
    Optional<Instant> time =
        node.isString() ? Times.parse(node.stringValue().strip(), zone) : Optional.empty();
    if (time.isEmpty()) {
      faults.add(
          "time",
          node.isMissingNode() ? "The time is missing." : "The time cannot be read.",
          "Write it as \"2026-03-01\" or \"2026-03-01T10:00:00+08:00\".");
      return 0;
    }
    if (time.get().isAfter(clock.instant().plus(AHEAD))) {
      faults.add(
          "time",
          "The time " + Excerpt.quoted(node.stringValue()) + " is in the future.",
          "An activity has happened; a time can be at most a day ahead.");
    }
    return time.get().toEpochMilli();
  }

  private Activity purchase(
      String id, String customer, long time, Attributes attributes, ActivityFaults faults) {
    long amount = attributes.decimal("amount", Activity.AMOUNT_DECIMALS, MOST_UNITS).orElse(0L);
    long quantity =
        attributes
            .decimal("quantity", Activity.QUANTITY_DECIMALS, MOST_PIECES)
            .orElse(amount < 0 ? -ONE_PIECE : ONE_PIECE);
    String word = attributes.word("currency");
    String currency = word.isEmpty() ? currencies.home() : word;
    if (!currencies.codes().contains(currency)) {
      faults.add(
          "currency",
          "Amounts in " + Excerpt.quoted(currency) + " cannot be added to others.",
          "Known are: "
              + String.join(", ", currencies.codes())
              + "; another needs a rate in computed.yml.");
    } else if (currencies.toHome(amount, currency).isEmpty()) {
      faults.add("amount", "The amount is too large in " + currencies.home() + ".", "");
    }
    String order = attributes.word("order");
    return new Activity.Purchase(
        id,
        customer,
        time,
        order.isEmpty() ? id : order,
        attributes.word("product"),
        attributes.word("category"),
        quantity,
        amount,
        currency);
  }

  private static Activity interaction(
      String id, String customer, long time, Attributes attributes) {
    return new Activity.Interaction(
        id,
        customer,
        time,
        attributes.oneOf(ActivityKind.INTERACTION, "type", true),
        attributes.oneOf(ActivityKind.INTERACTION, "direction", false),
        attributes.text("text"));
  }

  private static Activity feedback(String id, String customer, long time, Attributes attributes) {
    String type = attributes.oneOf(ActivityKind.FEEDBACK, "type", true);
    return new Activity.Feedback(
        id,
        customer,
        time,
        type,
        attributes.whole("score", MOST_SCORE),
        attributes.text("text"),
        attributes.flag("open").orElse(type.equals("complaint")));
  }
}
