package dev.winnow.customer;

import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Label;
import dev.winnow.schema.Language;
import dev.winnow.schema.TreePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values a closed field accepts. Beside the value itself its labels are understood, whatever
 * their case; in trees, paths of labels. A label that two values share is not.
 */
final class ClosedList {
  private static final int SHOWN = 10;

  private final Set<String> values = new LinkedHashSet<>();
  private final Map<String, String> byLabel = new HashMap<>();

  private ClosedList(List<KnownValue> known, boolean tree) {
    Map<String, Label> labels = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (KnownValue value : known) {
      values.add(value.value());
      Label label = tree ? pathLabel(value, labels) : value.label();
      labels.put(value.value(), label);
      for (Language language : Language.values()) {
        String key = key(label.in(language));
        String other = byLabel.putIfAbsent(key, value.value());
        if (other != null && !other.equals(value.value())) {
          ambiguous.add(key);
        }
      }
    }
    byLabel.keySet().removeAll(ambiguous);
  }

  /** The list of a closed field; empty for other fields. */
  static Optional<ClosedList> of(Field field) {
    return switch (field) {
      case Field.Keyword keyword when keyword.closed() ->
          Optional.of(new ClosedList(keyword.values(), false));
      case Field.Tree tree when tree.closed() -> Optional.of(new ClosedList(tree.values(), true));
      case Field.Worded _, Field.Ordered _ -> Optional.empty();
    };
  }

  /** The value meant. */
  Optional<String> find(String text) {
    return values.contains(text) ? Optional.of(text) : Optional.ofNullable(byLabel.get(key(text)));
  }

  /** What would be right in place of an unknown value. */
  String hint(String text) {
    if (values.size() <= SHOWN) {
      return Nearest.hint(text, values);
    }
    return Nearest.of(text, values)
        .map(candidate -> "Did you mean \"" + candidate + "\"?")
        .orElse("It must be one of the " + values.size() + " declared values.");
  }

  private static Label pathLabel(KnownValue value, Map<String, Label> above) {
    Label own = value.label();
    return TreePath.parent(value.value())
        .map(above::get)
        .map(
            parent ->
                new Label(
                    parent.en() + Field.Tree.SEPARATOR + own.en(),
                    parent.zh() + Field.Tree.SEPARATOR + own.zh()))
        .orElse(own);
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
