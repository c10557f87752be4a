package dev.winnow.activity;

import dev.winnow.condition.ActivityKind;
import dev.winnow.schema.Field;
import dev.winnow.schema.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a field can hold what is folded into it. */
final class TargetCheck {
  private TargetCheck() {}

  /** True, or false with a fault. */
  static boolean fits(
      Field field, Fold fold, Set<ActivityKind> kinds, Currencies currencies, YamlNode at) {
    Optional<String> wanted =
        switch (fold) {
          case Fold.Count _, Fold.DaysSince _ -> number(field);
          case Fold.Sum(String of) -> numberOrMoney(field, of, currencies);
          case Fold.Average(String of) -> numberOrMoney(field, of, currencies);
          case Fold.Min(String of) -> numberOrMoney(field, of, currencies);
          case Fold.Max(String of) -> numberOrMoney(field, of, currencies);
          case Fold.First _, Fold.Last _ ->
              field instanceof Field.Date ? Optional.empty() : Optional.of("a date");
          case Fold.Distinct(String of) -> words(field, of, kinds, field.multi());
          case Fold.Top top -> words(field, top.of(), kinds, field.multi() || top.limit() == 1);
          case Fold.Ratio _ -> numberOrMoney(field, "amount", currencies);
        };
    wanted.ifPresent(
        what ->
            at.fault(
                "The field \"" + field.name() + "\" cannot hold this.",
                "It must be " + what + "."));
    return wanted.isEmpty();
  }

  private static Optional<String> number(Field field) {
    return field instanceof Field.Number ? Optional.empty() : Optional.of("a number");
  }

  private static Optional<String> numberOrMoney(Field field, String of, Currencies currencies) {
    if (field instanceof Field.Number) {
      return Optional.empty();
    }
    boolean money =
        of.equals("amount")
            && field instanceof Field.Money target
            && target.currency().equals(currencies.home());
    return money
        ? Optional.empty()
        : Optional.of(
            of.equals("amount")
                ? "a number, or money in " + currencies.home() + ", in which amounts are added"
                : "a number");
  }

  private static Optional<String> words(
      Field field, String of, Set<ActivityKind> kinds, boolean enough) {
    if (!(field instanceof Field.Keyword keyword) || !enough) {
      return Optional.of("a keyword with \"multi: true\"");
    }
    if (!keyword.closed()) {
      return Optional.empty();
    }
    List<String> accepted = keyword.values().stream().map(Field.KnownValue::value).toList();
    boolean covered =
        kinds.stream()
            .map(kind -> kind.attributes().field(of).orElseThrow())
            .allMatch(
                attribute ->
                    attribute instanceof Field.Keyword source
                        && source.closed()
                        && source.values().stream()
                            .map(Field.KnownValue::value)
                            .allMatch(accepted::contains));
    return covered
        ? Optional.empty()
        : Optional.of("a keyword that accepts every \"" + of + "\", or one that is not closed");
  }
}
