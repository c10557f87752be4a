package dev.winnow.activity;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Puts computed fields behind those they are made of, and finds those made of themselves. */
final class ComputedOrder {
  private final Map<String, ComputedField> fields;
  private final Map<String, YamlNode> places;
  private final Set<String> path = new LinkedHashSet<>();
  private final Set<ComputedField> ordered = new LinkedHashSet<>();

  /**
   * @param places where each field is declared, faulty ones too
   */
  ComputedOrder(Map<String, ComputedField> fields, Map<String, YamlNode> places) {
    this.fields = fields;
    this.places = places;
  }

  List<ComputedField> ordered() {
    fields.keySet().forEach(this::visit);
    return List.copyOf(ordered);
  }

  private void visit(String name) {
    ComputedField field = fields.get(name);
    if (field == null || ordered.contains(field)) {
      return;
    }
    if (!path.add(name)) {
      List<String> circle = new ArrayList<>(path);
      circle = circle.subList(circle.indexOf(name), circle.size());
      place(name)
          .fault(
              "Computed fields form a circle: " + String.join(" → ", circle) + " → " + name + ".",
              "A field cannot be made of itself.");
      return;
    }
    if (field.fold() instanceof Fold.Ratio(String numerator, String denominator)) {
      part(name, numerator);
      part(name, denominator);
    }
    path.remove(name);
    ordered.add(field);
  }

  private void part(String owner, String name) {
    if (!places.containsKey(name)) {
      place(owner)
          .fault(
              "The field " + Excerpt.quoted(name) + " is not computed.",
              Nearest.hint(name, places.keySet()));
    } else if (Optional.ofNullable(fields.get(name))
        .map(ComputedField::field)
        .filter(part -> !(part instanceof Field.Number || part instanceof Field.Money))
        .isPresent()) {
      place(owner)
          .fault(
              "The field " + Excerpt.quoted(name) + " is not a number.",
              "A ratio is of numbers or amounts of money.");
    }
    visit(name);
  }

  private YamlNode place(String name) {
    return Objects.requireNonNull(places.get(name));
  }
}
