package dev.winnow.customer;

import java.util.List;

/** What a customer has in one field, already checked against the field's type. */
public sealed interface FieldValue {
  /** One or more strings, none empty; several only in a multi-valued field, without repetition. */
  record Words(List<String> values) implements FieldValue {
    public Words {
      values = List.copyOf(values);
    }

    public static Words of(String... values) {
      return new Words(List.of(values));
    }
  }

  /** A point on the field's {@link dev.winnow.schema.Scale}. */
  record Amount(long value) implements FieldValue {}
}
