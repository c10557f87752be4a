package dev.winnow.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A grade that a person gave one customer in place of the rule's.
 *
 * @param value of the facet
 * @param reason in that person's words
 * @param author who gave it
 * @param since when it was given
 * @param until the last day on which it holds; empty for as long as nobody takes it back
 */
public record GradeOverride(
    String value, String reason, String author, Instant since, Optional<LocalDate> until) {
  /** Whether it holds on a day. */
  public boolean holds(LocalDate day) {
    return until.isEmpty() || !day.isAfter(until.get());
  }
}
