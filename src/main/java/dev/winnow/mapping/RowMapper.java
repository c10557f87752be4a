package dev.winnow.mapping;

import dev.winnow.tables.Row;
import dev.winnow.tables.RowSource;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.FieldRule;
import dev.winnow.mapping.ColumnMapping.Origin;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link ColumnMapping} bound to the header of one table. */
public final class RowMapper {
  /** Stands for a slash inside a tree level, since the slash itself separates levels. */
  private static final char WIDE_SLASH = '／';

  private static final int LONGEST_NUMBER = 40;
  private static final String FIELDS = "/fields/";

  private final ColumnMapping mapping;
  private final List<String> header;
  private final Map<String, Integer> positions = new LinkedHashMap<>();

  /**
   * @throws WinnowException {@link ProblemCode#INVALID_MAPPING} naming every column that the header
   *     lacks
   */
  public RowMapper(ColumnMapping mapping, List<String> header) {
    this.mapping = mapping;
    this.header = List.copyOf(header);
    for (String name : header) {
      positions.put(name, positions.size());
    }
    WinnowException.throwIfAny(
        ProblemCode.INVALID_MAPPING,
        allColumns().stream()
            .filter(column -> !column.isRowNumber() && !positions.containsKey(column.name()))
            .map(this::missing)
            .toList());
  }

  private List<Column> allColumns() {
    List<Column> all = new ArrayList<>(mapping.id().columns());
    mapping.fields().forEach(rule -> all.addAll(columns(rule.origin())));
    return all;
  }

  private static List<Column> columns(Origin origin) {
    return switch (origin) {
      case Origin.Columns(List<Column> columns, _) -> columns;
      case Origin.Product(List<Column> factors, Optional<Column> less, boolean _) ->
          Stream.concat(factors.stream(), less.stream()).toList();
      case Origin.Constant _ -> List.of();
    };
  }

  private Fault missing(Column column) {
    return new Fault(
        mapping.file() + ":" + column.line(),
        "The table has no column \"%s\".".formatted(column.name()),
        Nearest.hint(column.name(), header));
  }

  /**
   * A row as texts by field; the faults' pointers are column names.
   *
   * @param id empty when a fault says why
   */
  public record Mapped(String id, Map<String, List<String>> cells, List<Fault> faults) {}

  /** Takes a row through the mapping; whatever is wrong is told, nothing thrown. */
  public Mapped map(Row row) {
    List<Fault> faults = new ArrayList<>(row.faults());
    if (row.cells().size() != header.size()) {
      faults.add(
          new Fault(
              "",
              "The row has %d cells.".formatted(row.cells().size()),
              "The header has %d.".formatted(header.size())));
      return new Mapped("", Map.of(), faults);
    }
    String id = id(row, faults);
    Map<String, List<String>> cells = new LinkedHashMap<>();
    for (FieldRule rule : mapping.fields()) {
      List<String> values = values(rule, row, faults);
      if (!values.isEmpty()) {
        cells.put(rule.field().name(), values);
      }
    }
    return new Mapped(id, cells, faults);
  }

  /** A fault of the normaliser, pointing to the field's columns instead of the field. */
  public Fault atColumn(Fault fault) {
    String path = fault.pointer();
    if (!path.startsWith(FIELDS)) {
      return fault;
    }
    String field = path.substring(FIELDS.length()).split("/", 2)[0];
    String columns =
        mapping.fields().stream()
            .filter(rule -> rule.field().name().equals(field))
            .map(rule -> names(columns(rule.origin())))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(field);
    return new Fault(columns, fault.detail(), fault.expected());
  }

