package dev.winnow.mapping;

import dev.winnow.schema.Field;
import dev.winnow.tables.ColumnProfile.Form;
import java.util.IdentityHashMap;
import java.util.Optional;

/** How well the values of a column fit a field. */
final class ContentMatch {
  private static final int FEW = 50;

  private final IdentityHashMap<Field, Optional<ValueFinder>> finders = new IdentityHashMap<>();
  private final IdentityHashMap<Field, IdentityHashMap<ColumnClues, Double>> shares =
      new IdentityHashMap<>();

  /** The share of a column's cells that a field knows; 0 when it knows none beforehand. */
  double shareKnown(Field field, ColumnClues column) {
    return shares
        .computeIfAbsent(field, _ -> new IdentityHashMap<>())
        .computeIfAbsent(column, clues -> finder(field).map(clues::shareKnown).orElse(0.0));
  }

  /** The finder of a field's known values. */
  Optional<ValueFinder> finder(Field field) {
    return finders.computeIfAbsent(field, ValueFinder::of);
  }

  /** By how much a name's evidence is to be trusted, from 0 to 1, seeing the values. */
  double allows(Concept concept, Optional<Field> field, ColumnClues column) {
    if (column.isEmpty()) {
      return 0.8;
    }
    if (concept.field().equals(Concept.OTHER)) {
      return 1;
    }
    if (concept.field().equals(Proposal.Target.ID)
        || concept.is("order")
        || concept.is("order.line")
        || concept.is("code")
        || concept.is("product.id")) {
      return id(column, concept.is("order.line"));
    }
    if (concept.isPart("postcode")) {
      return column.isDate() || column.isForm(Form.EMAIL) ? 0.1 : 1;
    }
    return field.map(present -> allows(concept, present, column)).orElse(0.0);
  }

  private static double id(ColumnClues column, boolean whole) {
    boolean fraction = column.isNumber() && !column.isWhole() && !column.isNumberedCode();
    if (column.isDate() || fraction) {
      return 0.2;
    }
    return whole && !column.isNumber() && !column.isForm(Form.CODE) ? 0.4 : 1;
  }

  private double allows(Concept concept, Field field, ColumnClues column) {
    return switch (field) {
      case Field.Text text -> text(concept, text, column);
      case Field.Keyword _ -> keyword(concept, field, column);
      case Field.Tree _ ->
          column.isDate() || column.isForm(Form.EMAIL) ? 0.1 : column.isNumber() ? 0.65 : 1;
      case Field.Number _, Field.Money _ -> number(column);
      case Field.Date _ -> column.isDate() ? 1 : 0.1;
      case Field.Bool _ -> column.isForm(Form.YES_NO) ? 1 : 0.4;
      case Field.Phone _ -> phone(column);
      case Field.Email _ -> column.isForm(Form.EMAIL) ? 1 : 0.1;
    };
  }

  private static double text(Concept concept, Field.Text field, ColumnClues column) {
    if (column.isDate() || column.isForm(Form.YES_NO)) {
      return 0.1;
    }
    if (column.isNumber() || column.isForm(Form.EMAIL) || column.isForm(Form.PHONE)) {
      return 0.3;
    }
    boolean repeated = column.profile().filled() > FEW && column.variety() < 0.02;
    return concept.is("name") && field.traits().required() && repeated ? 0.7 : 1;
  }

  private double keyword(Concept concept, Field field, ColumnClues column) {
    if (concept.is("website")) {
      return column.isForm(Form.URL) || (!column.isNumber() && !column.isDate()) ? 1 : 0.1;
    }
    if (concept.is("product") || concept.is("category")) {
      return column.isDate() ? 0.1 : column.isNumber() ? 0.75 : 1;
    }
    if (concept.is("owner") && column.isForm(Form.EMAIL)) {
      return 0.95;
    }
    if (column.isDate() || column.isForm(Form.EMAIL) || column.isForm(Form.PHONE)) {
      return 0.2;
    }
    if (column.isNumber() && !column.isWhole()) {
      return 0.2;
    }
    Optional<ValueFinder> finder = finder(field);
    if (field instanceof Field.Keyword keyword && keyword.closed() && finder.isPresent()) {
      double known = shareKnown(field, column);
      return known >= 0.5 ? 1 : 0.6 + 0.4 * known;
    }
    return column.isNumber() ? 0.65 : 1;
  }

  private static double number(ColumnClues column) {
    if (column.isNumber()) {
      return 1;
    }
    return column.isForm(Form.CODE) || column.isForm(Form.YES_NO) ? 0.7 : 0.1;
  }

  private static double phone(ColumnClues column) {
    if (column.isForm(Form.PHONE)) {
      return 1;
    }
    return column.isWhole() || column.isForm(Form.CODE) ? 0.9 : column.isDate() ? 0.1 : 0.6;
  }

  /** What the values alone say for a whole field of customers, from 0 to 1. */
  double speaks(Concept concept, Optional<Field> field, ColumnClues column) {
    if (!concept.part().isEmpty() || field.isEmpty() || column.isEmpty()) {
      return 0;
    }
    return switch (field.get()) {
      case Field.Email _ -> column.isForm(Form.EMAIL) ? 0.85 : 0;
      case Field.Phone _ -> column.isForm(Form.PHONE) ? 0.75 : 0;
      case Field.Tree tree -> known(tree, column, 0.8);
      case Field.Keyword keyword when concept.is("website") ->
          column.isForm(Form.URL) && keyword.values().isEmpty() ? 0.8 : 0;
      case Field.Keyword keyword when keyword.closed() && column.profile().distinct() > 1 ->
          column.values().stream().anyMatch(value -> value.length() > 1)
              ? known(keyword, column, 0.7)
              : 0;
      case Field.Text text when concept.is("name") && text.traits().required() -> name(column);
      case Field.Keyword _, Field.Text _, Field.Bool _ -> 0;
      case Field.Number _, Field.Money _, Field.Date _ -> 0;
    };
  }

  private static double name(ColumnClues column) {
    if (column.variety() < 0.3) {
      return 0;
    }
    boolean persons = column.name().saysNothing() && column.shareOfPersons() >= 0.7;
    return column.shareOfCompanies() >= 0.3 ? 0.8 : persons ? 0.6 : 0;
  }

  private double known(Field field, ColumnClues column, double most) {
    if (column.isNumber() || column.isDate() || column.isForm(Form.YES_NO)) {
      return 0;
    }
    double share = shareKnown(field, column);
    return share >= 0.6 ? most * share : 0;
  }
}
