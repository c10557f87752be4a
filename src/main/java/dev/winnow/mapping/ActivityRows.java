package dev.winnow.mapping;

import dev.winnow.condition.ActivityKind;
import dev.winnow.customer.Customer;
import dev.winnow.customer.FieldValue;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.schema.Field;
import dev.winnow.schema.Label;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import dev.winnow.schema.Schema.SearchSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of activities. They are mapped and normalised as those of customers are, with an activity's
 * attributes for fields, and then written as the JSON that the API takes.
 */
public final class ActivityRows {
  private static final String CUSTOMER = "customer";
  private static final String TIME = "time";

  /** What follows from other attributes. */
  private static final Set<String> DERIVED = Set.of("date", "returned");

  private ActivityRows() {}

  /** The fields that such rows have; empty for customers, who have those of the schema. */
  public static Optional<Schema> schema(Rows rows) {
    return kind(rows).map(ActivityRows::schema);
  }

  private static Optional<ActivityKind> kind(Rows rows) {
    return switch (rows) {
      case CUSTOMERS -> Optional.empty();
      case PURCHASES -> Optional.of(ActivityKind.PURCHASE);
      case INTERACTIONS -> Optional.of(ActivityKind.INTERACTION);
      case FEEDBACK -> Optional.of(ActivityKind.FEEDBACK);
    };
  }

  private static Schema schema(ActivityKind kind) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field.Keyword(required(CUSTOMER, "Customer", "客户"), List.of(), false));
    fields.add(new Field.Date(required(TIME, "Time", "时间")));
    kind.attributes().fields().values().stream()
        .filter(field -> !DERIVED.contains(field.name()))
        .forEach(fields::add);
    return Schema.of(fields, CUSTOMER, SearchSettings.NONE);
  }

  private static Field.Traits required(String name, String en, String zh) {
    return new Field.Traits(name, new Label(en, zh), false, false, false, true, false);
  }

  /** A row's values as the JSON of an activity. */
  public static ObjectNode json(Rows rows, Customer row) {
    ActivityKind kind = kind(rows).orElseThrow();
    Schema schema = schema(kind);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id());
    json.put("kind", kind.word());
    for (Map.Entry<String, FieldValue> entry : row.values().entrySet()) {
      Field field = schema.field(entry.getKey()).orElseThrow();
      switch (entry.getValue()) {
        case FieldValue.Words(List<String> words) -> {
          if (field instanceof Field.Bool) {
            json.put(field.name(), Boolean.parseBoolean(words.getFirst()));
          } else {
            json.put(field.name(), words.getFirst());
          }
        }
        case FieldValue.Amount(long value) -> {
          if (field instanceof Field.Date) {
            json.put(field.name(), LocalDate.ofEpochDay(value).toString());
          } else {
            json.put(field.name(), number((Field.Ordered) field, value));
          }
        }
      }
    }
    return json;
  }

  private static BigDecimal number(Field.Ordered field, long value) {
    return BigDecimal.valueOf(value, Scale.decimals(field));
  }
}