  /** The columns that make the id, for messages. */
  public String idColumns() {
    return names(mapping.id().columns());
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private String id(Row row, List<Fault> faults) {
    List<String> parts = new ArrayList<>();
    for (Column column : mapping.id().columns()) {
      String cell = cell(row, column, faults);
      if (cell.isEmpty()) {
        faults.add(new Fault(column.name(), "The id is missing.", "Every row needs one."));
      }
      parts.add(cell);
    }
    return mapping.id().prefix() + String.join(mapping.id().join(), parts);
  }

  private List<String> values(FieldRule rule, Row row, List<Fault> faults) {
    return switch (rule.origin()) {
      case Origin.Constant(String text) -> List.of(text);
      case Origin.Product product -> product(product, row, faults).stream().toList();
      case Origin.Columns(List<Column> columns, Optional<String> join) -> {
        List<String> found = new ArrayList<>();
        for (Column column : columns) {
          found.addAll(pieces(rule, column, cell(row, column, faults), join.isPresent(), faults));
        }
        List<String> joined =
            join.isEmpty() || found.isEmpty() ? found : List.of(String.join(join.get(), found));
        yield joined.stream().map(text -> rule.prefix() + text).toList();
      }
    };
  }

  private Optional<String> product(Origin.Product product, Row row, List<Fault> faults) {
    BigDecimal result = product.negative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    for (Column factor : product.factors()) {
      Optional<BigDecimal> number = number(cell(row, factor, faults), factor, faults);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      result = result.multiply(number.get());
    }
    if (product.less().isPresent()) {
      Column less = product.less().get();
      Optional<BigDecimal> share = number(cell(row, less, faults), less, faults);
      result = result.multiply(BigDecimal.ONE.subtract(share.orElse(BigDecimal.ZERO)));
    }
    return Optional.of(result.toPlainString());
  }

  private static Optional<BigDecimal> number(String cell, Column column, List<Fault> faults) {
    if (cell.length() <= LONGEST_NUMBER) {
      try {
        return Optional.of(new BigDecimal(cell));
      } catch (NumberFormatException e) {
        // falls through to the same fault as a number that is too long
      }
    }
    faults.add(
        new Fault(
            column.name(),
            Excerpt.quoted(cell) + " is no number.",
            "It must be one such as 12.50, without thousands separators."));
    return Optional.empty();
  }

  private List<String> pieces(
      FieldRule rule, Column column, String cell, boolean isPart, List<Fault> faults) {
    List<String> result = new ArrayList<>();
    List<String> texts = rule.split().isEmpty() ? List.of(cell) : split(cell, rule.split());
    for (String text : texts) {
      if (text.isEmpty() || rule.nulls().contains(text)) {
        continue;
      }
      String replacement = rule.values().get(text);
      if (replacement != null) {
        result.add(replacement);
        continue;
      }
      switch (rule.unlisted()) {
        case KEEP ->
            result.add(
                isPart && rule.field() instanceof Field.Tree
                    ? text.replace(Field.Tree.SEPARATOR, WIDE_SLASH)
                    : text);
        case REJECT ->
            faults.add(
                new Fault(
                    column.name(),
                    "The mapping has no value for %s.".formatted(Excerpt.quoted(text)),
                    "It has: " + String.join(", ", rule.values().keySet()) + "."));
        case EMPTY -> {}
      }
    }
    result.removeIf(String::isEmpty);
    return result;
  }

  private static List<String> split(String cell, String separator) {
    List<String> result = new ArrayList<>();
    int start = 0;
    for (int end = cell.indexOf(separator); end >= 0; end = cell.indexOf(separator, start)) {
      result.add(cell.substring(start, end).strip());
      start = end + separator.length();
    }
    result.add(cell.substring(start).strip());
    return result;
  }

  private String cell(Row row, Column column, List<Fault> faults) {
    if (column.isRowNumber()) {
      return Long.toString(row.number());
    }
    String cell = row.cells().get(positions.getOrDefault(column.name(), 0));
    if (cell.indexOf(RowSource.UNREADABLE) >= 0) {
      faults.add(
          new Fault(
              column.name(),
              "The cell is not text in the charset of the file.",
              "Save the file as UTF-8, or name its charset in the mapping."));
      return "";
    }
    return cell.strip();
  }
}
