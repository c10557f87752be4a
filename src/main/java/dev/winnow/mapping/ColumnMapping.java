package dev.winnow.mapping;

import dev.winnow.customer.DatePattern;
import dev.winnow.customer.TextFormats;
import dev.winnow.tables.TableFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a table become customers, activities, or both.
 *
 * @param file the mapping's name, for messages
 * @param parts what becomes of each row: customers before activities, one or more
 */
public record ColumnMapping(
    String file, TableFormat format, List<Lookup> lookups, List<Part> parts) {
  public ColumnMapping {
    lookups = List.copyOf(lookups);
    parts = List.copyOf(parts);
  }

  /** The same for a table that is written in another way. */
  public ColumnMapping withFormat(TableFormat other) {
    return new ColumnMapping(file, other, lookups, parts);
  }

  /** Whether customers are told from the rows of their activities. */
  public boolean derivesCustomers() {
    return parts.size() > 1 && parts.stream().anyMatch(part -> part.rows() == Rows.CUSTOMERS);
  }

  /**
   * One kind of thing that each row becomes.
   *
   * @param repeats what happens to a row whose id has occurred before in the same table
   * @param when the row becomes one only if one of these holds; with none it always does
   * @param skip it does not if one of these holds
   * @param returns a purchase was given back if one of these holds
   */
  public record Part(
      Rows rows,
      IdRule id,
      Repeats repeats,
      List<FieldRule> fields,
      List<RowTest> when,
      List<RowTest> skip,
      List<RowTest> returns) {
    public Part {
      fields = List.copyOf(fields);
      when = List.copyOf(when);
      skip = List.copyOf(skip);
      returns = List.copyOf(returns);
    }

    /** A part that takes every row. */
    public Part(Rows rows, IdRule id, List<FieldRule> fields) {
      this(rows, id, Repeats.UPDATE, fields, List.of(), List.of(), List.of());
    }

    /** How the fields' dates and numbers are written. */
    public TextFormats formats() {
      Map<String, List<DatePattern>> dates = new HashMap<>();
      Set<String> decimalCommas = new HashSet<>();
      for (FieldRule rule : fields) {
        if (!rule.dates().isEmpty()) {
          dates.put(rule.field().name(), rule.dates());
        }
        if (rule.decimalComma() && !(rule.origin() instanceof FieldRule.Product)) {
          decimalCommas.add(rule.field().name());
        }
      }
      return new TextFormats(dates, decimalCommas);
    }

    /** The rule of a field. */
    public Optional<FieldRule> rule(String field) {
      return fields.stream().filter(rule -> rule.field().name().equals(field)).findFirst();
    }
  }

  /** What rows become. */
  public enum Rows {
    CUSTOMERS,
    PURCHASES,
    INTERACTIONS,
    FEEDBACK;

    /** As it is written in the file. */
    public String word() {
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
  public record Lookup(String name, String file, Column key, Column by) {
    /** What a column of the other table is called beside the table's own. */
    public String column(String theirs) {
      return name + "." + theirs;
    }

    /** The key again, which says nothing new. */
    String keyColumn() {
      return column(key.name());
    }
  }

  /**
   * A column by its name in the header; equal to every other column of that name.
   *
   * @param line of the mapping file that names it; 0 when it comes from no file
   */
  public record Column(String name, int line) {
    /** Stands for the row's own number, where nothing else tells rows apart. */
    public static final String ROW_NUMBER = "#row";

    public Column(String name) {
      this(name, 0);
    }

    boolean isRowNumber() {
      return name.equals(ROW_NUMBER);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Column column && column.name.equals(name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * An id: the prefix, then the columns' cells with {@code join} between them.
   *
   * @param number whole numbers written as 17850.0 are taken as 17850
   */
  public record IdRule(List<Column> columns, String prefix, String join, boolean number) {
    /** Between several columns unless another text is given. */
    public static final String JOIN = "-";

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
   * Something that holds for some rows.
   *
   * @param texts any of which makes it hold; none for {@link Test#NEGATIVE}
   */
  public record RowTest(Column column, Test test, List<String> texts) {
    public RowTest {
      texts = List.copyOf(texts);
    }
  }

  /** How a cell is looked at; upper and lower case are the same. */
  public enum Test {
    IS,
    STARTS_WITH,
    /** It is a number below zero. */
    NEGATIVE
  }
}
