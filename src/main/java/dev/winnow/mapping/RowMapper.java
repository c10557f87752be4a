package dev.winnow.mapping;

import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.RowTest;
import dev.winnow.problem.Fault;
import dev.winnow.problem.Nearest;
import dev.winnow.problem.ProblemCode;
import dev.winnow.problem.WinnowException;
import dev.winnow.tables.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link ColumnMapping} bound to the header of one table. */
public final class RowMapper {
  private static final String FIELDS = "/fields/";

  private final List<String> header;
  private final List<PartMapper> parts = new ArrayList<>();

  /**
   * @throws WinnowException {@link ProblemCode#INVALID_MAPPING} naming every column that the header
   *     lacks
   */
  public RowMapper(ColumnMapping mapping, List<String> header) {
    this.header = List.copyOf(header);
    Set<Column> columns = new LinkedHashSet<>();
    mapping.parts().forEach(part -> columns.addAll(columns(part)));
    WinnowException.throwIfAny(
        ProblemCode.INVALID_MAPPING,
        columns.stream()
            .filter(column -> !column.isRowNumber() && !header.contains(column.name()))
            .map(column -> missing(mapping, column))
            .toList());
    RowCells cells = new RowCells(header);
    for (Part part : mapping.parts()) {
      parts.add(new PartMapper(part, mapping.derivesCustomers(), cells));
    }
  }

  /** All columns that a part reads. */
  static Set<Column> columns(Part part) {
    Set<Column> columns = new LinkedHashSet<>(part.id().columns());
    part.fields().forEach(rule -> columns.addAll(rule.origin().columns()));
    Stream.of(part.when(), part.skip(), part.returns())
        .flatMap(Collection::stream)
        .map(RowTest::column)
        .forEach(columns::add);
    return columns;
  }

  private Fault missing(ColumnMapping mapping, Column column) {
    return new Fault(
        column.line() == 0 ? mapping.file() : mapping.file() + ":" + column.line(),
        "The table has no column \"%s\".".formatted(column.name()),
        Nearest.hint(column.name(), header));
  }

  /**
   * What a row becomes in one part, as texts by field; the faults' pointers are column names.
   *
   * @param id empty when a fault says why
   * @param unknown what was left out because its field does not know it
   * @param assumed fields that have a value only because they must have one, such as the id for a
   *     name: they are no reason to change a customer who is there
   */
  public record Mapped(
      Part part,
      String id,
      Map<String, List<String>> cells,
      Map<String, List<String>> unknown,
      Set<String> assumed,
      List<Fault> faults) {}

  /**
   * What a row becomes, in the order of the parts; nothing where every part leaves it out. Whatever
   * is wrong is told, nothing thrown; a row that cannot be told apart into cells has one part with
   * one fault.
   */
  public List<Mapped> map(Row row) {
    if (row.cells().size() != header.size()) {
      List<Fault> faults = new ArrayList<>(row.faults());
      faults.add(
          new Fault(
              "",
              "The row has %d cells.".formatted(row.cells().size()),
              "The header has %d.".formatted(header.size())));
      return List.of(new Mapped(parts.getFirst().part(), "", Map.of(), Map.of(), Set.of(), faults));
    }
    List<Mapped> result = new ArrayList<>(parts.size());
    for (PartMapper part : parts) {
      if (part.wants(row)) {
        result.add(part.map(row));
      }
    }
    return result;
  }

  /** A fault of the normaliser, pointing to the field's columns instead of the field. */
  public static Fault atColumn(Part part, Fault fault) {
    String path = fault.pointer();
    if (!path.startsWith(FIELDS)) {
      return fault;
    }
    String field = path.substring(FIELDS.length()).split("/", 2)[0];
    String columns =
        part.rule(field)
            .map(rule -> names(rule.origin().columns()))
            .filter(names -> !names.isEmpty())
            .orElse(field);
    return new Fault(columns, fault.detail(), fault.expected());
  }

  /** The columns that make the id, for messages. */
  public static String idColumns(Part part) {
    return names(part.id().columns());
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
