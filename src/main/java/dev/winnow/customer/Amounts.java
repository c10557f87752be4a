package dev.winnow.customer;

import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Puts decimals on the scale of their field. */
final class Amounts {
  private Amounts() {}

  /** The field's value; empty with a fault when the decimal is too large for it. */
  static Optional<FieldValue> of(
      Field.Ordered field, BigDecimal decimal, String pointer, CustomerFaults faults) {
    int decimals = Scale.decimals(field);
    Optional<Long> value = Scale.ofDecimal(decimal, decimals);
    if (value.isEmpty()) {
      BigDecimal largest =
          BigDecimal.valueOf(Long.MAX_VALUE, decimals).setScale(0, RoundingMode.DOWN);
      faults.add(
          pointer,
          "The number is too large.",
          "Its absolute value can be at most " + largest.toPlainString() + ".");
    }
    return value.map(FieldValue.Amount::new);
  }
}
