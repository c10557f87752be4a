package dev.winnow.activity;

import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Division for a field. */
final class Quotients {
  private Quotients() {}

  /** Rounded half up, once, to the decimals of the field. */
  static BigDecimal of(BigDecimal dividend, BigDecimal divisor, Field field) {
    int decimals = field instanceof Field.Ordered ordered ? Scale.decimals(ordered) : 0;
    return dividend.divide(divisor, decimals, RoundingMode.HALF_UP);
  }
}
