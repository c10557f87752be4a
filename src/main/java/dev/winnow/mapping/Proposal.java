package dev.winnow.mapping;

import dev.winnow.schema.Label;
import java.util.List;
import java.util.Optional;

/**
 * How a table could be mapped, as far as its columns tell.
 *
 * @param mapping the likeliest; complete enough to show what the first rows would become
 * @param columns one for each column, in the table's order, those without a target among them
 * @param questions what a human must decide, because the table does not; often none
 */
public record Proposal(ColumnMapping mapping, List<Suggestion> columns, List<Question> questions) {
  public Proposal {
    columns = List.copyOf(columns);
    questions = List.copyOf(questions);
  }

  /**
   * Where a column's values could go.
   *
   * @param field its name, or {@link #ID}
   */
  public record Target(ColumnMapping.Rows rows, String field) {
    /** The place of the id. */
    public static final String ID = "id";
  }

  /** What speaks for a suggestion. */
  public enum Reason {
    /** The column is called as the field. */
    NAME,
    /** It is called as such columns often are. */
    SYNONYM,
    /** Its values have the form of the field. */
    CONTENT,
    /** Its values are known values of the field. */
    VALUES,
    /** The same columns were mapped so before. */
    SAVED,
    /** Nothing: the column has no target. */
    NONE
  }

  /**
   * What is proposed for one column.
   *
   * @param target empty when the column is left out
   * @param confidence from 0 to 1
   * @param others fields that are also possible, the likeliest first
   */
  public record Suggestion(
      String column,
      Optional<Target> target,
      double confidence,
      Reason reason,
      List<Target> others) {
    public Suggestion {
      others = List.copyOf(others);
    }
  }

  /** What a question is about. */
  public enum Kind {
    /** Day and month could change places. */
    DATE_ORDER,
    /** The comma or the point could be the decimal mark. */
    DECIMAL_MARK,
    /** A column could be one thing or another, or a needed one is missing. */
    TARGET,
    /** Which columns tell rows apart. */
    ID,
    /** Values that are not among the known ones. */
    UNKNOWN_VALUES
  }

  /**
   * Something a human must decide.
   *
   * @param column which it is about; empty for the whole table
   * @param options the mapping has the first; may be empty where an answer is free
   */
  public record Question(String column, Kind kind, Label text, List<Option> options) {
    public Question {
      options = List.copyOf(options);
    }
  }

  /**
   * An answer to a question.
   *
   * @param example what it makes of a value of the table; may be empty
   */
  public record Option(String value, Label label, String example) {}
}
