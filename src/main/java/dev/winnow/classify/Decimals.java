package dev.winnow.classify;

import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import java.math.BigDecimal;

/** The scales of the fields that rules read. */
final class Decimals {
  private Decimals() {}

  /** The decimals of an ordered field. */
  static int of(Schema schema, String field) {
    return Scale.decimals(ordered(schema, field));
  }

  /** The field, which the reader has found to be ordered. */
  static Field.Ordered ordered(Schema schema, String field) {
    return schema
        .field(field)
        .filter(Field.Ordered.class::isInstance)
        .map(Field.Ordered.class::cast)
        .orElseThrow(() -> new IllegalArgumentException("not an ordered field: " + field));
  }

  /** An amount in the field's own unit. */
  static BigDecimal decimal(Schema schema, String field, long amount) {
    return BigDecimal.valueOf(amount, of(schema, field));
  }
}
