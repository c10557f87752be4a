package dev.winnow.mapping;

import dev.winnow.customer.TextNumbers;
import dev.winnow.mapping.ColumnMapping.Column;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.FieldRule.Unlisted;
import dev.winnow.problem.Excerpt;
import dev.winnow.problem.Fault;
import dev.winnow.schema.Field;
import dev.winnow.tables.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes of a row what one part of a mapping says. */
final class PartMapper {
  /** Stands for a slash inside a tree level, since the slash itself separates levels. */
  private static final char WIDE_SLASH = '／';

  /** A number with nothing behind it. */
  private static final Pattern NUMBER = Pattern.compile(".*[\\d.]");

  private static final String QUANTITY = "quantity";
  private static final String AMOUNT = "amount";

  private final Part part;
  private final boolean derived;
  private final RowCells cells;
  private final Map<String, ValueFinder> finders = new HashMap<>();

  /**
   * @param derived the table has customers beside their activities, so that a customer without a
   *     name is none to be refused
   */
  PartMapper(Part part, boolean derived, RowCells cells) {
    this.part = part;
    this.derived = derived && part.rows() == Rows.CUSTOMERS;
    this.cells = cells;
    for (FieldRule rule : part.fields()) {
      if (rule.unlisted() == Unlisted.FIND || rule.unlisted() == Unlisted.KNOWN) {
        ValueFinder.of(rule.field()).ifPresent(finder -> finders.put(rule.field().name(), finder));
      }
    }
  }

  Part part() {
    return part;
  }

  boolean wants(Row row) {
    return (part.when().isEmpty() || cells.any(part.when(), row)) && !cells.any(part.skip(), row);
  }

  RowMapper.Mapped map(Row row) {
    List<Fault> faults = new ArrayList<>(row.faults());
    String id = id(row, faults);
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<String, List<String>> unknown = new LinkedHashMap<>();
    Set<String> assumed = new HashSet<>();
    for (FieldRule rule : part.fields()) {
      List<String> found = values(rule, row, faults);
      if (rule.unlisted() == Unlisted.KNOWN) {
        found = known(rule, found, unknown);
      }
      if (rule.origin() instanceof FieldRule.OwnId || (found.isEmpty() && mustHave(rule))) {
        found = List.of(id);
        assumed.add(rule.field().name());
      }
      if (!found.isEmpty()) {
        values.put(rule.field().name(), found);
      }
    }
    if (part.rows() == Rows.PURCHASES) {
      turnReturns(row, values);
    }
    return new RowMapper.Mapped(part, id, values, unknown, assumed, faults);
  }

  private List<String> known(
      FieldRule rule, List<String> texts, Map<String, List<String>> unknown) {
    ValueFinder finder = finders.get(rule.field().name());
    if (finder == null || texts.stream().allMatch(finder::isKnown)) {
      return texts;
    }
    unknown.put(rule.field().name(), texts.stream().filter(text -> !finder.isKnown(text)).toList());
    return texts.stream().filter(finder::isKnown).toList();
  }

  private boolean mustHave(FieldRule rule) {
    return derived && rule.field().traits().required();
  }

  private String id(Row row, List<Fault> faults) {
    List<String> pieces = new ArrayList<>();
    for (Column column : part.id().columns()) {
      String cell = cells.cell(row, column, faults);
      if (cell.isEmpty()) {
        faults.add(new Fault(column.name(), "The id is missing.", "Every row needs one."));
      }
      pieces.add(part.id().number() ? RowCells.asCode(cell) : cell);
    }
    return part.id().prefix() + String.join(part.id().join(), pieces);
  }

