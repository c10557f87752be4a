package dev.winnow.condition;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the clauses about one field and checks that the field's type can answer them. */
final class FieldClauseReader {
  private static final Pattern DAYS = Pattern.compile("(\\d{1,3})d");
  private static final int MOST_DAYS = 366;

  private final Schema schema;
  private final Faults faults;
  private final RangeReader ranges;
  private final ValuesReader values;

  FieldClauseReader(Schema schema, Map<String, KnownValues> known, Faults faults) {
    this.schema = schema;
    this.faults = faults;
    this.ranges = new RangeReader(faults);
    this.values = new ValuesReader(known, faults);
  }

  /** What is asked of a field. */
  private enum Operator {
    IN("in"),
    RANGE("gte", "gt", "lte", "lt"),
    ANNIVERSARY("anniversaryWithin"),
    EXISTS("exists");

    private final List<String> keys;

    Operator(String... keys) {
      this.keys = List.of(keys);
    }
  }

  Optional<Condition> read(JsonNode json, String at) {
    Optional<Field> field = field(json.get("field"), at + "/field");
    List<Operator> operators =
        List.of(Operator.values()).stream()
            .filter(operator -> operator.keys.stream().anyMatch(json::has))
            .toList();
    if (operators.size() != 1) {
      faults.add(
          at,
          operators.isEmpty()
              ? "The clause does not say what to ask of the field."
              : "The clause asks several things of the field at once.",
          "One of: in, gte/gt with lte/lt, anniversaryWithin, exists.");
      return Optional.empty();
    }
    return field.flatMap(known -> read(known, operators.getFirst(), json, at));
  }

  private Optional<Field> field(JsonNode json, String at) {
    if (!json.isString()) {
      faults.add(at, "\"field\" must be the name of a field.", "");
      return Optional.empty();
    }
    String name = json.stringValue();
    Optional<Field> field = schema.field(name);
    if (field.isEmpty()) {
      List<String> names = List.copyOf(schema.fields().keySet());
      faults.add(at, "There is no field " + Excerpt.quoted(name) + ".", Nearest.hint(name, names));
    }
    return field;
  }

  private Optional<Condition> read(Field field, Operator operator, JsonNode json, String at) {
    return switch (operator) {
      case IN -> in(field, json.get("in"), at + "/in");
      case RANGE -> range(field, json, at);
      case ANNIVERSARY ->
          anniversary(field, json.get("anniversaryWithin"), at + "/anniversaryWithin");
      case EXISTS -> exists(field, json.get("exists"), at + "/exists");
    };
  }

  private Optional<Condition> in(Field field, JsonNode json, String at) {
    return switch (field) {
      case Field.Ordered _ -> {
        faults.add(
            at,
            "\"in\" compares words, but " + Excerpt.quoted(field.name()) + " is " + a(field) + ".",
            "Use gte, gt, lte or lt.");
        yield Optional.empty();
      }
      case Field.Text _ -> {
        faults.add(
            at,
            "\"in\" compares exact values, but " + Excerpt.quoted(field.name()) + " is free text.",
            "Use {\"text\": …, \"fields\": [\"" + field.name() + "\"]}.");
        yield Optional.empty();
      }
      case Field.Keyword _, Field.Tree _, Field.Bool _, Field.Phone _, Field.Email _ ->
          values.read(field, json, at).map(list -> new Condition.In(field.name(), list));
    };
  }

  private Optional<Condition> range(Field field, JsonNode json, String at) {
    return switch (field) {
      case Field.Ordered ordered -> ranges.read(ordered, json, at);
      case Field.Worded _ -> {
        faults.add(
            at,
            "A range needs a number or a date, but "
                + Excerpt.quoted(field.name())
                + " is "
                + a(field)
                + ".",
            field instanceof Field.Text ? "Use \"text\"." : "Use \"in\".");
        yield Optional.empty();
      }
    };
  }

  private Optional<Condition> anniversary(Field field, JsonNode json, String at) {
    if (!(field instanceof Field.Date)) {
      faults.add(
          at,
          "Only dates have anniversaries, but "
              + Excerpt.quoted(field.name())
              + " is "
              + a(field)
              + ".",
          "");
      return Optional.empty();
    }
    Matcher days = DAYS.matcher(json.isString() ? json.stringValue() : "");
    if (!days.matches() || Integer.parseInt(days.group(1)) > MOST_DAYS) {
      faults.add(at, "This is not a number of days.", "\"0d\" to \"" + MOST_DAYS + "d\".");
      return Optional.empty();
    }
    int count = Integer.parseInt(days.group(1));
    return Optional.of(new Condition.Anniversary(field.name(), Optional.empty(), count));
  }

  private Optional<Condition> exists(Field field, JsonNode json, String at) {
    if (!json.isBoolean()) {
      faults.add(at, "\"exists\" is true or false.", "");
      return Optional.empty();
    }
    if (field.traits().required() && !json.booleanValue()) {
      faults.add(
          at, "Every customer has " + Excerpt.quoted(field.name()) + "; it is required.", "");
      return Optional.empty();
    }
    return Optional.of(new Condition.Exists(field.name(), json.booleanValue()));
  }

  private static String a(Field field) {
    return switch (field) {
      case Field.Text _ -> "free text";
      case Field.Keyword _ -> "a keyword";
      case Field.Tree _ -> "a tree of values";
      case Field.Bool _ -> "yes or no";
      case Field.Phone _ -> "a phone number";
      case Field.Email _ -> "an e-mail address";
      case Field.Number _ -> "a number";
      case Field.Money _ -> "an amount of money";
      case Field.Date _ -> "a date";
    };
  }
}
