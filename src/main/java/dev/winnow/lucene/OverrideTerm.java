package dev.winnow.lucene;

import dev.winnow.customer.GradeOverride;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * An override as the doc values {@code o.<facet>} hold it: the value, the character U+001F, which
 * no value contains, and the last day on which it holds, ISO 8601 or empty for ever. From these
 * terms a leaf's column of the facet can be built for any day, without opening a customer.
 */
record OverrideTerm(String value, Optional<LocalDate> until) {
  private static final char SEPARATOR = '\u001f';

  static OverrideTerm of(GradeOverride override) {
    return new OverrideTerm(override.value(), override.until());
  }

  static OverrideTerm decode(BytesRef term) {
    String text = term.utf8ToString();
    int end = text.lastIndexOf(SEPARATOR);
    String day = text.substring(end + 1);
    return new OverrideTerm(
        text.substring(0, end),
        day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)));
  }

  BytesRef encode() {
    return new BytesRef(value + SEPARATOR + until.map(LocalDate::toString).orElse(""));
  }

  /** Whether it holds on a day. */
  boolean holds(LocalDate day) {
    return until.isEmpty() || !day.isAfter(until.get());
  }
}