  private List<String> values(FieldRule rule, Row row, List<Fault> faults) {
    return switch (rule.origin()) {
      case FieldRule.Constant(String text) -> List.of(text);
      case FieldRule.OwnId _ -> List.of();
      case FieldRule.Product product -> product(rule, product, row, faults).stream().toList();
      case FieldRule.Cells(List<Column> columns, Optional<String> join) -> {
        List<String> found = new ArrayList<>();
        for (Column column : columns) {
          String cell = cells.cell(row, column, faults);
          found.addAll(pieces(rule, column, cell, join.isPresent(), faults));
        }
        List<String> joined =
            join.isEmpty() || found.isEmpty() ? found : List.of(String.join(join.get(), found));
        yield joined.stream()
            .map(text -> meant(rule, rule.prefix() + withUnit(rule, text)))
            .toList();
      }
    };
  }

  /** A number as it is counted; one that says so itself is left as it is. */
  private static String withUnit(FieldRule rule, String text) {
    boolean plain = !rule.unit().isEmpty() && NUMBER.matcher(text).matches();
    return plain ? text + rule.unit() : text;
  }

  private String meant(FieldRule rule, String text) {
    ValueFinder finder = finders.get(rule.field().name());
    return finder == null ? text : finder.normal(rule.values().getOrDefault(text, text));
  }

  private Optional<String> product(
      FieldRule rule, FieldRule.Product product, Row row, List<Fault> faults) {
    BigDecimal result = product.negative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    for (Column factor : product.factors()) {
      Optional<BigDecimal> number = number(rule, row, factor, faults);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      result = result.multiply(number.get());
    }
    if (product.less().isPresent()) {
      BigDecimal share = number(rule, row, product.less().get(), faults).orElse(BigDecimal.ZERO);
      result = result.multiply(BigDecimal.ONE.subtract(share));
    }
    return Optional.of(result.toPlainString());
  }

  /** A factor; none when the cell is empty. */
  private Optional<BigDecimal> number(FieldRule rule, Row row, Column column, List<Fault> faults) {
    String cell = cells.cell(row, column, faults);
    if (cell.isEmpty() || rule.nulls().contains(cell)) {
      return Optional.empty();
    }
    Optional<BigDecimal> number = TextNumbers.read(cell, "", rule.decimalComma());
    if (number.isEmpty()) {
      faults.add(
          new Fault(
              column.name(),
              Excerpt.quoted(cell) + " is no number.",
              "It must be one such as %s.".formatted(rule.decimalComma() ? "1.234,56" : "12.50")));
    }
    return number;
  }

  private List<String> pieces(
      FieldRule rule, Column column, String cell, boolean isPart, List<Fault> faults) {
    List<String> result = new ArrayList<>();
    List<String> texts = rule.split().isEmpty() ? List.of(cell) : split(cell, rule.split());
    for (String written : texts) {
      if (written.isEmpty() || rule.nulls().contains(written)) {
        continue;
      }
      String text = rule.number() ? RowCells.asCode(written) : written;
      String replacement = rule.values().get(text);
      if (replacement != null) {
        result.add(replacement);
        continue;
      }
      switch (rule.unlisted()) {
        case KEEP, FIND, KNOWN ->
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

  /** What was given back counts negative, however it is written. */
  private void turnReturns(Row row, Map<String, List<String>> values) {
    if (cells.any(part.returns(), row)) {
      negate(QUANTITY, values);
      negate(AMOUNT, values);
    } else if (signum(QUANTITY, values) < 0) {
      negate(AMOUNT, values);
    }
  }

  private void negate(String field, Map<String, List<String>> values) {
    if (signum(field, values) > 0) {
      values.computeIfPresent(field, (_, texts) -> List.of("-" + texts.getFirst()));
    }
  }

  /** The sign of a field's number; 0 when it has none. */
  private int signum(String field, Map<String, List<String>> values) {
    List<String> texts = values.getOrDefault(field, List.of());
    boolean comma =
        part.rule(field)
            .filter(rule -> !(rule.origin() instanceof FieldRule.Product))
            .map(FieldRule::decimalComma)
            .orElse(false);
    return texts.stream()
        .findFirst()
        .flatMap(text -> TextNumbers.read(text, "", comma))
        .map(BigDecimal::signum)
        .orElse(0);
  }
}
