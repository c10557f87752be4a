package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An activity as a JSON object: how activities are stored and how they are sent. {@link
 * ActivityReader} reads it, too. Times carry the offset of the time zone, so what is stored means
 * the same in another. Safe for use by many threads.
 */
public final class ActivityCodec {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_SIZE = 256;

  private final ZoneId zone;

  public ActivityCodec(ZoneId zone) {
    this.zone = zone;
  }

  /** The object in compact UTF-8; equal activities give equal bytes. */
  public byte[] encode(Activity activity) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      write(generator, activity);
    }
    return bytes.toByteArray();
  }

  /** Writes the object; what is absent is left out. */
  public void write(JsonGenerator generator, Activity activity) {
    generator.writeStartObject();
    generator.writeStringProperty("id", activity.id());
    generator.writeStringProperty("customer", activity.customer());
    generator.writeStringProperty("kind", activity.kind().word());
    generator.writeStringProperty("time", Times.format(activity.time(), zone));
    switch (activity) {
      case Activity.Purchase purchase -> {
        word(generator, "order", purchase.order());
        word(generator, "product", purchase.product());
        word(generator, "category", purchase.category());
        decimal(generator, "quantity", purchase.quantity(), Activity.QUANTITY_DECIMALS);
        decimal(generator, "amount", purchase.amount(), Activity.AMOUNT_DECIMALS);
        generator.writeStringProperty("currency", purchase.currency());
      }
      case Activity.Interaction interaction -> {
        generator.writeStringProperty("type", interaction.type());
        word(generator, "direction", interaction.direction());
        word(generator, "text", interaction.text());
      }
      case Activity.Feedback feedback -> {
        generator.writeStringProperty("type", feedback.type());
        feedback.score().ifPresent(score -> generator.writeNumberProperty("score", score));
        word(generator, "text", feedback.text());
        generator.writeBooleanProperty("open", feedback.open());
      }
    }
    generator.writeEndObject();
  }

  /**
   * Reads what {@link #encode} wrote, without checking values again.
   *
   * @throws WinnowException {@code CORRUPT_DATA} when the bytes are not of this form
   */
  public Activity decode(byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      Map<String, String> words = new HashMap<>();
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        words.put(name, parser.getString());
      }
      if (parser.currentToken() != JsonToken.END_OBJECT) {
        throw new IllegalArgumentException("not a JSON object");
      }
      return activity(words);
    } catch (RuntimeException e) {
      throw new WinnowException(
          ProblemCode.CORRUPT_DATA, "A stored activity cannot be read: " + e.getMessage(), e);
    }
  }

  private static Activity activity(Map<String, String> words) {
    String id = needed(words, "id");
    String customer = needed(words, "customer");
    long time = OffsetDateTime.parse(needed(words, "time")).toInstant().toEpochMilli();
    String text = words.getOrDefault("text", "");
    return switch (ActivityKind.of(needed(words, "kind")).orElseThrow()) {
      case PURCHASE ->
          new Activity.Purchase(
              id,
              customer,
              time,
              words.getOrDefault("order", ""),
              words.getOrDefault("product", ""),
              words.getOrDefault("category", ""),
              scaled(needed(words, "quantity"), Activity.QUANTITY_DECIMALS),
              scaled(needed(words, "amount"), Activity.AMOUNT_DECIMALS),
              needed(words, "currency"));
      case INTERACTION ->
          new Activity.Interaction(
              id, customer, time, needed(words, "type"), words.getOrDefault("direction", ""), text);
      case FEEDBACK ->
          new Activity.Feedback(
              id,
              customer,
              time,
              needed(words, "type"),
              words.containsKey("score")
                  ? OptionalInt.of(Integer.parseInt(needed(words, "score")))
                  : OptionalInt.empty(),
              text,
              Boolean.parseBoolean(needed(words, "open")));
    };
  }

  private static String needed(Map<String, String> words, String name) {
    return Objects.requireNonNull(words.get(name), name);
  }

  private static long scaled(String decimal, int decimals) {
    return new BigDecimal(decimal)
        .setScale(decimals, RoundingMode.UNNECESSARY)
        .unscaledValue()
        .longValueExact();
  }

  private static void word(JsonGenerator generator, String name, String word) {
    if (!word.isEmpty()) {
      generator.writeStringProperty(name, word);
    }
  }

  private static void decimal(JsonGenerator generator, String name, long value, int decimals) {
    generator.writeName(name);
    BigDecimal decimal = BigDecimal.valueOf(value, decimals).stripTrailingZeros();
    generator.writeNumber(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
  }
}
