package dev.winnow.mapping;

import dev.winnow.customer.TextFormats;
import dev.winnow.schema.Field;
import dev.winnow.tables.TableFormat;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the columns of a table become customers or activities, as {@code mapping.yml} says.
 *
 * @param file the mapping's file name, for messages
 * @param repeats what happens to a row whose id has occurred before in the same table
 */
public record ColumnMapping(
    String file,
    Rows rows,
    TableFormat format,
    List<Lookup> lookups,
    IdRule id,
    Repeats repeats,
    List<FieldRule> fields) {
  public ColumnMapping {
    lookups = List.copyOf(lookups);
    fields = List.copyOf(fields);
  }

  /** What the rows of a table are. */
  public enum Rows {
    CUSTOMERS,
    PURCHASES,
    INTERACTIONS,
    FEEDBACK;

    /** As it is written in the file. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Another table whose columns are wanted, too.
   *
   * @param file beside the table
   * @param key the column of the other table that is unlike in every row
   * @param by the column of this one that has the key
   */
  public record Lookup(String name, String file, Column key, Column by) {}

  /** How the fields' dates and numbers are written. */
  public TextFormats formats() {
    Map<String, List<DateTimeFormatter>> dates = new HashMap<>();
    Set<String> decimalCommas = new HashSet<>();
    for (FieldRule rule : fields) {
      if (!rule.dates().isEmpty()) {
        dates.put(rule.field().name(), rule.dates());
      }
      if (rule.decimalComma()) {
        decimalCommas.add(rule.field().name());
      }
    }
    return new TextFormats(dates, decimalCommas);
  }

  /**
   * A column by its name in the header.
   *
   * @param line of the mapping file that names it
   */
  public record Column(String name, int line) {
    /** Stands for the row's own number, where nothing else tells rows apart. */
    static final String ROW_NUMBER = "#row";

    boolean isRowNumber() {
      return name.equals(ROW_NUMBER);
    }
  }

  /** A customer's id: the prefix, then the columns' cells with {@code join} between them. */
  public record IdRule(List<Column> columns, String prefix, String join) {
    public IdRule {
      columns = List.copyOf(columns);
    }
  }

  /** What to do with a row whose id has been there. */
  public enum Repeats {
    /** The later row replaces the earlier one. */
    UPDATE,
    REJECT
  }

  /**
   * Where a field's value comes from. Each cell is trimmed and compared with the nulls, split, and
   * replaced through the values; then the cells are joined and prefixed.
   *
   * @param nulls texts that mean "no value", beside the empty cell
   * @param split between several values in one cell of a multi-valued field; empty for none
   * @param values replacements by the text they replace
   * @param dates formats of a date, tried in order; empty for the usual ones
   * @param decimalComma numbers are written as {@code 1.234,56}
   */
  public record FieldRule(
      Field field,
      Origin origin,
      Set<String> nulls,
      String split,
      Map<String, String> values,
      Unlisted unlisted,
      String prefix,
      List<DateTimeFormatter> dates,
      boolean decimalComma) {
    public FieldRule {
      nulls = Set.copyOf(nulls);
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      dates = List.copyOf(dates);
    }
  }

  /** What a field is filled with. */
  public sealed interface Origin {
    /**
     * Numbers multiplied with each other.
     *
     * @param less a share that is taken off, such as a discount of 0.15
     * @param negative the result's sign is turned, as for returns
     */
    record Product(List<Column> factors, Optional<Column> less, boolean negative)
        implements Origin {
      public Product {
        factors = List.copyOf(factors);
      }
    }

    /** The same for all rows. */
    record Constant(String text) implements Origin {}

    /**
     * The cells that have a value.
     *
     * @param join put between the cells to make them one value; absent: each is a value of its own
     */
    record Columns(List<Column> columns, Optional<String> join) implements Origin {
      public Columns {
        columns = List.copyOf(columns);
      }
    }
  }

  /** What becomes of a text that has no replacement in {@code values}. */
  public enum Unlisted {
    KEEP,
    /** The row is refused. */
    REJECT,
    /** The field stays empty. */
    EMPTY
  }
}
