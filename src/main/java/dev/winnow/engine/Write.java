package dev.winnow.engine;

import dev.winnow.customer.Customer;

/** One change of one customer. */
public sealed interface Write {
  String id();

  Expected expected();

  /** Inserts or replaces. */
  record Put(Customer customer, Expected expected) implements Write {
    @Override
    public String id() {
      return customer.id();
    }
  }

  record Delete(String id, Expected expected) implements Write {}

  /** The state a write is meant for; anything else is a {@link WriteResult.Outcome#CONFLICT}. */
  sealed interface Expected {
    Expected ANYTHING = new Anything();
    Expected ABSENT = new Absent();

    record Anything() implements Expected {}

    record Absent() implements Expected {}

    record Version(long version) implements Expected {}
  }
}
