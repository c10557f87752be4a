package dev.winnow.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How equal-sized grades are cut. All but {@link #RANK} and {@link #FIXED} begin with the type-7
 * quantiles of the values (Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996; the
 * default of R and NumPy): of {@code n} values in ascending order, numbered from 0, the quantile
 * for {@code p} is found at {@code h = (n - 1) p}, between two values by linear interpolation. For
 * {@code g} grades {@code p} is 1/g, 2/g, …; all of it is computed exactly.
 */
public enum QuantileMethod {
  /** A grade begins with its cut point: the number of the grade is 1 + (cut points ≤ value). */
  TYPE7("type7"),

  /**
   * As {@link #TYPE7}, and every cut point is 1 unit higher (1 day, 1 order, 1 of the currency), as
   * the R package {@code rfm} does ({@code rfm_table_order}).
   */
  TYPE7_PLUS_ONE("type7-plus-one"),

  /** A grade ends with its cut point: 1 + (cut points &lt; value); equal cut points all count. */
  TYPE7_RIGHT("type7-right"),

  /**
   * As {@code pandas.qcut(x, g, duplicates="drop")}: a grade ends with its cut point, and cut
   * points equal to each other or to the least or greatest value are dropped, so that there may be
   * fewer grades.
   */
  QCUT("qcut"),

  /**
   * By rank. With {@link Ties#BY_NUMBER} as {@code pandas.qcut(x.rank(method="first"), g)}: the
   * customers in the order of value and number, at the places 0 to n − 1, are cut at (n − 1)k/g.
   * With {@link Ties#TOGETHER} the same, but all customers of one value take the place of the first
   * of them.
   */
  RANK("rank"),

  /** By cut points that the rule states; a grade begins with its cut point. */
  FIXED("fixed");

  private final String word;

  QuantileMethod(String word) {
    this.word = word;
  }

  /** As it is written in a rule. */
  public String word() {
    return word;
  }

  /** Whether a value equal to a cut point belongs below it. */
  boolean rightClosed() {
    return this == TYPE7_RIGHT || this == QCUT;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(QuantileMethod::word).toList();
  }

  static Optional<QuantileMethod> of(String word) {
    return Arrays.stream(values()).filter(method -> method.word.equals(word)).findFirst();
  }

  /** What becomes of customers with the same value when they are ranked. */
  public enum Ties {
    /** They get the same grade, and grades may differ in size. */
    TOGETHER("together"),

    /** The one with the smaller number comes first, and all grades are of the same size. */
    BY_NUMBER("by-number");

    private final String word;

    Ties(String word) {
      this.word = word;
    }

    /** As it is written in a rule. */
    public String word() {
      return word;
    }
  }
}
