package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * Something that happened with a customer. Activities are told apart by their ids, whatever their
 * kinds; a second one with the id of a first replaces it. Words that are absent are empty strings.
 */
public sealed interface Activity {
  /** Decimals of every {@link Purchase#amount}, whatever its currency. */
  int AMOUNT_DECIMALS = ActivityKind.AMOUNT_DECIMALS;

  /** Decimals of every {@link Purchase#quantity}. */
  int QUANTITY_DECIMALS = ActivityKind.QUANTITY_DECIMALS;

  /** 1 to 128 characters without control characters; unique among all activities. */
  String id();

  /** The id of the customer. */
  String customer();

  /** The same of another customer. */
  Activity of(String otherCustomer);

  /** When it happened, in milliseconds since 1970 UTC. */
  long time();

  ActivityKind kind();

  /** The calendar day on which it happened in a time zone. */
  default LocalDate day(ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(time()), zone);
  }

  /**
   * A line of an order: one product bought, or given back.
   *
   * @param quantity in thousandths; negative for a return
   * @param amount in ten-thousandths of the currency's unit, so that unit prices beyond the cent
   *     add up exactly; negative for a return; its absolute value is at most 10¹⁶
   * @param currency ISO 4217 code
   */
  record Purchase(
      String id,
      String customer,
      long time,
      String order,
      String product,
      String category,
      long quantity,
      long amount,
      String currency)
      implements Activity {
    @Override
    public Purchase of(String otherCustomer) {
      return new Purchase(
          id, otherCustomer, time, order, product, category, quantity, amount, currency);
    }

    @Override
    public ActivityKind kind() {
      return ActivityKind.PURCHASE;
    }
  }

  /**
   * A contact.
   *
   * @param type call, visit, message, email or event
   * @param direction in (from the customer), out, or empty
   */
  record Interaction(
      String id, String customer, long time, String type, String direction, String text)
      implements Activity {
    @Override
    public Interaction of(String otherCustomer) {
      return new Interaction(id, otherCustomer, time, type, direction, text);
    }

    @Override
    public ActivityKind kind() {
      return ActivityKind.INTERACTION;
    }
  }

  /**
   * What the customer said of us.
   *
   * @param type complaint, suggestion or praise
   * @param score 0 to 100, on whatever scale the company uses
   * @param open whether it still waits for an answer
   */
  record Feedback(
      String id,
      String customer,
      long time,
      String type,
      OptionalInt score,
      String text,
      boolean open)
      implements Activity {
    @Override
    public Feedback of(String otherCustomer) {
      return new Feedback(id, otherCustomer, time, type, score, text, open);
    }

    @Override
    public ActivityKind kind() {
      return ActivityKind.FEEDBACK;
    }
  }
}
