package dev.winnow.schema;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields read so far, and the names of those that were too faulty to be read. */
final class DeclaredFields {
  private final Map<String, Optional<Field>> byName = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  /** Reads one field's declaration and reports its faults. */
  void read(YamlMap map) {
    Optional<Field> field = FieldReader.read(map);
    Optional<String> name = map.requiredText("name");
    if (name.isEmpty()) {
      return;
    }
    YamlNode node = map.at("name");
    Place first = places.putIfAbsent(name.get(), node.place());
    if (first == null) {
      byName.put(name.get(), field);
    } else {
      node.fault(
          "The field " + Excerpt.quoted(name.get()) + " is declared twice.",
          "It stands at " + first + " already; choose another name.");
    }
  }

  List<Field> fields() {
    return byName.values().stream().flatMap(Optional::stream).toList();
  }

  /** The field that an entry names, with a fault when there is none of that name. */
  Optional<Field> named(YamlMap map, String key) {
    Optional<String> name = map.text(key);
    if (name.isPresent() && !byName.isEmpty() && !byName.containsKey(name.get())) {
      map.at(key)
          .fault(
              "There is no field " + Excerpt.quoted(name.get()) + ".",
              Nearest.hint(name.get(), byName.keySet()));
    }
    return name.flatMap(text -> byName.getOrDefault(text, Optional.empty()));
  }
}
