package dev.winnow.lucene;

import dev.winnow.customer.CustomerLayers;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the index holds, or is about to hold, of one customer.
 *
 * @param sourceOrNull the {@link StoredSource}; null when the customer is deleted
 */
record CustomerState(String id, long number, long version, byte @Nullable [] sourceOrNull) {

  static CustomerState of(JournalEntry entry) {
    return new CustomerState(
        entry.id(), entry.number(), entry.version(), entry.source().orElse(null));
  }

  boolean deleted() {
    return sourceOrNull == null;
  }

  byte[] source() {
    return Objects.requireNonNull(sourceOrNull);
  }

  CustomerLayers layers(CustomerDocuments documents) {
    return documents.decode(id, source());
  }

  boolean hasSource(byte[] source) {
    return Arrays.equals(sourceOrNull, source);
  }
}
