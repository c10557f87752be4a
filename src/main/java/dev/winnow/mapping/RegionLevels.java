package dev.winnow.mapping;

import dev.winnow.mapping.Matched.Found;
import dev.winnow.schema.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses among columns of places those that are levels of one tree. */
final class RegionLevels {
  private static final double MOSTLY = 0.5;
  private static final double HARDLY = 0.3;

  private RegionLevels() {}

  /**
   * The columns without those that would only be in the way: numbers for names, and sales regions
   * such as 华东 beside provinces.
   */
  static List<Found> fitting(List<Found> found, Field field, Matched matched) {
    if (found.size() < 2) {
      return found;
    }
    List<Found> named = found.stream().filter(each -> !isNumbers(matched.clues(each))).toList();
    Predicate<Found> whole = each -> each.concept().part().isEmpty();
    boolean provinces = named.stream().anyMatch(each -> each.concept().isPart("province"));
    Optional<ValueFinder> finder = ValueFinder.of(field);
    boolean cities =
        finder.isPresent()
            && named.stream()
                .filter(each -> each.concept().isPart("city"))
                .anyMatch(each -> matched.clues(each).shareKnown(finder.get()) >= MOSTLY);
    return named.stream()
        .filter(
            each ->
                !whole.test(each)
                    || !(provinces
                        || (cities && matched.clues(each).shareKnown(finder.get()) < HARDLY)))
        .toList();
  }

  private static boolean isNumbers(ColumnClues clues) {
    return clues.isNumber()
        || clues.values().stream().allMatch(value -> value.chars().allMatch(Character::isDigit));
  }
}
