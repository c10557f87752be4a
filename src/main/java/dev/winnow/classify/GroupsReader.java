package dev.winnow.classify;

import dev.winnow.problem.Excerpt;
import dev.winnow.schema.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rules that put values into groups. */
final class GroupsReader {
  private static final List<String> KEYS =
      List.of("kind", "facet", "field", "groups", "otherwise", "missing");

  private final RuleFields fields;

  GroupsReader(RuleFields fields) {
    this.fields = fields;
  }

  Rule read(RuleNode rule) {
    rule.keys(KEYS);
    Optional<Field> facet = fields.facet(rule);
    Optional<Field> field = fields.worded(rule, "field");
    if (field.isPresent() && field.equals(facet)) {
      rule.get("field")
          .fault("The rule would read the facet that it grades.", "Choose another field.");
    }
    Map<String, String> seen = new HashMap<>();
    List<Rule.Group> groups = new ArrayList<>();
    for (RuleNode node : rule.required("groups").items(1)) {
      node.keys(List.of("grade", "values"));
      String grade = fields.value(node.required("grade"), facet);
      groups.add(new Rule.Group(grade, values(node.required("values"), field, seen)));
    }
    return new Rule.Mapping(
        LevelReaders.name(facet),
        LevelReaders.name(field),
        groups,
        fields.optionalGrade(rule, "otherwise", facet),
        fields.optionalGrade(rule, "missing", facet));
  }

  private List<String> values(RuleNode list, Optional<Field> field, Map<String, String> seen) {
    List<String> values = new ArrayList<>();
    for (RuleNode node : list.items(1)) {
      String value = fields.value(node, field);
      String first = seen.putIfAbsent(value, node.at());
      if (first != null && !value.isEmpty()) {
        node.fault(
            "The value " + Excerpt.quoted(value) + " is in a group already.",
            "It stands at " + first + ".");
      }
      values.add(value);
    }
    return values;
  }
}
