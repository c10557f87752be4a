package dev.winnow.tables;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How dates and numbers are written in the columns of a table that show it, for those that do not:
 * a program that wrote one table wrote all of its columns alike.
 *
 * @param dayFirst for each column whose dates tell day from month, whether the day comes first
 * @param decimalCommas for each column whose numbers tell, whether the decimal mark is a comma
 */
record TableHabits(List<Boolean> dayFirst, List<Boolean> decimalCommas) {
  TableHabits {
    dayFirst = List.copyOf(dayFirst);
    decimalCommas = List.copyOf(decimalCommas);
  }

  /** What all agree on. */
  static Optional<Boolean> common(List<Boolean> habits) {
    return Set.copyOf(habits).size() == 1 ? Optional.of(habits.getFirst()) : Optional.empty();
  }
}
