package dev.winnow.mapping;

import dev.winnow.tables.ColumnProfile.Form;

/** What the columns of a list of purchases look like where nothing names them. */
final class ActivityShape {
  private static final double TIME = 0.65;
  private static final double AMOUNT = 0.6;
  private static final double LIKELY = 0.55;
  private static final int LONGEST_QUANTITY = 3;

  private ActivityShape() {}

  /** How much the values alone speak for a thing that purchases have. */
  static double speaks(Concept concept, ColumnClues column) {
    if (concept.is("time")) {
      return column.isDate() ? TIME : 0;
    }
    if (concept.is("amount")) {
      return column.isNumber() && !column.isWhole() && !column.isNumberedCode() ? AMOUNT : 0;
    }
    if (concept.is("quantity")) {
      return column.isWhole() && isSmall(column) ? LIKELY : 0;
    }
    return 0;
  }

  /** How much the values alone speak for the customer: a code that comes again. */
  static double customer(ColumnClues column) {
    boolean code = column.isForm(Form.CODE) || column.isNumberedCode() || column.isWhole();
    boolean again = column.isFull() && column.variety() < 0.95 && column.variety() > 0.01;
    return code && again && !isSmall(column) ? LIKELY : 0;
  }

  private static boolean isSmall(ColumnClues column) {
    return column.values().stream().allMatch(value -> value.length() < LONGEST_QUANTITY);
  }
}
