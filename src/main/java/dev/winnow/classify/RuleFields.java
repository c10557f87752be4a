package dev.winnow.classify;

import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Nearest;
import dev.winnow.schema.Field;
import dev.winnow.schema.Scale;
import dev.winnow.schema.Schema;
import dev.winnow.schema.TreePath;
import dev.winnow.schema.WordRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what a rule says of fields, grades and amounts, and checks it against the schema. */
final class RuleFields {
  private static final int DAY_LENGTH = 10;

  private final Schema schema;

  RuleFields(Schema schema) {
    this.schema = schema;
  }

  /** The facet that a rule grades. */
  Optional<Field> facet(RuleNode rule) {
    RuleNode node = rule.required("facet");
    Optional<Field> field = named(node, RuleFields::canBeGraded);
    if (field.filter(Field::facet).isEmpty() && field.isPresent()) {
      node.fault("The field " + quoted(field) + " is no facet.", "Set \"facet: true\" for it.");
    }
    if (field.isPresent() && !canBeGraded(field.get())) {
      node.fault(
          "The field " + quoted(field) + " cannot be graded.",
          "It must be a keyword or tree with one value.");
    }
    return field;
  }

  private static boolean canBeGraded(Field field) {
    return (field instanceof Field.Keyword || field instanceof Field.Tree) && !field.multi();
  }

  /** A field of amounts. */
  Optional<Field.Ordered> ordered(RuleNode rule, String key) {
    return typed(rule, key, Field.Ordered.class, "a number, an amount of money or a date");
  }

  /** A field of amounts that are no dates. */
  Optional<Field.Ordered> quantity(RuleNode rule, String key) {
    Optional<Field.Ordered> field =
        typed(rule, key, Field.Ordered.class, "a number or an amount of money");
    if (field.filter(Field.Date.class::isInstance).isPresent()) {
      rule.get(key)
          .fault(
              "The field \"" + field.get().name() + "\" is a date.",
              "It must be a number or an amount of money.");
    }
    return field;
  }

  /** The name of a date. */
  String date(RuleNode rule, String key) {
    return typed(rule, key, Field.Date.class, "a date").map(Field::name).orElse("");
  }

  /** The name of a number without decimals. */
  String count(RuleNode rule, String key) {
    Optional<Field.Number> field = typed(rule, key, Field.Number.class, "a number");
    if (field.filter(number -> number.decimals() > 0).isPresent()) {
      rule.get(key)
          .fault("The field " + quoted(field) + " has decimals.", "It must be a whole number.");
    }
    return field.map(Field::name).orElse("");
  }

  /** A field whose values can be put into groups. */
  Optional<Field> worded(RuleNode rule, String key) {
    RuleNode node = rule.required(key);
    Optional<Field> field = named(node, RuleFields::hasExactValues);
    if (field.filter(found -> !hasExactValues(found)).isPresent()) {
      node.fault(
          "The field " + quoted(field) + " has no values to put into groups.",
          "It must be a keyword, a tree or a boolean.");
    }
    return field.filter(RuleFields::hasExactValues);
  }

  private static boolean hasExactValues(Field field) {
    return field instanceof Field.Keyword
        || field instanceof Field.Tree
        || field instanceof Field.Bool;
  }

  private <T extends Field> Optional<T> typed(
      RuleNode rule, String key, Class<T> type, String expected) {
    RuleNode node = rule.required(key);
    Optional<Field> field = named(node, type::isInstance);
    if (field.filter(found -> !type.isInstance(found)).isPresent()) {
      node.fault(
          "The field " + quoted(field) + " is of another type.", "It must be " + expected + ".");
    }
    return field.filter(type::isInstance).map(type::cast);
  }

  /** The field of that name; what may have been meant is sought among the fitting ones. */
  private Optional<Field> named(RuleNode node, Predicate<Field> fitting) {
    String name = node.text();
    Optional<Field> field = schema.field(name);
    if (field.isEmpty() && !name.isEmpty()) {
      List<String> names =
          schema.fields().values().stream().filter(fitting).map(Field::name).toList();
      node.fault("There is no field " + Excerpt.quoted(name) + ".", Nearest.hint(name, names));
    }
    return field;
  }

  private static String quoted(Optional<? extends Field> field) {
    return Excerpt.quoted(field.map(Field::name).orElse(""));
  }

  /** A grade that need not be given. */
  Optional<String> optionalGrade(RuleNode rule, String key, Optional<Field> facet) {
    return rule.optional(key).map(node -> value(node, facet));
  }

  /** A value of a field: a known one if the field is closed. */
  String value(RuleNode node, Optional<Field> field) {
    if (field.filter(Field.Bool.class::isInstance).isPresent() && node.json().isBoolean()) {
      return node.json().asString();
    }
    String text = node.text();
    boolean tree = field.filter(Field.Tree.class::isInstance).isPresent();
    String value = tree ? TreePath.clean(text) : WordRules.clean(text);
    if (!value.isEmpty()) {
      check(node, value, field);
    }
    return value;
  }

  /** Adds a fault when the field cannot have the value. */
  void check(RuleNode node, String value, Optional<Field> field) {
    boolean tree = field.filter(Field.Tree.class::isInstance).isPresent();
    Set<String> known = known(field);
    if (!known.isEmpty() && !known.contains(value)) {
      node.fault(
          "The field " + quoted(field) + " has no value " + Excerpt.quoted(value) + ".",
          Nearest.hint(value, known));
    }
    Optional<String> flaw = tree ? TreePath.flaw(value) : WordRules.flaw(value);
    flaw.ifPresent(what -> node.fault("The value " + what, ""));
  }

  /** The only values that a field accepts; empty when it accepts any. */
  private Set<String> known(Optional<Field> field) {
    return field
        .filter(RuleFields::isClosed)
        .map(closed -> schema.valueLabels(closed).keySet())
        .orElse(Set.of());
  }

  private static boolean isClosed(Field field) {
    return switch (field) {
      case Field.Keyword keyword -> keyword.closed();
      case Field.Tree tree -> tree.closed();
      case Field.Text _, Field.Bool _, Field.Phone _, Field.Email _, Field.Ordered _ -> false;
    };
  }

  /** An amount on the field's scale; of an unknown field, as it stands. */
  long amount(RuleNode node, Optional<Field.Ordered> field) {
    if (field.filter(Field.Date.class::isInstance).isPresent()) {
      return day(node);
    }
    int decimals = field.map(Scale::decimals).orElse(0);
    BigDecimal number = field.isPresent() ? node.number(decimals) : node.number();
    Optional<Long> amount = Scale.ofDecimal(number, decimals);
    if (amount.isEmpty()) {
      node.fault("The number is beyond what the field holds.", "");
    }
    return amount.orElse(0L);
  }

  /** Days since 1970-01-01. */
  static long day(RuleNode node) {
    Optional<Long> day =
        Optional.of(node.text()).filter(text -> text.length() == DAY_LENGTH).flatMap(Scale::ofDate);
    if (day.isEmpty() && node.json().isString()) {
      node.fault("This is not a date.", "Such as \"2026-01-31\".");
    }
    return day.orElse(0L);
  }
}
