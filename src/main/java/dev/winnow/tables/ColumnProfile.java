package dev.winnow.tables;

import java.util.List;

/**
 * What a column holds, seen from all of its cells.
 *
 * @param name from the header
 * @param rows cells looked at
 * @param filled those that say something: not blank and not one of the nulls
 * @param distinct different values; {@link #MANY} when there are more than could be told apart
 * @param nulls texts of this column that mean "no value", such as NULL, N/A and -
 * @param examples the first different values, at most ten
 * @param top the commonest values with their counts, at most fifty, the commonest first; exact
 *     unless {@code distinct} is {@link #MANY}
 * @param content what the values are
 * @param odd cells that are not of that content, at most ten, for people to look at
 */
public record ColumnProfile(
    String name,
    long rows,
    long filled,
    long distinct,
    List<String> nulls,
    List<String> examples,
    List<Count> top,
    Content content,
    List<Odd> odd) {
  /** More different values than were counted. */
  public static final long MANY = -1;

  /** With {@link #MANY} values, the greatest count of one that was come across once. */
  public static final long ONCE = ValueCounts.ONE_IN;

  public ColumnProfile {
    nulls = List.copyOf(nulls);
    examples = List.copyOf(examples);
    top = List.copyOf(top);
    odd = List.copyOf(odd);
  }

  /** A value and how many cells hold it. */
  public record Count(String value, long count) {}

  /**
   * A cell that does not fit.
   *
   * @param row its number
   */
  public record Odd(long row, String cell) {}

  /** What the values of a column are. */
  public sealed interface Content {}

  /** There is none. */
  public record Empty() implements Content {}

  /** Texts of any kind. */
  public record Words() implements Content {}

  /** Values of which all, or nearly all, have the form of one of these. */
  public record Like(Form form) implements Content {}

  /** Forms of text that tell what it is. */
  public enum Form {
    EMAIL,
    PHONE,
    URL,
    /** Digits and letters without blanks that stand for something; leading zeros count. */
    CODE,
    YES_NO
  }

  /**
   * Numbers.
   *
   * @param whole no value has a fraction
   * @param decimalComma written as 1.234,56
   * @param balanced nothing says whether the comma or the point is the decimal mark
   * @param currency ISO 4217 code seen beside them; empty for none
   * @param codes whole numbers written with a fraction of zero, such as 17850.0: ids rather than
   *     quantities
   */
  public record Numbers(
      boolean whole, boolean decimalComma, boolean balanced, String currency, boolean codes)
      implements Content {}

  /**
   * Days, with or without a time.
   *
   * @param patterns as in {@link java.time.format.DateTimeFormatter}, all that occur, the commonest
   *     first; {@code excel} for serial numbers
   * @param balanced day and month could change places in every value: somebody must be asked
   * @param times some value has a time
   */
  public record Dates(List<String> patterns, boolean balanced, boolean times) implements Content {
    public Dates {
      patterns = List.copyOf(patterns);
    }
  }
}
