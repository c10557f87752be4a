package dev.winnow.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a value comes from.
 *
 * @param source its name, such as {@code api:shop} or {@code import:erp-customers}
 * @param at when it was first written as it is, to the millisecond
 */
public record Origin(String source, Instant at) {
  public Origin {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
