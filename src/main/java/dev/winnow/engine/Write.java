package dev.winnow.engine;

import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.customer.GradeOverride;
import dev.winnow.customer.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** One change of one customer. */
public sealed interface Write {
  String id();

  Expected expected();

  /**
   * Inserts, or replaces what sources say. What has been computed and decided of the customer stays
   * as it is, and values that do not change keep their origin. An archived customer is so no more.
   *
   * @param origin of the values that are new or others; empty when it is unknown
   */
  record Put(Customer customer, Optional<Origin> origin, Expected expected) implements Write {
    /** From nowhere that is known. */
    public Put(Customer customer, Expected expected) {
      this(customer, Optional.empty(), expected);
    }

    public Put(Customer customer, Origin origin, Expected expected) {
      this(customer, Optional.of(origin), expected);
    }

    @Override
    public String id() {
      return customer.id();
    }
  }

  /** Removes the customer with everything known of it. */
  record Delete(String id, Expected expected) implements Write {}

  /**
   * Replaces everything that has been computed of an existing customer.
   *
   * @param values by field, in schema order; empty when the customer has no activities
   */
  record Compute(String id, SequencedMap<String, FieldValue> values) implements Write {
    public Compute {
      values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    @Override
    public Expected expected() {
      return Expected.ANYTHING;
    }
  }

  /**
   * Gives an existing customer a grade in place of the rule's, or takes that back.
   *
   * @param override empty to take it back
   */
  record Grade(String id, String facet, Optional<GradeOverride> override, Expected expected)
      implements Write {}

  /**
   * Archives an existing customer, which stays as it is in every other way, or takes that back.
   *
   * @param origin by whom and when; one that is archived already stays so since its own day. Empty
   *     to take it back
   */
  record Archive(String id, Optional<Origin> origin, Expected expected) implements Write {}

  /** The state a write is meant for; anything else is a {@link WriteResult.Outcome#CONFLICT}. */
  sealed interface Expected {
    Expected ANYTHING = new Anything();
    Expected ABSENT = new Absent();

    record Anything() implements Expected {}

    record Absent() implements Expected {}

    record Version(long version) implements Expected {}
  }
}
