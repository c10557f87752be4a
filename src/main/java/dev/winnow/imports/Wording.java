package dev.winnow.imports;

import dev.winnow.activity.Activity;
import dev.winnow.activity.ActivityCodec;
import dev.winnow.customer.Customer;
import dev.winnow.customer.CustomerCodec;
import dev.winnow.imports.Item.ActivityItem;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.imports.Report.Change;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Things as reports name them. */
record Wording(Schema schema, ActivityCodec activities) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What people call it. */
  String name(Item item) {
    return switch (item) {
      case CustomerItem customer -> name(customer.customer());
      case ActivityItem activity -> activity.activity().customer();
    };
  }

  String name(Customer customer) {
    List<String> title = customer.words(schema.title());
    return title.isEmpty() ? customer.id() : title.getFirst();
  }

  /** Field by field what is otherwise. */
  List<Change> changes(Optional<?> from, Optional<?> to) {
    JsonNode before = json(from);
    JsonNode after = json(to);
    Set<String> names = new LinkedHashSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      JsonNode old = before.path(name);
      JsonNode fresh = after.path(name);
      if (!old.equals(fresh)) {
        changes.add(new Change(name, present(old), present(fresh)));
      }
    }
    return changes;
  }

  private JsonNode json(Optional<?> value) {
    return switch (value.orElse(null)) {
      case Customer customer -> JSON.readTree(new CustomerCodec(schema).encode(customer));
      case Activity activity -> JSON.readTree(activities.encode(activity));
      case null, default -> JsonNodeFactory.instance.objectNode();
    };
  }

  private static JsonNode present(JsonNode node) {
    return node.isMissingNode() ? JsonNodeFactory.instance.nullNode() : node;
  }

  /** Where a column goes, such as {@code customers.phone}; empty for nowhere. */
  static String target(ColumnMapping mapping, String column) {
    return mapping.parts().stream()
        .flatMap(
            part ->
                part.fields().stream()
                    .filter(
                        rule ->
                            rule.origin().columns().stream()
                                .anyMatch(each -> each.name().equals(column)))
                    .map(rule -> part.rows().word() + "." + rule.field().name()))
        .findFirst()
        .or(
            () ->
                mapping.parts().stream()
                    .filter(
                        part ->
                            part.id().columns().stream()
                                .anyMatch(each -> each.name().equals(column)))
                    .map(part -> part.rows().word() + ".id")
                    .findFirst())
        .orElse("");
  }
}
