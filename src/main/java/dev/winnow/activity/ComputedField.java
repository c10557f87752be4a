package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.condition.Condition;
import dev.winnow.condition.Condition.Window.Lookback;
import dev.winnow.schema.Field;
import java.util.Optional;
import java.util.Set;

/**
 * A field whose value is folded from activities.
 *
 * @param field in which the value is put
 * @param kinds of activities that are folded; none for a {@link Fold.Ratio}
 * @param where resolved, on the attributes of the kinds; {@link Condition#EVERYONE} for all
 * @param lookback empty for ever
 */
public record ComputedField(
    Field field, Set<ActivityKind> kinds, Fold fold, Condition where, Optional<Lookback> lookback) {
  public ComputedField {
    kinds = Set.copyOf(kinds);
  }
}
