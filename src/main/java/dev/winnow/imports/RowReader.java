package dev.winnow.imports;

import dev.winnow.activity.ActivityReader;
import dev.winnow.customer.Customer;
import dev.winnow.customer.Normaliser;
import dev.winnow.customer.TextFormats;
import dev.winnow.imports.Item.ActivityItem;
import dev.winnow.imports.Item.CustomerItem;
import dev.winnow.mapping.ActivityRows;
import dev.winnow.mapping.ColumnMapping;
import dev.winnow.mapping.ColumnMapping.Part;
import dev.winnow.mapping.ColumnMapping.Rows;
import dev.winnow.mapping.RowMapper;
import dev.winnow.problem.Fault;
import dev.winnow.problem.WinnowException;
import dev.winnow.schema.Schema;
import dev.winnow.tables.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Makes customers and activities of rows. A row is taken whole or not at all: what is wrong with
 * one of its parts is wrong with the row. Of one thread.
 */
final class RowReader implements Function<Row, ReadRow> {
  private final RowMapper mapper;
  private final BiConsumer<String, List<String>> customerTexts;
  private final ActivityReader activities;
  private final boolean derives;
  private final Map<Rows, Parser> parsers = new EnumMap<>(Rows.class);

  private record Parser(Normaliser normaliser, TextFormats formats) {}

  /**
   * @throws WinnowException INVALID_MAPPING when the table lacks a column
   */
  RowReader(Schema schema, ColumnMapping mapping, List<String> header, ActivityReader activities) {
    this(schema, mapping, header, activities, (_, _) -> {});
  }

  /**
   * @param customerTexts told what each field of a customer is filled with, before that is checked
   */
  RowReader(
      Schema schema,
      ColumnMapping mapping,
      List<String> header,
      ActivityReader activities,
      BiConsumer<String, List<String>> customerTexts) {
    this.customerTexts = customerTexts;
    this.mapper = new RowMapper(mapping, header);
    this.activities = activities;
    this.derives = mapping.derivesCustomers();
    for (Part part : mapping.parts()) {
      parsers.put(
          part.rows(),
          new Parser(
              new Normaliser(ActivityRows.schema(part.rows()).orElse(schema)), part.formats()));
    }
  }

  @Override
  public ReadRow apply(Row row) {
    List<Fault> faults = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    for (RowMapper.Mapped mapped : mapper.map(row)) {
      read(mapped, items, faults);
    }
    return new ReadRow(row, faults.isEmpty() ? items : List.of(), faults);
  }

  private void read(RowMapper.Mapped mapped, List<Item> items, List<Fault> faults) {
    if (!mapped.faults().isEmpty()) {
      faults.addAll(mapped.faults());
      return;
    }
    var idFault = Normaliser.checkId(mapped.id(), RowMapper.idColumns(mapped.part()));
    if (idFault.isPresent()) {
      faults.add(idFault.get());
      return;
    }
    try {
      items.add(item(mapped));
    } catch (WinnowException e) {
      e.faults().forEach(fault -> faults.add(RowMapper.atColumn(mapped.part(), fault)));
    }
  }

  private Item item(RowMapper.Mapped mapped) {
    Rows rows = mapped.part().rows();
    if (rows == Rows.CUSTOMERS) {
      mapped.cells().forEach(customerTexts);
      mapped.unknown().forEach(customerTexts);
    }
    Parser parser = Objects.requireNonNull(parsers.get(rows));
    Customer read = parser.normaliser.fromText(mapped.id(), mapped.cells(), parser.formats);
    return rows == Rows.CUSTOMERS
        ? new CustomerItem(read, derives, mapped.assumed())
        : new ActivityItem(rows, activities.read(ActivityRows.json(rows, read), "/fields"));
  }
}
