package dev.winnow.mapping;

import dev.winnow.customer.DatePattern;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.schema.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a field's value comes from. Each cell is trimmed and compared with the nulls, split, and
 * replaced through the values; then the cells are joined and prefixed.
 *
 * @param nulls texts that mean "no value", beside the empty cell
 * @param split between several values in one cell of a multi-valued field; empty for none
 * @param values replacements by the text they replace
 * @param unit put behind each number that has none, such as 万
 * @param number whole numbers written as 17850.0 are taken as 17850
 * @param dates patterns of a date, tried in order; empty for the usual ones
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
    String unit,
    boolean number,
    List<DatePattern> dates,
    boolean decimalComma) {
  public FieldRule {
    nulls = origin.columns().isEmpty() ? Set.of() : Set.copyOf(nulls);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    dates = List.copyOf(dates);
  }

  /** The origin as it is. */
  public static FieldRule of(Field field, Origin origin) {
    return new FieldRule(
        field, origin, Set.of(), "", Map.of(), Unlisted.KEEP, "", "", false, List.of(), false);
  }

  /** One column as it is. */
  public static FieldRule of(Field field, Column column) {
    return of(field, new Cells(List.of(column), Optional.empty()));
  }

  public FieldRule withNulls(Set<String> other) {
    return new FieldRule(
        field, origin, other, split, values, unlisted, prefix, unit, number, dates, decimalComma);
  }

  public FieldRule withValues(Map<String, String> other) {
    return new FieldRule(
        field, origin, nulls, split, other, unlisted, prefix, unit, number, dates, decimalComma);
  }

  public FieldRule withDates(List<DatePattern> other) {
    return new FieldRule(
        field, origin, nulls, split, values, unlisted, prefix, unit, number, other, decimalComma);
  }

  public FieldRule withDecimalComma() {
    return new FieldRule(
        field, origin, nulls, split, values, unlisted, prefix, unit, number, dates, true);
  }

  public FieldRule withUnit(String other) {
    return new FieldRule(
        field, origin, nulls, split, values, unlisted, prefix, other, number, dates, decimalComma);
  }

  public FieldRule withNumber() {
    return new FieldRule(
        field, origin, nulls, split, values, unlisted, prefix, unit, true, dates, decimalComma);
  }

  public FieldRule withSplit(String other) {
    return new FieldRule(
        field, origin, nulls, other, values, unlisted, prefix, unit, number, dates, decimalComma);
  }

  public FieldRule withUnlisted(Unlisted other) {
    return new FieldRule(
        field, origin, nulls, split, values, other, prefix, unit, number, dates, decimalComma);
  }

  /** What a field is filled with. */
  public sealed interface Origin {
    /** The columns that are read. */
    List<Column> columns();
  }

  /**
   * Numbers multiplied with each other.
   *
   * @param less a share that is taken off, such as a discount of 0.15
   * @param negative the result's sign is turned, as for returns
   */
  public record Product(List<Column> factors, Optional<Column> less, boolean negative)
      implements Origin {
    public Product {
      factors = List.copyOf(factors);
    }

    @Override
    public List<Column> columns() {
      return Stream.concat(factors.stream(), less.stream()).toList();
    }
  }

  /** The same for all rows. */
  public record Constant(String text) implements Origin {
    @Override
    public List<Column> columns() {
      return List.of();
    }
  }

  /** The customer's own id, for a name that the table does not have. */
  public record OwnId() implements Origin {
    @Override
    public List<Column> columns() {
      return List.of();
    }
  }

  /**
   * The cells that have a value.
   *
   * @param join put between the cells to make them one value; absent: each is a value of its own
   */
  public record Cells(List<Column> columns, Optional<String> join) implements Origin {
    public Cells {
      columns = List.copyOf(columns);
    }
  }

  /** What becomes of a text that has no replacement in {@code values}. */
  public enum Unlisted {
    KEEP,
    /** It becomes the known value that it means, if any, and is kept otherwise. */
    FIND,
    /** It becomes the known value that it means; what means none is left out, and told of. */
    KNOWN,
    /** The row is refused. */
    REJECT,
    /** The field stays empty. */
    EMPTY
  }
}
