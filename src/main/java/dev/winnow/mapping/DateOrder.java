package dev.winnow.mapping;

import dev.winnow.tables.ColumnProfile;
import java.util.List;
import java.util.Optional;

/** Whether days are written with the month first. */
final class DateOrder {
  private DateOrder() {}

  /** As the columns whose values leave no doubt have it; empty when there are none, or both. */
  static Optional<Boolean> elsewhere(List<ColumnClues> columns) {
    List<Boolean> orders =
        columns.stream()
            .map(ColumnClues::content)
            .filter(
                content ->
                    content instanceof ColumnProfile.Dates dates
                        && !dates.balanced()
                        && isOpen(dates.patterns().getFirst()))
            .map(content -> isMonthFirst(((ColumnProfile.Dates) content).patterns().getFirst()))
            .distinct()
            .toList();
    return orders.size() == 1 ? Optional.of(orders.getFirst()) : Optional.empty();
  }

  /** The patterns with the month first, or last. */
  static List<String> in(List<String> patterns, boolean monthFirst) {
    return patterns.stream()
        .map(pattern -> isOpen(pattern) && isMonthFirst(pattern) != monthFirst ? swap(pattern) : pattern)
        .toList();
  }

  /** The pattern with day and month in each other's place. */
  static String swap(String pattern) {
    return pattern.replace('M', '\0').replace('d', 'M').replace('\0', 'd');
  }

  static boolean isMonthFirst(String pattern) {
    return pattern.indexOf('M') < pattern.indexOf('d');
  }

  /** The year is last, and the months are numbers: day and month could change places. */
  private static boolean isOpen(String pattern) {
    int year = pattern.indexOf('y');
    return year > pattern.indexOf('M') && year > pattern.indexOf('d') && !pattern.contains("MMM");
  }
}
