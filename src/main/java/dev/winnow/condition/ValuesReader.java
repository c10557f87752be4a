package dev.winnow.condition;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import dev.winnow.schema.TreePath;
import dev.winnow.schema.WordRules;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the values of an {@code in}: labels become values, repetitions are dropped. */
final class ValuesReader {
  private static final int MOST_FAULTS = 20;

  private final Faults faults;
  private final Map<String, KnownValues> known;

  ValuesReader(Map<String, KnownValues> known, Faults faults) {
    this.known = known;
    this.faults = faults;
  }

  Optional<List<String>> read(Field field, JsonNode json, String at) {
    if (!json.isArray() || json.isEmpty()) {
      faults.add(
          at,
          json.isArray() ? "An empty list matches no customer." : "\"in\" is a list of values.",
          "Give at least one value, such as [\"a\", \"b\"].");
      return Optional.empty();
    }
    if (json.size() > ConditionReader.MAX_VALUES) {
      faults.add(
          at,
          "The list has " + json.size() + " values.",
          "At most " + ConditionReader.MAX_VALUES + ".");
      return Optional.empty();
    }
    Set<String> values = new LinkedHashSet<>();
    int wrong = 0;
    for (int i = 0; i < json.size() && wrong < MOST_FAULTS; i++) {
      Optional<String> value = value(field, json.get(i), at + "/" + i);
      value.ifPresent(values::add);
      wrong += value.isPresent() ? 0 : 1;
    }
    if (wrong == MOST_FAULTS) {
      faults.add(at, "After " + wrong + " faults the rest of the list was not checked.", "");
    }
    return wrong == 0 ? Optional.of(new ArrayList<>(values)) : Optional.empty();
  }

  private Optional<String> value(Field field, JsonNode json, String at) {
    if (field instanceof Field.Bool) {
      String text = json.isBoolean() ? json.toString() : json.isString() ? json.stringValue() : "";
      if (text.equals("true") || text.equals("false")) {
        return Optional.of(text);
      }
      faults.add(at, "This is neither true nor false.", "");
      return Optional.empty();
    }
    if (!json.isString()) {
      faults.add(at, "This must be a string.", "");
      return Optional.empty();
    }
    return checked(field, clean(field, json.stringValue()), at);
  }

  private Optional<String> checked(Field field, String text, String at) {
    Optional<String> flaw = flaw(field, text);
    if (flaw.isPresent()) {
      faults.add(at, "The value " + Excerpt.quoted(text) + " " + flaw.get(), "");
      return Optional.empty();
    }
    return switch (field) {
      case Field.Keyword keyword -> keyword.closed() ? listed(field, text, at) : Optional.of(text);
      case Field.Tree tree -> tree.closed() ? listed(field, text, at) : Optional.of(text);
      case Field.Text _, Field.Bool _, Field.Phone _, Field.Email _ -> Optional.of(text);
      case Field.Number _, Field.Money _, Field.Date _ -> Optional.of(text);
    };
  }

  /** As the values of customers are cleaned, so that they compare equal. */
  private static String clean(Field field, String text) {
    return switch (field) {
      case Field.Tree _ -> TreePath.clean(text);
      case Field.Phone _ -> WordRules.clean(Normalizer.normalize(text, Normalizer.Form.NFKC));
      case Field.Email _ -> WordRules.clean(text).toLowerCase(Locale.ROOT);
      case Field.Text _, Field.Keyword _, Field.Bool _ -> WordRules.clean(text);
      case Field.Number _, Field.Money _, Field.Date _ -> WordRules.clean(text);
    };
  }

  private static Optional<String> flaw(Field field, String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty.");
    }
    return field instanceof Field.Tree ? TreePath.flaw(text) : WordRules.flaw(text);
  }

  private Optional<String> listed(Field field, String text, String at) {
    KnownValues values = Objects.requireNonNull(known.get(field.name()));
    List<String> meant = values.meantBy(text);
    if (meant.size() == 1) {
      return Optional.of(meant.getFirst());
    }
    if (meant.isEmpty()) {
      faults.add(
          at,
          Excerpt.quoted(text)
              + " is not among the values of "
              + Excerpt.quoted(field.name())
              + ".",
          values.hint(text));
    } else {
      faults.add(
          at,
          Excerpt.quoted(text) + " is the label of several values.",
          "Write the value: " + String.join(", ", meant) + ".");
    }
    return Optional.empty();
  }
}
