package dev.winnow.classify;

import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grades by the group that a value is in. */
final class MappingClassifier extends RuleClassifier {
  private final boolean tree;
  private final Map<String, Integer> groups = new HashMap<>();
  private final int[] gradeOfGroup;
  private final int otherwise;
  private final int missing;

  MappingClassifier(Rule.Mapping rule, Schema schema) {
    super(rule);
    this.tree = schema.field(rule.field()).filter(Field.Tree.class::isInstance).isPresent();
    for (int i = 0; i < rule.groups().size(); i++) {
      for (String value : rule.groups().get(i).values()) {
        groups.put(value, i);
      }
    }
    gradeOfGroup = rule.groups().stream().mapToInt(g -> index(g.grade())).toArray();
    otherwise = index(rule.otherwise());
    missing = index(rule.missing());
  }

  @Override
  public int grade(Inputs customer) {
    List<String> values = customer.words(0);
    if (values.isEmpty()) {
      return missing;
    }
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < values.size(); i++) {
      first = Math.min(first, group(values.get(i)));
    }
    return first == Integer.MAX_VALUE ? otherwise : gradeOfGroup[first];
  }

  /** The group of the value, or of the nearest node above it; the greatest number for none. */
  private int group(String value) {
    @Nullable Integer group = groups.get(value);
    int end = tree ? value.lastIndexOf(Field.Tree.SEPARATOR) : -1;
    while (group == null && end > 0) {
      String above = value.substring(0, end);
      group = groups.get(above);
      end = above.lastIndexOf(Field.Tree.SEPARATOR);
    }
    return group == null ? Integer.MAX_VALUE : group;
  }
}
