package dev.winnow.classify;

import java.util.Arrays;
import java.util.List;

/** The amounts of the customers that have all of some fields, side by side. */
final class Columns {
  private static final int FIRST_SIZE = 1024;

  private final long[][] values;
  private long[] numbers = new long[FIRST_SIZE];
  private int size;

  private Columns(int fields) {
    values = new long[fields][FIRST_SIZE];
  }

  static Columns of(Population population, List<String> fields) {
    Columns columns = new Columns(fields.size());
    population.each(fields, columns::add);
    return columns;
  }

  private void add(Inputs customer) {
    for (int field = 0; field < values.length; field++) {
      if (customer.amount(field) == Inputs.MISSING) {
        return;
      }
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
      Arrays.setAll(values, field -> Arrays.copyOf(values[field], 2 * size));
    }
    for (int field = 0; field < values.length; field++) {
      values[field][size] = customer.amount(field);
    }
    numbers[size] = customer.number();
    size++;
  }

  /** The values of a field, in the order of {@link #numbers}; a copy. */
  long[] values(int field) {
    return Arrays.copyOf(values[field], size);
  }

  /** The numbers of the customers; a copy. */
  long[] numbers() {
    return Arrays.copyOf(numbers, size);
  }
}
