package dev.winnow.mapping;

import dev.winnow.schema.Field;
import dev.winnow.schema.Field.KnownValue;
import dev.winnow.schema.Language;
import dev.winnow.schema.TreePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All names of the known values of one field, and in a tree which values lie below which. */
final class KnownNames {
  private static final List<TextList.Line> ALIASES = TextList.read("aliases.txt");

  /** What an administrative place is called behind its name. */
  private static final Pattern ENDING =
      Pattern.compile(
          "(?<=\\p{IsHan}{2})(?:(?:壮族|回族|维吾尔|维吾尔族)?自治区|特别行政区|自治州|地区|省|市|盟|州|区|县|旗)$"
              + "|(?<=[a-z]{3})(?:province|prefecture|municipality|autonomousregion|city|sheng|shi|state)$");

  private final Map<String, Set<String>> values = new HashMap<>();
  private final Map<String, Set<String>> names = new LinkedHashMap<>();
  private final Set<String> parents = new HashSet<>();

  private KnownNames(List<KnownValue> known, boolean tree) {
    for (KnownValue value : known) {
      add(value.value(), value.value());
      if (tree) {
        add(value.value(), TreePath.name(value.value()));
        TreePath.parent(value.value()).ifPresent(parents::add);
      }
      for (Language language : Language.values()) {
        add(value.value(), value.label().in(language));
      }
    }
    for (TextList.Line line : ALIASES) {
      boolean mine = names.containsKey(line.key());
      boolean below = tree && TreePath.parent(line.key()).filter(names::containsKey).isPresent();
      if (mine || below) {
        add(line.key(), TreePath.name(line.key()));
        line.names().forEach(name -> add(line.key(), name));
      }
    }
  }

  /** Empty for fields without known values. */
  static Optional<KnownNames> of(Field field) {
    return switch (field) {
      case Field.Keyword keyword when !keyword.values().isEmpty() ->
          Optional.of(new KnownNames(keyword.values(), false));
      case Field.Tree tree when !tree.values().isEmpty() ->
          Optional.of(new KnownNames(tree.values(), true));
      case Field.Worded _, Field.Ordered _ -> Optional.empty();
    };
  }

  private void add(String value, String name) {
    String key = HeaderWords.compact(name);
    if (!key.isEmpty()) {
      values.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value);
      names.computeIfAbsent(value, _ -> new LinkedHashSet<>()).add(key);
    }
  }

  /** The values that are called so, also without the ending of a place's name. */
  Set<String> called(String text) {
    String key = HeaderWords.compact(text);
    Set<String> found = values.get(key);
    if (found == null) {
      found = values.get(ENDING.matcher(key).replaceFirst(""));
    }
    return found == null ? Set.of() : found;
  }

  boolean isKnown(String value) {
    return names.containsKey(value);
  }

  /** Whether something is known below a value, so that other things there are odd. */
  boolean hasBelow(String value) {
    return parents.contains(value);
  }

  /** Every value with its folded names, in the order of the declaration. */
  Map<String, Set<String>> all() {
    return names;
  }
}
