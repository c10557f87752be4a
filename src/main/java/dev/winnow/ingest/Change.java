package dev.winnow.ingest;

import dev.winnow.customer.Customer;
import dev.winnow.engine.Write.Expected;
import tools.jackson.databind.JsonNode;

/** One change of one customer, as a source asks for it. */
public sealed interface Change {
  String id();

  Expected expected();

  /** Inserts or replaces with fields still to be checked. */
  record Replace(String id, JsonNode fields, Expected expected) implements Change {}

  /** Inserts or replaces with a customer already checked. */
  record Ready(Customer customer, Expected expected) implements Change {
    @Override
    public String id() {
      return customer.id();
    }
  }

  /**
   * Changes some fields of an existing customer.
   *
   * @param fields a merge patch (RFC 7396) of the fields object: null removes a field
   */
  record Merge(String id, JsonNode fields, Expected expected) implements Change {}

  /** Deletes. */
  record Remove(String id, Expected expected) implements Change {}
}
